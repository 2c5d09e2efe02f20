import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { ruleWords } from "../rules.ts";
import { type Action, actionOf } from "./action.ts";
import { openDetail } from "./detail.ts";

/** A decision, as a second person needs it to say yes or no. */
export interface ProposedDecision {
  readonly what: "decision";
  readonly caseNumber: number;
  readonly action: Action;
  readonly rule: string;
  readonly reason: string;
  readonly endsAt: Date | null;
}

export async function showProposedDecision(
  tx: Tx,
  core: Core,
  decisionId: string,
): Promise<ProposedDecision> {
  const decision = await tx.decision.findUniqueOrThrow({
    where: { id: decisionId },
    include: { case: true },
  });
  const { reason, asRead } = await openDetail(tx, core, decision);
  return {
    what: "decision",
    caseNumber: decision.case.number,
    action: actionOf(decision.action),
    rule: ruleWords(core.rules(), decision.rule, asRead),
    reason,
    endsAt: decision.endsAt,
  };
}
