import { DomainError } from "#core/errors.ts";
import { LIMITS } from "#core/questions/message-text.ts";
import { type ClaimedQuestion, readQuestionForProvider } from "#core/questions/read-question.ts";
import { sendToPatient } from "#core/questions/send-to-patient.ts";
import type { Form } from "../markup.ts";
import type { SlackForm } from "../press.ts";
import { questionPieces } from "./answer-question.ts";
import { findingPieces, generalPieces, REASON, reasonFrom } from "./composer.ts";

export function sendToPatientForm(question: ClaimedQuestion, text = ""): Form {
  return {
    verb: "send-to-patient",
    subject: question.questionId,
    title: `To question ${question.number}`,
    pieces: [...questionPieces(question), ...generalPieces(question)],
    fields: [{ id: "text", label: "Message to the patient", limit: LIMITS.reply, long: true, value: text }],
  };
}

export const sendToPatientSent = {
  verb: "send-to-patient",
  changes: true,
  access: "question.answer",
  blames: "text",
  async run({ core, handling, actor, subjectId, fields }) {
    const text = fields.text ?? "";
    try {
      await sendToPatient(handling, { actor, questionId: subjectId, text, ...reasonFrom(fields) });
      return undefined;
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "needs_reason") throw error;
      const { findings } = (error as DomainError<"needs_reason">).details;
      const form = sendToPatientForm(
        await readQuestionForProvider(core, { actor, questionId: subjectId }),
        text,
      );
      return { form: { ...form, pieces: findingPieces(findings), fields: [...form.fields, REASON] } };
    }
  },
} satisfies SlackForm;
