import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { hiddenAmong } from "#core/peers/blocks/hidden-from.ts";
import type { QuestionText } from "#core/questions/cards.ts";
import { type Crossing, openText } from "#core/questions/message-text.ts";
import type { QuestionStatus } from "#core/questions/question.ts";
import type { Verdict } from "#core/screening/screening.ts";

/** While nobody has answered it. */
export const UNANSWERED = [
  "waiting",
  "claimed",
  "held",
  "asked-back",
  "expired",
] as const satisfies readonly QuestionStatus[];

/** What screening says of a text in which nobody seems to be in danger; "hold" is also what it could not read to the end. */
export const NO_DANGER = ["clear", "hold"] as const satisfies readonly Verdict[];

/** Which of these texts were reported, by somebody or by screening, and are not decided about yet. */
export async function reportedAmong(tx: Tx, messageIds: readonly string[]): Promise<ReadonlySet<string>> {
  const open = await tx.case.findMany({
    where: { subjectKind: "message", subjectId: { in: [...messageIds] }, state: "open" },
    select: { subjectId: true },
  });
  return new Set(open.map(({ subjectId }) => subjectId));
}

/** What a member reads of another's question: the card as its patient saw it, and nothing of who that is. */
export interface AskedOfPeers {
  readonly questionId: string;
  readonly topic: string;
  readonly text: QuestionText;
  readonly askedAt: Date;
}

interface Reader {
  readonly memberId: string;
  readonly communityId: string;
}

/**
 * Questions that this reader may read now, those that wait longest first; among some where `ids` are given. Never their own, nor of
 * somebody who is gone or hidden from them, nor what was edited, hidden, reported, paused or answered since, nor a text of somebody who may be
 * in danger.
 */
export async function readableQuestions(
  tx: Tx,
  core: Core,
  { memberId, communityId }: Reader,
  { ids, most }: { ids?: readonly string[]; most: number },
): Promise<AskedOfPeers[]> {
  const open = await tx.peerQuestion.findMany({
    where: {
      communityId,
      endedAt: null,
      askerId: { not: memberId },
      ...(ids === undefined ? {} : { questionId: { in: [...ids] } }),
    },
    orderBy: [{ openedAt: "asc" }, { questionId: "asc" }],
    take: most,
  });
  const hidden = await hiddenAmong(
    tx,
    memberId,
    open.map(({ askerId }) => askerId),
  );
  const messages = await tx.message.findMany({
    where: {
      questionId: { in: open.filter(({ askerId }) => !hidden.has(askerId)).map((one) => one.questionId) },
      kind: "question",
      state: "sent",
      verdict: { in: [...NO_DANGER] },
      hiddenAt: null,
      question: { status: { in: [...UNANSWERED] }, pausedAt: null, asker: { state: "active" } },
    },
    include: { question: true },
  });
  const reported = await reportedAmong(
    tx,
    messages.map(({ id }) => id),
  );
  const asked: AskedOfPeers[] = [];
  for (const { questionId, askerId, version, openedAt } of open) {
    const message = messages.find((one) => one.questionId === questionId && one.version === version);
    if (message === undefined || message.crossingSealed === null || reported.has(message.id)) continue;
    const { id, crossingSealed, question } = message;
    const crossing = await openText<Crossing>(tx, core, askerId, id, "crossingSealed", crossingSealed);
    if ("patient" in crossing)
      asked.push({
        questionId,
        topic: question.topic,
        text: crossing.patient,
        askedAt: question.sentAt ?? openedAt,
      });
  }
  return asked;
}
