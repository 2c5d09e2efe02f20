import { askBackButton } from "./buttons/ask-back.ts";
import { checkCredentials } from "./buttons/check-credentials.ts";
import { claimCredentialButton } from "./buttons/claim-credential.ts";
import { claim } from "./buttons/claim-question.ts";
import { decline } from "./buttons/decline-question.ts";
import { editAnswerButton } from "./buttons/edit-answer.ts";
import { enterCodeButton } from "./buttons/enter-code.ts";
import { lookButton } from "./buttons/look-at-answer.ts";
import { needsInPersonButton } from "./buttons/needs-in-person.ts";
import { release } from "./buttons/release-question.ts";
import { replyToCaseButton } from "./buttons/reply-to-case.ts";
import { reportButton } from "./buttons/report.ts";
import { requestCode } from "./buttons/request-code.ts";
import { sendToPatient } from "./buttons/send-to-patient.ts";
import { takeAlertButton } from "./buttons/take-alert.ts";
import { vouchButton } from "./buttons/vouch.ts";
import { workMailButton } from "./buttons/work-mail.ts";
import { answer } from "./forms/answer-question.ts";
import { askBackSent } from "./forms/ask-back.ts";
import { claimCredentialSent } from "./forms/claim-credential.ts";
import { editAnswerFormSent } from "./forms/edit-answer.ts";
import { enterCodeSent } from "./forms/enter-code.ts";
import { lookSent } from "./forms/look-at-answer.ts";
import { questionCredentialSent } from "./forms/question-credential.ts";
import { replyToCaseSent } from "./forms/reply-to-case.ts";
import { reportSent } from "./forms/report.ts";
import { sendToPatientSent } from "./forms/send-to-patient.ts";
import { workMailSent } from "./forms/work-mail.ts";
import type { SlackButton, SlackForm } from "./press.ts";

/** Everything that can be pressed; listed by hand, checked by a test. */
export const BUTTONS: readonly SlackButton[] = [
  askBackButton,
  claim,
  decline,
  editAnswerButton,
  lookButton,
  needsInPersonButton,
  release,
  reportButton,
  requestCode,
  sendToPatient,
  takeAlertButton,
  checkCredentials,
  claimCredentialButton,
  enterCodeButton,
  replyToCaseButton,
  vouchButton,
  workMailButton,
];

/** Every form that can be sent. */
export const FORMS: readonly SlackForm[] = [
  answer,
  askBackSent,
  editAnswerFormSent,
  lookSent,
  reportSent,
  sendToPatientSent,
  claimCredentialSent,
  enterCodeSent,
  questionCredentialSent,
  replyToCaseSent,
  workMailSent,
];
