import { ASK_BACK_PRESETS, askBackText } from "#bots/ask-back-words.ts";
import { askBack } from "#core/questions/ask-back.ts";
import { LIMITS } from "#core/questions/message-text.ts";
import type { ClaimedQuestion } from "#core/questions/read-question.ts";
import type { Form } from "../markup.ts";
import type { SlackForm } from "../press.ts";
import { questionPieces } from "./answer-question.ts";

export function askBackForm(question: ClaimedQuestion): Form {
  return {
    verb: "ask-back",
    subject: question.questionId,
    title: `Ask about question ${question.number}`,
    pieces: questionPieces(question),
    fields: [
      {
        id: "preset",
        label: "A question that fits many",
        limit: 20,
        optional: true,
        choices: Object.entries(ASK_BACK_PRESETS).map(([value, label]) => ({ value, label })),
      },
      {
        id: "text",
        label: "Your question to the patient",
        limit: LIMITS["ask-back"],
        long: true,
        optional: true,
        hint: "Choose one above, write your own, or both. Their reply is shown to them before it is sent, like everything else.",
      },
    ],
  };
}

export const askBackSent = {
  verb: "ask-back",
  changes: true,
  access: "question.ask-back",
  blames: "text",
  async run({ handling, actor, subjectId, fields }) {
    await askBack(handling, { actor, questionId: subjectId, text: askBackText(fields) });
    return undefined;
  },
} satisfies SlackForm;
