import { type Actor, authorise } from "#core/access.ts";
import { channelFor } from "#core/communities/channel-for.ts";
import type { Core } from "#core/core.ts";
import { enqueueEdit } from "#core/deliveries/enqueue.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { refreshTriage, tellAsker } from "#core/questions/tell.ts";

/**
 * A moderator looked: the reports are resolved, and the conversation goes on. Whoever wrote what was reported cannot
 * decide on it (second_person).
 */
export async function resumeQuestion(
  core: Core,
  { actor, number }: { actor: Actor; number: number },
): Promise<void> {
  authorise(actor, "question.resume");
  const { communityId } = actor;
  await core.tx(async (tx, now) => {
    const question = await tx.question.findUnique({ where: { communityId_number: { communityId, number } } });
    if (question === null) throw refuse("not_found", { what: "question" });
    authorise(actor, "question.resume", { communityId, ownerId: question.askerId });
    const reports = await tx.report.findMany({ where: { questionId: question.id, state: "open" } });
    const about = await tx.message.count({
      where: { authorId: actor.memberId, id: { in: reports.flatMap(({ messageId }) => messageId ?? []) } },
    });
    if (about > 0) throw refuse("second_person", { why: "subject" });
    const { pausedAt, promisedAt } = question;
    const pausedMs = pausedAt === null ? 0 : now.getTime() - pausedAt.getTime();
    const { count } = await tx.question.updateMany({
      where: { id: question.id, pausedAt: { not: null } },
      data: {
        pausedAt: null,
        // Nobody could answer while it was paused, so the promised hour moves by as much.
        ...(promisedAt === null ? {} : { promisedAt: new Date(promisedAt.getTime() + pausedMs) }),
      },
    });
    if (count === 0 && reports.length === 0) throw refuse("not_found", { what: "report" });
    await tx.report.updateMany({
      where: { questionId: question.id, state: "open" },
      data: { state: "resolved", resolvedAt: now, resolvedById: actor.memberId },
    });
    const channel = await channelFor(tx, { communityId, purpose: "moderation" });
    for (const { id } of reports)
      if (channel !== undefined)
        await enqueueEdit(tx, core, {
          communityId,
          conversation: `report:${id}`,
          kind: "report",
          subjectId: id,
          platform: channel.platform,
          target: { kind: "channel", id: channel.channelId },
          at: now,
        });
    if (count > 0) {
      await refreshTriage(tx, core, question, now);
      await tellAsker(tx, core, question, {
        kind: "notice",
        subjectId: `resumed:${question.id}:${now.getTime()}`,
        at: now,
      });
    }
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "question.resumed",
      subject: question.id,
    });
  });
  core.wake();
}
