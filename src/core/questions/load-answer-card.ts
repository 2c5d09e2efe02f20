import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { nameFor, openNickname } from "#core/members/nickname.ts";
import type { AnswerCard } from "./cards.ts";
import { openLine, shownCrossing } from "./message-text.ts";
import { loadOpinions } from "./second-opinion/load-opinions.ts";

const MESSAGES = ["answer", "ask-back", "reply"] as const;

/** What a provider sent, with the credential line as it was when it was written. */
export async function loadAnswerCard(tx: Tx, core: Core, messageId: string): Promise<AnswerCard | undefined> {
  const message = await tx.message.findUnique({
    where: { id: messageId },
    include: { question: { include: { community: true, asker: true } } },
  });
  if (message === null || message.state !== "sent" || message.crossingSealed === null) return undefined;
  const kind = MESSAGES.find((known) => known === message.kind);
  if (kind === undefined) return undefined;
  const { question, credentialSealed, credentialId } = message;
  if (credentialSealed === null || credentialId === null)
    throw new Error("a message to a patient has no credential");
  const crossing = await shownCrossing(tx, core, { ...message, crossingSealed: message.crossingSealed });
  return {
    kind: "answer",
    questionId: question.id,
    messageId,
    number: question.number,
    community: await nameFor(tx, core, question.asker, question.community),
    nickname: await openNickname(tx, core, question.asker),
    message: kind,
    answer: "answer" in crossing ? crossing.answer : undefined,
    text: "plain" in crossing ? crossing.plain : "",
    credential: await openLine(tx, core, question.askerId, messageId, credentialSealed),
    credentialId,
    sentAt: message.sentAt ?? message.createdAt,
    edited: message.editedAt !== null,
    quiet: question.asker.quiet,
    opinions: await loadOpinions(tx, core, message),
  };
}
