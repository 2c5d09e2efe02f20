import { DomainError } from "#core/errors.ts";
import type { AnswerText } from "#core/questions/cards.ts";
import { editAnswer } from "#core/questions/edit-answer.ts";
import type { Form, Piece } from "../markup.ts";
import type { SlackForm } from "../press.ts";
import { answerFields, answerFrom, findingPieces, KEEP_GENERAL, REASON, reasonFrom } from "./composer.ts";

export function editAnswerForm(
  messageId: string,
  text: AnswerText,
  pieces: readonly Piece[] = [KEEP_GENERAL],
): Form {
  return {
    verb: "edit-answer",
    subject: messageId,
    title: "Edit answer",
    pieces,
    fields: answerFields(text),
  };
}

export const editAnswerFormSent = {
  verb: "edit-answer",
  changes: true,
  access: "question.answer",
  blames: "often",
  async run({ handling, actor, subjectId, fields }) {
    const text = answerFrom(fields);
    try {
      await editAnswer(handling, { actor, messageId: subjectId, text, ...reasonFrom(fields) });
      return undefined;
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "needs_reason") throw error;
      const { findings } = (error as DomainError<"needs_reason">).details;
      const form = editAnswerForm(subjectId, text, findingPieces(findings));
      return { form: { ...form, fields: [...form.fields, REASON] } };
    }
  },
} satisfies SlackForm;
