import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { requireStanding } from "#core/credentials/standing.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { statusesAllowing } from "./question.ts";
import { statusRefusal } from "./status-refusal.ts";
import { refreshTriage, tellAsker } from "./tell.ts";

/** "This needs somebody who can examine you": told kindly, with how to ask for that visit; the question ends. */
export async function needsInPerson(
  core: Core,
  { actor, questionId }: { actor: Actor; questionId: string },
): Promise<void> {
  const { communityId, memberId } = actor;
  await core.tx(async (tx, now) => {
    const question = await tx.question.findUnique({ where: { id: questionId } });
    if (question === null) throw refuse("not_found", { what: "question" });
    authorise(actor, "question.answer", { communityId: question.communityId, ownerId: question.askerId });
    await requireStanding(tx, actor, now);
    const { count } = await tx.question.updateMany({
      where: {
        id: questionId,
        pausedAt: null,
        OR: [
          { status: { in: statusesAllowing("close").filter((status) => status !== "claimed") } },
          { status: "claimed", holderId: memberId, leaseEndsAt: { gt: now } },
        ],
      },
      data: { status: "closed", closedAt: now, leaseEndsAt: null },
    });
    if (count === 0) throw await statusRefusal(tx, { questionId, communityId }, "close");
    await tellAsker(tx, core, question, {
      kind: "notice",
      subjectId: `needs-in-person:${questionId}:${now.getTime()}`,
      at: now,
    });
    await refreshTriage(tx, core, question, now);
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "question.needs-in-person",
      subject: questionId,
    });
  });
  core.wake();
}
