import { DomainError } from "#core/errors.ts";
import { LIMITS } from "#core/questions/message-text.ts";
import { giveOpinion } from "#core/questions/second-opinion/give-opinion.ts";
import { type AnswerToJudge, readAnswer } from "#core/questions/second-opinion/read-answer.ts";
import type { Stance } from "#core/questions/second-opinion/stance.ts";
import { answerPieces } from "../cards/answer-text.ts";
import type { Form } from "../markup.ts";
import { seenFrom } from "../opinion-press.ts";
import type { SlackForm } from "../press.ts";
import { questionPieces } from "./answer-question.ts";
import { findingPieces, generalPieces, REASON, reasonFrom } from "./composer.ts";

const WORDS = {
  add: { title: "Add to this answer", label: "What you add" },
  differ: { title: "See it differently", label: "How you see it" },
} as const satisfies Record<Exclude<Stance, "agree">, { title: string; label: string }>;

const stanceFrom = (word: string | undefined) => (word === "differ" ? "differ" : "add");

/** The question and the answer that it is about stand above the words. */
export function opinionForm(judged: AnswerToJudge, text = ""): Form {
  const { answerId, version, question, answer } = judged;
  const stance = stanceFrom(judged.stance);
  const { title, label } = WORDS[stance];
  return {
    verb: "second-opinion",
    subject: `${answerId}/${version}/${stance}`,
    title,
    pieces: [...questionPieces(question), ...answerPieces(answer, ""), ...generalPieces(question)],
    fields: [
      {
        ...{ id: "text", label, limit: LIMITS.opinion, long: true, value: text },
        hint: "The patient sees both texts, each with its credentials. Say what you see, not who is right.",
      },
    ],
  };
}

export const secondOpinionSent = {
  verb: "second-opinion",
  changes: true,
  access: "question.second-opinion",
  blames: "text",
  async run({ core, handling, actor, subjectId, fields }) {
    const text = fields.text ?? "";
    const seen = { actor, ...seenFrom(subjectId), stance: stanceFrom(subjectId.split("/")[2]) } as const;
    try {
      await giveOpinion(handling, { ...seen, text, ...reasonFrom(fields) });
      return undefined;
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "needs_reason") throw error;
      const { findings } = (error as DomainError<"needs_reason">).details;
      const form = opinionForm(await readAnswer(core, seen), text);
      return { form: { ...form, pieces: findingPieces(findings), fields: [...form.fields, REASON] } };
    }
  },
} satisfies SlackForm;
