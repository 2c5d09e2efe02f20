import type { Core } from "#core/core.ts";
import type { AnswerText } from "../cards.ts";
import { type Crossing, openText } from "../message-text.ts";
import { type ClaimedQuestion, readClaimed } from "../read-question.ts";
import { type Opining, requireAnswer } from "./require-answer.ts";

/** What a colleague sees while they write what they think of an answer. */
export interface AnswerToJudge extends Omit<Opining, "actor"> {
  readonly question: ClaimedQuestion;
  readonly answer: AnswerText;
}

/** For the forms of "Add" and "See differently"; changes nothing. Refuses what requireAnswer refuses. */
export async function readAnswer(core: Core, opining: Opining): Promise<AnswerToJudge> {
  return core.tx(async (tx, now) => {
    const { actor, answerId, version, stance } = opining;
    const { answer, question } = await requireAnswer(tx, core, opining, now);
    const { askerId, id: questionId } = question;
    const crossing = await openText<Crossing>(
      tx,
      core,
      askerId,
      answerId,
      "crossingSealed",
      answer.crossingSealed,
    );
    if (!("answer" in crossing)) throw new Error("an answer holds something else");
    return {
      ...{ answerId, version, stance },
      question: await readClaimed(tx, core, { actor, questionId, now }),
      answer: crossing.answer,
    };
  });
}
