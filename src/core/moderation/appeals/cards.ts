/** To the moderators' channel: somebody asks for another look. It names nobody, and of what was said in private not what was decided. */
export interface AppealCard {
  readonly kind: "appeal";
  readonly appealId: string;
  readonly caseNumber: number;
  readonly action: string | undefined;
  readonly filedAt: Date;
  readonly dueAt: Date;
  readonly state: "open" | "upheld" | "overturned" | "withdrawn";
}

/** To whom the decision is about: what the reviewer asks, or what they decided. */
export interface AppealNoticeCard {
  readonly kind: "appeal-notice";
  readonly decisionId: string;
  readonly community: string;
  readonly about: "asked" | "upheld" | "overturned";
  readonly text: string;
}
