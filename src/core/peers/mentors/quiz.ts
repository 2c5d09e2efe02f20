import { createHash } from "node:crypto";
import { QUESTIONS, type QuizQuestion } from "./quiz-questions.ts";

/** How many are drawn for a try; all of them right is needed. */
export const DRAWN = 5;

/** Same seed, same order: what was shown can be made again when it comes back, and is kept nowhere. */
function shuffled<T extends { readonly id: string }>(list: readonly T[], seed: string): T[] {
  const place = ({ id }: T) => createHash("sha256").update(`${seed}/${id}`).digest("hex");
  return list
    .map((one) => ({ one, at: place(one) }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ one }) => one);
}

/** The questions of a member's next try, with their choices, in an order that is another one each time. */
export function drawQuiz({ memberId, tries }: { memberId: string; tries: number }): readonly QuizQuestion[] {
  const seed = `${memberId}/${tries}`;
  // One of each topic: nobody becomes a mentor who was never asked what to do when somebody is in danger.
  const topics = new Map<string, QuizQuestion>();
  for (const question of shuffled(QUESTIONS, seed))
    if (!topics.has(question.topic)) topics.set(question.topic, question);
  return [...topics.values()]
    .slice(0, DRAWN)
    .map((question) => ({ ...question, choices: shuffled(question.choices, `${seed}/${question.id}`) }));
}

/** Those that were not answered rightly; undefined where these are not the questions that were asked. */
export function wrongOf(
  drawn: readonly QuizQuestion[],
  answers: Readonly<Record<string, string>>,
): readonly QuizQuestion[] | undefined {
  const given = drawn.map(({ id, choices }) => choices.find((choice) => choice.id === answers[id]));
  if (given.includes(undefined)) return undefined;
  return drawn.filter((_, at) => given[at]?.right !== true);
}
