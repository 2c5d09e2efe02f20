import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { QuestionStatus } from "./question.ts";

export interface MyQuestion {
  readonly questionId: string;
  readonly number: number;
  readonly topic: string;
  readonly status: QuestionStatus;
  readonly sentAt: Date | null;
  readonly promisedAt: Date | null;
  readonly paused: boolean;
}

/** One's own questions, newest first, with where each stands. */
export async function myQuestions(core: Core, { actor }: { actor: Actor }): Promise<MyQuestion[]> {
  authorise(actor, "question.read");
  const questions = await core.db.question.findMany({
    where: { askerId: actor.memberId },
    orderBy: { number: "desc" },
  });
  return questions.map(({ id, number, topic, status, sentAt, promisedAt, pausedAt }) => ({
    questionId: id,
    number,
    topic,
    status: status as QuestionStatus,
    sentAt,
    promisedAt,
    paused: pausedAt !== null,
  }));
}
