import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { checkedText, LIMITS } from "../message-text.ts";
import { statusRefusal } from "../status-refusal.ts";
import { refreshTriage, tellAuthor } from "../tell.ts";
import { giveBackHeld } from "./give-back-held.ts";
import { authorStands, requireHeld } from "./held-answer.ts";
import { sealNote } from "./note.ts";

/**
 * A colleague says what should change: the question is its author's again with a fresh lease, and their text is kept for
 * them. This is a slip: their next answers are looked at again. Refuses empty, what requireHeld refuses, answer_changed.
 */
export async function sendBackAnswer(
  core: Core,
  { actor, messageId, edition, note }: { actor: Actor; messageId: string; edition: number; note: string },
): Promise<void> {
  const text = checkedText(note, 'field "What should change?"', LIMITS.note);
  await core.tx(async (tx, now) => {
    const held = await requireHeld(tx, { actor, messageId, now });
    const { question, authorId, communityId } = held;
    const questionId = question.id;
    if (!(await authorStands(tx, held, now))) {
      await giveBackHeld(tx, core, { question, about: "waits-again", now });
      return;
    }
    const { count } = await tx.question.updateMany({
      where: { id: questionId, status: "held", holderId: authorId, pausedAt: null },
      data: { status: "claimed", leaseEndsAt: new Date(now.getTime() + core.config.timing.claimLeaseMs) },
    });
    if (count === 0) throw await statusRefusal(tx, { questionId, communityId }, "send-back");
    const same = { id: messageId, state: "held", edition };
    if ((await tx.message.updateMany({ where: same, data: { edition } })).count === 0)
      throw refuse("answer_changed", {});
    const lookId = core.newId();
    await tx.look.create({
      data: {
        id: lookId,
        communityId,
        messageId,
        authorId,
        byId: actor.memberId,
        outcome: "sent-back",
        noteSealed: await sealNote(tx, core, { askerId: question.askerId, lookId, note: text }),
        createdAt: now,
      },
    });
    await tellAuthor(tx, core, question, authorId, { kind: "sent-back", subjectId: lookId, at: now });
    await refreshTriage(tx, core, question, now);
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "question.answer-sent-back",
      subject: questionId,
      detail: { messageId, author: authorId },
    });
  });
  core.wake();
}
