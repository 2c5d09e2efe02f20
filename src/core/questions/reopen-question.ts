import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { statusesAllowing } from "./question.ts";
import { statusRefusal } from "./status-refusal.ts";
import { refreshTriage, tellTeam } from "./tell.ts";

const HOUR_MS = 3_600_000;

/**
 * The patient asks the same again, after nobody could answer or after it was closed: it waits with a new promised hour.
 * Nothing new crosses. Refuses wrong_status, paused, bridge_off.
 */
export async function reopenQuestion(
  core: Core,
  { actor, questionId }: { actor: Actor; questionId: string },
): Promise<{ number: number; promisedAt: Date }> {
  const { communityId, memberId } = actor;
  authorise(actor, "question.follow-up");
  const reopened = await core.tx(async (tx, now) => {
    const question = await tx.question.findUnique({
      where: { id: questionId },
      include: { community: true },
    });
    if (question === null || question.askerId !== memberId) throw refuse("not_found", { what: "question" });
    if (question.community.bridge !== "on") throw refuse("bridge_off", {});
    const promisedAt = new Date(now.getTime() + question.community.promiseHours * HOUR_MS);
    const { count } = await tx.question.updateMany({
      where: { id: questionId, status: { in: statusesAllowing("reopen") }, pausedAt: null },
      data: { status: "waiting", holderId: null, leaseEndsAt: null, closedAt: null, promisedAt },
    });
    if (count === 0) throw await statusRefusal(tx, { questionId, communityId }, "reopen");
    await refreshTriage(tx, core, question, now);
    const subjectId = `asked-again:${questionId}:${promisedAt.getTime()}`;
    await tellTeam(tx, core, question, { kind: "team-notice", subjectId, at: now });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "question.reopened",
      subject: questionId,
    });
    return { number: question.number, promisedAt };
  });
  core.wake();
  return reopened;
}
