import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { QuestionText } from "./cards.ts";
import { openText } from "./message-text.ts";

/**
 * What a patient wrote in a conversation before one of its messages (or in all of it), as typed, oldest first. For the
 * placeholders only: who was named there must have the same one again.
 */
export async function earlierTexts(
  tx: Tx,
  core: Core,
  { questionId, askerId, before }: { questionId: string; askerId: string; before?: Date },
): Promise<string[]> {
  const messages = await tx.message.findMany({
    where: {
      questionId,
      authorId: askerId,
      originalSealed: { not: null },
      sentAt: before === undefined ? { not: null } : { lt: before },
    },
    orderBy: { sentAt: "asc" },
    select: { id: true, originalSealed: true },
  });
  const texts: string[] = [];
  for (const { id, originalSealed } of messages) {
    if (originalSealed === null) continue;
    const { question, tried } = await openText<QuestionText>(
      tx,
      core,
      askerId,
      id,
      "originalSealed",
      originalSealed,
    );
    texts.push(question, tried);
  }
  return texts;
}
