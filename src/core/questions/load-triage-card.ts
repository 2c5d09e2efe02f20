import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { TriageCard } from "./cards.ts";
import { forWhomOf } from "./for-whom.ts";
import type { QuestionStatus } from "./question.ts";
import { crossedText } from "./read-question.ts";

/** The question's card as it stands now; without its text once it was taken back. */
export async function loadTriageCard(
  tx: Tx,
  core: Core,
  questionId: string,
): Promise<TriageCard | undefined> {
  const question = await tx.question.findUnique({
    where: { id: questionId },
    include: { asker: true, holder: true },
  });
  if (question === null || question.sentAt === null || question.promisedAt === null) return undefined;
  const crossed = await crossedText(tx, core, questionId);
  const grave = crossed !== undefined && (crossed.verdict === "crisis" || crossed.verdict === "emergency");
  return {
    kind: "triage",
    questionId,
    number: question.number,
    pseudonym: question.asker.pseudonym,
    topic: question.topic,
    forWhom: forWhomOf(question),
    ageBand: question.ageBand,
    status: question.status as QuestionStatus,
    text: crossed?.text,
    edited: crossed?.edited ?? false,
    paused: question.pausedAt !== null,
    urgent: grave,
    fullyScreened: crossed?.fullyScreened ?? true,
    holder: question.holder?.pseudonym,
    leaseEndsAt: question.leaseEndsAt ?? undefined,
    sentAt: question.sentAt,
    promisedAt: question.promisedAt,
  };
}
