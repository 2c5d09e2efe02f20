import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { caseHere } from "../cases/case-here.ts";
import { endDecision } from "./end-decision.ts";

/** A slip is undone by whoever made it or by somebody else within this time; later, it takes an appeal. */
const UNDO_MS = 24 * 3_600_000;

/**
 * Takes back the newest decision on a case, everywhere, as if it had not been. Refuses not_found, decision_over, and
 * appeal_closed after 24 hours.
 */
export async function undoDecision(
  core: Core,
  { actor, named }: { actor: Actor; named: string },
): Promise<{ decisionId: string }> {
  const undone = await core.tx(async (tx, now) => {
    const {
      id: caseId,
      communityId,
      subjectMemberId,
    } = await caseHere(tx, {
      actor,
      named,
      verb: "decision.undo",
    });
    authorise(actor, "decision.undo", {
      communityId,
      ...(subjectMemberId === null ? {} : { ownerId: subjectMemberId }),
    });
    const decision = await tx.decision.findFirst({ where: { caseId }, orderBy: { id: "desc" } });
    if (decision === null) throw refuse("not_found", { what: "decision" });
    if (decision.decidedAt.getTime() + UNDO_MS < now.getTime())
      throw refuse("appeal_closed", { why: "too-late" });
    const by = actor.memberId;
    if (!(await endDecision(tx, core, { decision, event: "undo", by, now })))
      throw refuse("decision_over", { state: decision.state });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: by,
      verb: "decision.undone",
      subject: decision.id,
      detail: { caseId },
    });
    return { decisionId: decision.id };
  });
  core.wake();
  return undone;
}
