import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { ReceiptCard } from "./cards.ts";
import { usualWaitHours } from "./usual-wait.ts";

export async function loadReceiptCard(
  tx: Tx,
  _core: Core,
  questionId: string,
): Promise<ReceiptCard | undefined> {
  const question = await tx.question.findUnique({
    where: { id: questionId },
    include: { community: true, asker: true },
  });
  if (
    question === null ||
    question.sentAt === null ||
    question.promisedAt === null ||
    question.status === "taken-back"
  )
    return undefined;
  return {
    kind: "receipt",
    questionId,
    number: question.number,
    community: question.community.name,
    usualWaitHours: await usualWaitHours(tx, question.communityId, question.sentAt),
    promisedAt: question.promisedAt,
  };
}
