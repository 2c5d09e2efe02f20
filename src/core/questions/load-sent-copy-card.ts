import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { SentCopyCard } from "./cards.ts";
import { shownCrossing } from "./message-text.ts";
import { stanceOf } from "./second-opinion/stance.ts";

const MESSAGES = ["answer", "ask-back", "reply"] as const;

export async function loadSentCopyCard(
  tx: Tx,
  core: Core,
  messageId: string,
): Promise<SentCopyCard | undefined> {
  const message = await tx.message.findUnique({
    where: { id: messageId },
    include: {
      author: true,
      question: true,
      opinion: { include: { answer: { include: { author: true } } } },
    },
  });
  if (message === null || message.state !== "sent" || message.crossingSealed === null) return undefined;
  const crossing = await shownCrossing(tx, core, { ...message, crossingSealed: message.crossingSealed });
  const { opinion } = message;
  const kind = stanceOf(opinion?.stance) ?? MESSAGES.find((known) => known === message.kind);
  if (kind === undefined) return undefined;
  return {
    kind: "sent-copy",
    questionId: message.questionId,
    messageId,
    author: message.author.pseudonym,
    credentialId: message.credentialId ?? undefined,
    message: kind,
    version: message.version,
    opinionOn:
      opinion === null
        ? undefined
        : {
            author: opinion.answer.author.pseudonym,
            changed: opinion.answerVersion !== opinion.answer.version,
          },
    answer: "answer" in crossing ? crossing.answer : undefined,
    text: "plain" in crossing ? crossing.plain : "",
    edited: message.editedAt !== null,
  };
}
