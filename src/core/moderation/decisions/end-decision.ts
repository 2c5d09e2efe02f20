import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { tellReviewers } from "../appeals/tell.ts";
import { refreshCase } from "../cases/tell-moderators.ts";
import { actionOf } from "./action.ts";
import { takeBackEffect } from "./carry-out.ts";
import { type DecisionEvent, type DecisionState, decisionsAllowing, nextDecisionState } from "./decision.ts";
import { openDetail, sealDetail } from "./detail.ts";
import { tellSubject } from "./tell.ts";

interface Ending {
  readonly decision: {
    readonly id: string;
    readonly communityId: string;
    readonly caseId: string;
    readonly subjectMemberId: string | null;
    readonly action: string;
    readonly state: string;
    readonly detailSealed: Uint8Array;
  };
  readonly event: DecisionEvent;
  /** Null for the clock. */
  readonly by: string | null;
  readonly now: Date;
}

/** Nobody need look again at what does not hold any more; what only ran out still counts for whoever asked. */
async function closeAppeal(
  tx: Tx,
  core: Core,
  { decisionId, communityId, now }: { decisionId: string; communityId: string; now: Date },
): Promise<void> {
  const closed = await tx.appeal.updateManyAndReturn({
    where: { decisionId, state: "open" },
    data: { state: "withdrawn", decidedAt: now },
  });
  for (const { id } of closed) await tellReviewers(tx, core, { id, communityId }, now, "edit");
}

/**
 * Ends a decision in the caller's transaction, and undoes what it did on every platform. Points of what was undone count no
 * more; a proposal to confirm it and an appeal against it are closed. Gives false where it does not stand so any more.
 */
export async function endDecision(
  tx: Tx,
  core: Core,
  { decision, event, by, now }: Ending,
): Promise<boolean> {
  const { id, caseId, communityId } = decision;
  const from = decisionsAllowing(event);
  const to = nextDecisionState(decision.state as DecisionState, event);
  if (to === undefined) return false;
  const undone = event === "undo" ? { undoneAt: now, undoneById: by, points: 0 } : {};
  const { count } = await tx.decision.updateMany({
    where: { id, state: decision.state, AND: { state: { in: from } } },
    data: { state: to, ...undone },
  });
  if (count === 0) return false;
  await tx.proposal.updateMany({
    where: { targetId: id, state: "open" },
    data: { state: event === "lapse" ? "expired" : "withdrawn", decidedAt: now },
  });
  if (event !== "end") await closeAppeal(tx, core, { decisionId: id, communityId, now });
  const about = await tx.case.findUniqueOrThrow({ where: { id: caseId } });
  const detail = await openDetail(tx, core, decision);
  const trace = await takeBackEffect(
    tx,
    core,
    actionOf(decision.action),
    { case: about, event, now },
    detail,
  );
  if (trace.removed !== undefined) {
    const detailSealed = await sealDetail(tx, core, decision, { ...detail, ...trace });
    await tx.decision.update({ where: { id }, data: { detailSealed } });
  }
  if (decision.action !== "dismiss") await tellSubject(tx, core, decision, now, "edit");
  await refreshCase(tx, core, { id: caseId, communityId }, now);
  return true;
}
