import { addOpinionButton } from "./buttons/add-opinion.ts";
import { agreeButton } from "./buttons/agree.ts";
import { appealButton } from "./buttons/appeal.ts";
import { appealCodeButton } from "./buttons/appeal-code.ts";
import { askBackButton } from "./buttons/ask-back.ts";
import { checkCredentials } from "./buttons/check-credentials.ts";
import { claimCredentialButton } from "./buttons/claim-credential.ts";
import { claim } from "./buttons/claim-question.ts";
import { decline } from "./buttons/decline-question.ts";
import { editAnswerButton } from "./buttons/edit-answer.ts";
import { enterCodeButton } from "./buttons/enter-code.ts";
import { handBackCaseButton } from "./buttons/hand-back-case.ts";
import { keepButton } from "./buttons/keep.ts";
import { keepLook } from "./buttons/keep-look.ts";
import { keepNo } from "./buttons/keep-no.ts";
import { keepYes } from "./buttons/keep-yes.ts";
import { lookButton } from "./buttons/look-at-answer.ts";
import { needsInPersonButton } from "./buttons/needs-in-person.ts";
import { release } from "./buttons/release-question.ts";
import { replyToAppealButton } from "./buttons/reply-to-appeal.ts";
import { replyToCaseButton } from "./buttons/reply-to-case.ts";
import { reportButton } from "./buttons/report.ts";
import { reportPersonButton } from "./buttons/report-person.ts";
import { requestCode } from "./buttons/request-code.ts";
import { retireAnswer } from "./buttons/retire-answer.ts";
import { seeDifferentlyButton } from "./buttons/see-differently.ts";
import { sendToPatient } from "./buttons/send-to-patient.ts";
import { stillRight } from "./buttons/still-right.ts";
import { takeAlertButton } from "./buttons/take-alert.ts";
import { takeCaseButton } from "./buttons/take-case.ts";
import { takeOut } from "./buttons/take-out.ts";
import { vouchButton } from "./buttons/vouch.ts";
import { withdrawOpinionButton } from "./buttons/withdraw-opinion.ts";
import { workMailButton } from "./buttons/work-mail.ts";
import { answer } from "./forms/answer-question.ts";
import { appealSent } from "./forms/appeal.ts";
import { appealCodeSent } from "./forms/appeal-code.ts";
import { askBackSent } from "./forms/ask-back.ts";
import { claimCredentialSent } from "./forms/claim-credential.ts";
import { editAnswerFormSent } from "./forms/edit-answer.ts";
import { enterCodeSent } from "./forms/enter-code.ts";
import { keepSent } from "./forms/keep.ts";
import { keepLookSent } from "./forms/keep-look.ts";
import { lookSent } from "./forms/look-at-answer.ts";
import { questionCredentialSent } from "./forms/question-credential.ts";
import { replyToAppealSent } from "./forms/reply-to-appeal.ts";
import { replyToCaseSent } from "./forms/reply-to-case.ts";
import { reportSent } from "./forms/report.ts";
import { reportPersonSent } from "./forms/report-person.ts";
import { reportPostSent } from "./forms/report-post.ts";
import { secondOpinionSent } from "./forms/second-opinion.ts";
import { sendToPatientSent } from "./forms/send-to-patient.ts";
import { workMailSent } from "./forms/work-mail.ts";
import type { SlackButton, SlackForm, SlackShortcut } from "./press.ts";
import { reportMessageShortcut } from "./shortcuts/report-message.ts";

/** Everything that can be pressed; listed by hand, checked by a test. */
export const BUTTONS: readonly SlackButton[] = [
  askBackButton,
  claim,
  decline,
  editAnswerButton,
  keepButton,
  keepLook,
  keepNo,
  keepYes,
  lookButton,
  agreeButton,
  addOpinionButton,
  seeDifferentlyButton,
  withdrawOpinionButton,
  needsInPersonButton,
  release,
  reportButton,
  requestCode,
  retireAnswer,
  sendToPatient,
  stillRight,
  takeAlertButton,
  takeOut,
  checkCredentials,
  claimCredentialButton,
  enterCodeButton,
  replyToCaseButton,
  vouchButton,
  workMailButton,
  appealButton,
  appealCodeButton,
  handBackCaseButton,
  replyToAppealButton,
  reportPersonButton,
  takeCaseButton,
];

/** Every form that can be sent. */
export const FORMS: readonly SlackForm[] = [
  answer,
  askBackSent,
  editAnswerFormSent,
  keepLookSent,
  keepSent,
  lookSent,
  secondOpinionSent,
  reportSent,
  sendToPatientSent,
  claimCredentialSent,
  enterCodeSent,
  questionCredentialSent,
  replyToCaseSent,
  workMailSent,
  appealSent,
  appealCodeSent,
  replyToAppealSent,
  reportPersonSent,
  reportPostSent,
];

/** Every entry of a message's menu; the manifest names the same. */
export const SHORTCUTS: readonly SlackShortcut[] = [reportMessageShortcut];
