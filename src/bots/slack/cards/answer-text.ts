import { ANSWER_FIELDS, type AnswerText } from "#core/questions/cards.ts";
import type { Piece } from "../markup.ts";

/** The fields that say something, each under its heading. */
export function answerPieces(answer: AnswerText | undefined, text: string): Piece[] {
  if (answer === undefined) return [{ theirs: text }];
  return (Object.keys(ANSWER_FIELDS) as (keyof AnswerText)[])
    .filter((field) => answer[field] !== "")
    .flatMap((field) => [{ ours: `*${ANSWER_FIELDS[field]}*` }, { theirs: answer[field] }]);
}
