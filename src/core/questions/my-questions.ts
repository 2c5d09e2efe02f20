import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { type EntryState, entryStateOf } from "#core/library/library-entry.ts";
import type { QuestionStatus } from "./question.ts";

export interface MyQuestion {
  readonly questionId: string;
  readonly number: number;
  readonly topic: string;
  readonly status: QuestionStatus;
  readonly sentAt: Date | null;
  readonly promisedAt: Date | null;
  readonly paused: boolean;
  /** What is to be kept of it for others, or is. */
  readonly library: { readonly entryId: string; readonly state: EntryState } | undefined;
}

/** One's own questions, newest first, with where each stands. */
export async function myQuestions(core: Core, { actor }: { actor: Actor }): Promise<MyQuestion[]> {
  authorise(actor, "question.read");
  const questions = await core.db.question.findMany({
    where: { askerId: actor.memberId },
    orderBy: { number: "desc" },
  });
  const entries = await core.db.libraryEntry.findMany({
    where: { askerId: actor.memberId, endedAt: null },
    select: { id: true, questionId: true, state: true },
    orderBy: { number: "asc" },
  });
  const libraryOf = (questionId: string): MyQuestion["library"] => {
    const entry = entries.find((one) => one.questionId === questionId);
    return entry === undefined ? undefined : { entryId: entry.id, state: entryStateOf(entry.state) };
  };
  return questions.map(({ id, number, topic, status, sentAt, promisedAt, pausedAt }) => ({
    questionId: id,
    number,
    topic,
    status: status as QuestionStatus,
    sentAt,
    promisedAt,
    paused: pausedAt !== null,
    library: libraryOf(id),
  }));
}
