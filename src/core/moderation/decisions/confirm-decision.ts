import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { requireNotReporter } from "../cases/case-here.ts";
import { refreshCase } from "../cases/tell-moderators.ts";
import { confirmationContent } from "./propose-confirmation.ts";
import { tellSubject } from "./tell.ts";

interface Proposed {
  readonly targetId: string;
  readonly contentHash: string;
}

/** What is agreed to is the decision that was proposed. Refuses content_changed. */
export async function requireSameDecision(
  tx: Tx,
  core: Core,
  { targetId, contentHash }: Proposed,
): Promise<void> {
  const now = await confirmationContent(tx, core, targetId);
  if (now.contentHash !== contentHash) throw refuse("content_changed", {});
}

/**
 * The second person's yes, in the transaction that approves the proposal: the decision stands. Whoever reported it is no second
 * person either, nor is whoever decided the appeal against it: that look was to be another person's. Refuses decision_over,
 * second_person.
 */
export async function confirmDecision(
  tx: Tx,
  core: Core,
  { targetId: id, approverId }: Proposed & { readonly approverId: string },
  now: Date,
): Promise<void> {
  const [decision] = await tx.decision.updateManyAndReturn({
    where: { id, state: "standing", confirmedById: null, confirmBy: { gt: now } },
    data: { confirmedById: approverId, confirmBy: null },
  });
  if (decision === undefined) {
    const { state } = await tx.decision.findUniqueOrThrow({ where: { id } });
    throw refuse("decision_over", { state });
  }
  await requireNotReporter(tx, { caseId: decision.caseId, memberId: approverId });
  const looked = await tx.appeal.count({ where: { decisionId: id, reviewerId: approverId } });
  if (looked > 0) throw refuse("second_person", { why: "reviewer" });
  await tellSubject(tx, core, decision, now, "edit");
  await refreshCase(tx, core, { id: decision.caseId, communityId: decision.communityId }, now);
}
