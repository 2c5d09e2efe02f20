import { readQuestionForProvider } from "#core/questions/read-question.ts";
import { sendToPatientForm } from "../forms/send-to-patient.ts";
import type { SlackButton } from "../press.ts";

export const sendToPatient = {
  verb: "send-to-patient",
  changes: false,
  access: "question.answer",
  run: async ({ core, actor, subjectId }) => ({
    form: sendToPatientForm(await readQuestionForProvider(core, { actor, questionId: subjectId })),
  }),
} satisfies SlackButton;
