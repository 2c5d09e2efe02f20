import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { isFullyScreened } from "#core/screening/read-text.ts";
import type { FollowUpCard } from "./cards.ts";
import { shownCrossing } from "./message-text.ts";

export async function loadFollowUpCard(
  tx: Tx,
  core: Core,
  messageId: string,
): Promise<FollowUpCard | undefined> {
  const message = await tx.message.findUnique({
    where: { id: messageId },
    include: { author: true, question: true },
  });
  if (message === null || message.state !== "sent" || message.crossingSealed === null) return undefined;
  const crossing = await shownCrossing(tx, core, { ...message, crossingSealed: message.crossingSealed });
  if (!("patient" in crossing)) return undefined;
  return {
    kind: "follow-up",
    questionId: message.questionId,
    messageId,
    pseudonym: message.author.pseudonym,
    text: crossing.patient.question,
    fullyScreened: isFullyScreened(crossing.patient.question),
    edited: message.editedAt !== null,
    repliesToAskBack: message.kind === "ask-back-reply",
  };
}
