import type { RefusedRestraint } from "../decisions/refused-restraints.ts";
import type { Severity, SubjectKind } from "./case.ts";

/**
 * To the moderators' channel: one card for one case. It names nobody and no conversation: whom it is about may moderate here too
 * and read along, and must not know their case by it.
 */
export interface CaseCard {
  readonly kind: "case";
  readonly caseId: string;
  readonly number: number;
  /** Undefined where it is about what was said in private: then only leads and admins learn what. */
  readonly about: SubjectKind | undefined;
  readonly severity: Severity;
  readonly reports: number;
  readonly state: string;
  readonly openedAt: Date;
  readonly isHeld: boolean;
  /** What was decided, once it was; nothing of what was said in private. */
  readonly decided: readonly string[];
  /** Platforms that would not do it, or did it only later. */
  readonly refused: readonly RefusedRestraint[];
}
