import type { Severity, SubjectKind } from "./case.ts";

/**
 * To the moderators' channel: one card for one case. It names neither who reported nor what they said: whom it is about may
 * read along.
 */
export interface CaseCard {
  readonly kind: "case";
  readonly caseId: string;
  readonly number: number;
  readonly about: SubjectKind;
  /** Whom it is about, by the name they have here. */
  readonly person: string | undefined;
  readonly questionNumber: number | undefined;
  readonly severity: Severity;
  readonly reports: number;
  readonly state: string;
  readonly openedAt: Date;
  readonly holder: string | undefined;
  /** What was decided, once it was. */
  readonly decided: readonly string[];
  readonly decidedBy: string | undefined;
}
