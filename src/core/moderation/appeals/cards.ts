/** To the moderators' channel: somebody asks for another look. */
export interface AppealCard {
  readonly kind: "appeal";
  readonly appealId: string;
  readonly caseNumber: number;
  readonly action: string;
  readonly filedAt: Date;
  readonly dueAt: Date;
  readonly state: "open" | "upheld" | "overturned" | "withdrawn";
  /** Who made the decision, and so cannot look at it again. */
  readonly decidedBy: string;
  readonly reviewedBy: string | undefined;
}

/** To whom the decision is about: what the reviewer asks, or what they decided. */
export interface AppealNoticeCard {
  readonly kind: "appeal-notice";
  readonly decisionId: string;
  readonly community: string;
  readonly about: "asked" | "upheld" | "overturned";
  readonly text: string;
}
