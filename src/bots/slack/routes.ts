import { askBackButton } from "./buttons/ask-back.ts";
import { claim } from "./buttons/claim-question.ts";
import { decline } from "./buttons/decline-question.ts";
import { editAnswerButton } from "./buttons/edit-answer.ts";
import { needsInPersonButton } from "./buttons/needs-in-person.ts";
import { release } from "./buttons/release-question.ts";
import { reportButton } from "./buttons/report.ts";
import { requestCode } from "./buttons/request-code.ts";
import { sendToPatient } from "./buttons/send-to-patient.ts";
import { takeAlertButton } from "./buttons/take-alert.ts";
import { answer } from "./forms/answer-question.ts";
import { askBackSent } from "./forms/ask-back.ts";
import { editAnswerFormSent } from "./forms/edit-answer.ts";
import { reportSent } from "./forms/report.ts";
import { sendToPatientSent } from "./forms/send-to-patient.ts";
import type { SlackButton, SlackForm } from "./press.ts";

/** Everything that can be pressed; listed by hand, checked by a test. */
export const BUTTONS: readonly SlackButton[] = [
  askBackButton,
  claim,
  decline,
  editAnswerButton,
  needsInPersonButton,
  release,
  reportButton,
  requestCode,
  sendToPatient,
  takeAlertButton,
];

/** Every form that can be sent. */
export const FORMS: readonly SlackForm[] = [
  answer,
  askBackSent,
  editAnswerFormSent,
  reportSent,
  sendToPatientSent,
];
