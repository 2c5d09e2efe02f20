import type { Core } from "#core/core.ts";
import { enqueue } from "#core/deliveries/enqueue.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { withdrawOfQuestion } from "#core/library/withdraw-of-question.ts";
import type { CardKind } from "#core/messenger.ts";
import { refreshTriage } from "./tell.ts";

interface Withdrawn {
  readonly id: string;
  readonly communityId: string;
  readonly askerId: string;
}

/** What was typed and what crossed is forgotten here. Gives the ids of all its messages and of the looks at them. */
export async function forgetConversation(
  tx: Tx,
  questionId: string,
  now: Date,
): Promise<{ messages: string[]; looks: string[] }> {
  const messages = (await tx.message.findMany({ where: { questionId }, select: { id: true } })).map(
    ({ id }) => id,
  );
  await tx.message.updateMany({
    where: { questionId },
    data: {
      state: "removed",
      removedAt: now,
      originalSealed: null,
      crossingSealed: null,
      pendingOriginalSealed: null,
      pendingCrossingSealed: null,
    },
  });
  await tx.messageVersion.deleteMany({ where: { messageId: { in: messages } } });
  const looks = await tx.look.updateManyAndReturn({
    where: { messageId: { in: messages } },
    data: { noteSealed: null },
    select: { id: true },
  });
  return { messages, looks: looks.map(({ id }) => id) };
}

/**
 * Takes a conversation away on both sides: the question's card loses its text, and every message is removed, those that are still
 * on their way too. The caller holds the question's row, so that nobody can add to it any more. Gives how many messages it had.
 */
export async function withdrawQuestion(
  tx: Tx,
  core: Core,
  question: Withdrawn,
  now: Date,
): Promise<{ messages: number }> {
  const { id: questionId, communityId } = question;
  const { messages, looks } = await forgetConversation(tx, questionId, now);
  await tx.consent.updateMany({ where: { questionId, withdrawnAt: null }, data: { withdrawnAt: now } });
  const posted = await tx.delivery.findMany({
    where: {
      op: "post",
      OR: [
        { kind: { in: ["follow-up", "sent-copy", "answer"] }, subjectId: { in: messages } },
        { kind: "sent-back", subjectId: { in: looks } },
      ],
    },
  });
  for (const { conversation, kind, subjectId, platform, targetKind, targetId } of posted) {
    const target = { kind: targetKind === "member" ? "member" : "thread", id: targetId } as const;
    await enqueue(tx, core, {
      communityId,
      conversation,
      op: "remove",
      kind: kind as CardKind,
      subjectId,
      platform,
      target,
      at: now,
    });
  }
  await withdrawOfQuestion(tx, core, { questionId, by: question.askerId, now });
  await refreshTriage(tx, core, question, now);
  return { messages: messages.length };
}
