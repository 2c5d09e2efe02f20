import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { caseHere, requireNotReporter, requireRank } from "../cases/case-here.ts";
import { reopenCase } from "../cases/reopen-case.ts";
import { endDecision } from "./end-decision.ts";

/** A slip is undone by whoever made it or by somebody else within this time; later, it takes an appeal. */
const UNDO_MS = 24 * 3_600_000;

/**
 * Takes back the newest decision on a case, everywhere, as if it had not been: the case waits again. Whoever reported
 * it does not undo it. Refuses not_found, second_person, decision_over, and appeal_closed after 24 hours or a second look.
 */
export async function undoDecision(
  core: Core,
  { actor, named }: { actor: Actor; named: string },
): Promise<{ decisionId: string; reopened: boolean }> {
  const undone = await core.tx(async (tx, now) => {
    const about = await caseHere(tx, { actor, named, verb: "decision.undo" });
    const { id: caseId, communityId, subjectMemberId } = about;
    authorise(actor, "decision.undo", {
      communityId,
      ...(subjectMemberId === null ? {} : { ownerId: subjectMemberId }),
    });
    await requireNotReporter(tx, { caseId, memberId: actor.memberId });
    await requireRank(tx, actor, subjectMemberId);
    const decision = await tx.decision.findFirst({
      where: { caseId },
      include: { appeal: true },
      orderBy: { id: "desc" },
    });
    if (decision === null) throw refuse("not_found", { what: "decision" });
    if (decision.appeal?.state === "upheld") throw refuse("appeal_closed", { why: "decided" });
    if (decision.decidedAt.getTime() + UNDO_MS < now.getTime())
      throw refuse("appeal_closed", { why: "too-late" });
    const by = actor.memberId;
    // Before the card is refreshed, which shows how the case stands.
    const reopened = await reopenCase(tx, about);
    if (!(await endDecision(tx, core, { decision, event: "undo", by, now })))
      throw refuse("decision_over", { state: decision.state });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: by,
      verb: "decision.undone",
      subject: decision.id,
      detail: { caseId, reopened },
    });
    return { decisionId: decision.id, reopened };
  });
  core.wake();
  return undone;
}
