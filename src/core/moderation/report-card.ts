/** To the moderation channel: a report that paused a conversation. Names are pseudonyms; no text of the conversation. */
export interface ReportCard {
  readonly kind: "report";
  readonly reportId: string;
  readonly questionNumber: number;
  readonly reportedBy: string;
  readonly about: "question" | "answer";
  readonly reason: string;
  readonly reportedAt: Date;
  readonly resolvedBy: string | undefined;
}
