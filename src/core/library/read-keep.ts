import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { AnswerText } from "#core/questions/cards.ts";
import { crossedText } from "#core/questions/read-question.ts";
import { generalAnswer, generalWords } from "./general-words.ts";
import { keepableAnswer } from "./keepable-answer.ts";

/** What whoever keeps an answer begins with. */
export interface ToKeep {
  readonly messageId: string;
  readonly number: number;
  /** As it crossed, without the patient's name here; to be put in general words. */
  readonly question: string;
  /** As others would read it. */
  readonly answer: AnswerText;
}

/** For the form of "Keep", and only for whoever may read the question; changes nothing. Refuses what keepableAnswer refuses. */
export async function readKeep(
  core: Core,
  { actor, messageId }: { actor: Actor; messageId: string },
): Promise<ToKeep> {
  return core.tx(async (tx, now) => {
    const { question, asker, answer } = await keepableAnswer(tx, core, { actor, named: { messageId }, now });
    authorise(actor, "question.read-card", { communityId: question.communityId, ownerId: question.askerId });
    const crossed = await crossedText(tx, core, question.id);
    return {
      messageId,
      number: question.number,
      question: generalWords(core, crossed?.text.question ?? "", asker.pseudonym).words,
      answer: generalAnswer(core, answer, asker.pseudonym),
    };
  });
}
