import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { ruleDecided } from "../rules.ts";
import { actionOf, kindOf } from "./action.ts";
import type { DecisionCard } from "./cards.ts";
import { DECISION_STATES } from "./decision.ts";
import { openAppealCode, openDetail } from "./detail.ts";

const APPEAL_STATES = ["open", "upheld", "overturned", "withdrawn"] as const;

async function readDecision(tx: Tx, id: string) {
  return tx.decision.findUnique({ where: { id }, include: { appeal: true } });
}

async function appealOf(
  tx: Tx,
  core: Core,
  decision: NonNullable<Awaited<ReturnType<typeof readDecision>>>,
): Promise<DecisionCard["appeal"]> {
  const { appeal, appealSealed, appealUntil } = decision;
  if (appeal !== null) {
    const state = APPEAL_STATES.find((known) => known === appeal.state) ?? "open";
    return { state, dueAt: appeal.dueAt };
  }
  if (appealSealed === null || appealUntil === null) return undefined;
  return { code: await openAppealCode(tx, core, { ...decision, appealSealed }), until: appealUntil };
}

/** The decision as it stands now. */
export async function loadDecisionCard(
  tx: Tx,
  core: Core,
  decisionId: string,
): Promise<DecisionCard | undefined> {
  const decision = await readDecision(tx, decisionId);
  if (decision === null) return undefined;
  const { communityId, endsAt, confirmBy, confirmedById } = decision;
  const { name } = await tx.community.findUniqueOrThrow({ where: { id: communityId } });
  const { reason, stays, removed, pausesUntil, asRead } = await openDetail(tx, core, decision);
  const action = actionOf(decision.action);
  return {
    kind: "decision",
    decisionId,
    community: name,
    action,
    did: kindOf(action).did,
    rule: ruleDecided(core.rules(), decision.rule, asRead),
    reason,
    stays,
    removedWords: removed?.words ?? [],
    endsAt: endsAt ?? undefined,
    pausesUntil: pausesUntil === undefined ? undefined : new Date(pausesUntil),
    confirmBy: confirmBy === null || confirmedById !== null ? undefined : confirmBy,
    state: DECISION_STATES.find((known) => known === decision.state) ?? "standing",
    appeal: await appealOf(tx, core, decision),
  };
}
