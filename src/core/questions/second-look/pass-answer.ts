import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { reportCrossed } from "#core/moderation/automatic/report-crossed.ts";
import { statusRefusal } from "../status-refusal.ts";
import { refreshTriage, tellAsker, tellTeam } from "../tell.ts";
import { takeSeq } from "../text-to-patient.ts";
import { giveBackHeld } from "./give-back-held.ts";
import { authorStands, requireHeld, requireScope } from "./held-answer.ts";

/**
 * A colleague looked, and the answer is sent as it was written, with the credential line of that moment. `edition` is the
 * text that they saw. Whether its author may still answer is asked again: if not, the question waits and nothing is sent.
 * Refuses what requireHeld refuses, general_only, answer_changed.
 */
export async function passAnswer(
  core: Core,
  { actor, messageId, edition }: { actor: Actor; messageId: string; edition: number },
): Promise<{ sent: boolean }> {
  const result = await core.tx(async (tx, now) => {
    const held = await requireHeld(tx, { actor, messageId, now });
    const { question, authorId, communityId } = held;
    const questionId = question.id;
    if (!(await authorStands(tx, held, now))) {
      await giveBackHeld(tx, core, { question, about: "waits-again", now });
      return { sent: false };
    }
    await requireScope(tx, core, held, now);
    const passed = await tx.question.updateMany({
      where: { id: questionId, status: "held", holderId: authorId, pausedAt: null },
      data: { status: "answered", leaseEndsAt: null },
    });
    if (passed.count === 0) throw await statusRefusal(tx, { questionId, communityId }, "pass");
    const { count } = await tx.message.updateMany({
      where: { id: messageId, state: "held", edition },
      data: { state: "sent", version: 1, sentAt: now, seq: await takeSeq(tx, questionId) },
    });
    if (count === 0) throw refuse("answer_changed", {});
    await tx.look.create({
      data: {
        id: core.newId(),
        communityId,
        messageId,
        authorId,
        byId: actor.memberId,
        outcome: "passed",
        createdAt: now,
      },
    });
    await reportCrossed(tx, core, { messageId, now });
    await tellAsker(tx, core, question, { kind: "answer", subjectId: messageId, at: now });
    await tellTeam(tx, core, question, { kind: "sent-copy", subjectId: messageId, at: now });
    await refreshTriage(tx, core, question, now);
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "question.answer-passed",
      subject: questionId,
      detail: { messageId, author: authorId, credential: held.credentialId ?? "" },
    });
    return { sent: true };
  });
  core.wake();
  return result;
}
