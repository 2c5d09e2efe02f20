import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { statusRefusal } from "./status-refusal.ts";
import { refreshTriage, tellTeam } from "./tell.ts";

const HOUR_MS = 3_600_000;

/** Did they thank for all that was sent to them until now? Asked while the question's row is held. */
async function thankedAlready(
  tx: Tx,
  { questionId, memberId }: { questionId: string; memberId: string },
): Promise<boolean> {
  const thanks = await tx.auditEntry.findFirst({
    where: { subject: questionId, actor: memberId, verb: "question.helped" },
    orderBy: { seq: "desc" },
  });
  if (thanks === null) return false;
  const since = new Date(Number(thanks.atMs));
  const newer = { questionId, authorId: { not: memberId }, state: "sent", sentAt: { gt: since } };
  return (await tx.message.count({ where: newer })) === 0;
}

/**
 * "Helped" thanks whoever answered, once for what was said until now; pressed again it changes nothing. "Still unclear" puts
 * the question back into the queue with a new promised hour, and is possible again once somebody answered.
 */
export async function rate(
  core: Core,
  { actor, questionId, helped }: { actor: Actor; questionId: string; helped: boolean },
): Promise<void> {
  const { communityId, memberId } = actor;
  await core.tx(async (tx, now) => {
    const question = await tx.question.findUnique({
      where: { id: questionId },
      include: { community: true },
    });
    if (question === null || question.askerId !== memberId) throw refuse("not_found", { what: "question" });
    authorise(actor, "question.rate", { communityId: question.communityId, ownerId: question.askerId });
    const { count } = await tx.question.updateMany({
      where: { id: questionId, status: "answered", pausedAt: null },
      data: helped
        ? { status: "answered" }
        : {
            status: "waiting",
            holderId: null,
            leaseEndsAt: null,
            promisedAt: new Date(now.getTime() + question.community.promiseHours * HOUR_MS),
          },
    });
    if (count === 0) throw await statusRefusal(tx, { questionId, communityId }, "still-unclear");
    if (helped && (await thankedAlready(tx, { questionId, memberId }))) return;
    await tellTeam(tx, core, question, {
      kind: "team-notice",
      subjectId: `patient-rated:${questionId}:${helped ? "helped" : "unclear"}:${question.nextSeq}`,
      at: now,
    });
    await refreshTriage(tx, core, question, now);
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: helped ? "question.helped" : "question.still-unclear",
      subject: questionId,
    });
  });
  core.wake();
}
