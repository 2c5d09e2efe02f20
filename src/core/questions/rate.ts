import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { statusRefusal } from "./status-refusal.ts";
import { refreshTriage, tellTeam } from "./tell.ts";

const HOUR_MS = 3_600_000;

/** "Helped" thanks the team, once for what was said until now; "Still unclear" puts the question back into the queue, with a new promised hour. */
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
