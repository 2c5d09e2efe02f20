import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { SentCopyCard } from "./cards.ts";
import { shownCrossing } from "./message-text.ts";

const MESSAGES = ["answer", "ask-back", "reply"] as const;

export async function loadSentCopyCard(
  tx: Tx,
  core: Core,
  messageId: string,
): Promise<SentCopyCard | undefined> {
  const message = await tx.message.findUnique({
    where: { id: messageId },
    include: { author: true, question: true },
  });
  if (message === null || message.state !== "sent" || message.crossingSealed === null) return undefined;
  const crossing = await shownCrossing(tx, core, { ...message, crossingSealed: message.crossingSealed });
  const kind = MESSAGES.find((known) => known === message.kind);
  if (kind === undefined) return undefined;
  return {
    kind: "sent-copy",
    questionId: message.questionId,
    messageId,
    author: message.author.pseudonym,
    credentialId: message.credentialId ?? undefined,
    message: kind,
    answer: "answer" in crossing ? crossing.answer : undefined,
    text: "plain" in crossing ? crossing.plain : "",
    edited: message.editedAt !== null,
  };
}
