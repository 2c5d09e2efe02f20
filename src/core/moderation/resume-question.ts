import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { resume } from "#core/questions/resume-reported.ts";
import { refreshCase } from "./cases/tell-moderators.ts";

/**
 * A moderator looked: the conversation goes on, while the cases that its reports opened are still to be decided. Whoever wrote
 * what was reported cannot let it go on. Refuses not_found, second_person.
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
    await tx.report.updateMany({
      where: { questionId: question.id, state: "open" },
      data: { state: "resolved", resolvedAt: now, resolvedById: actor.memberId },
    });
    const resumed = await resume(tx, core, { questionId: question.id, now });
    if (!resumed && reports.length === 0) throw refuse("not_found", { what: "report" });
    for (const id of new Set(reports.flatMap(({ caseId }) => caseId ?? [])))
      await refreshCase(tx, core, { id, communityId }, now);
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
