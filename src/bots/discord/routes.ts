import { appealButton } from "./buttons/appeal.ts";
import { appealByCodeButton } from "./buttons/appeal-by-code.ts";
import { ask } from "./buttons/ask.ts";
import { askAgain } from "./buttons/ask-again.ts";
import { askFirst } from "./buttons/ask-first.ts";
import { askForCompanyButton } from "./buttons/ask-for-company.ts";
import { cancelCard } from "./buttons/cancel-card.ts";
import { cancelReplyButton } from "./buttons/cancel-reply.ts";
import { checkCredentials } from "./buttons/check-credentials.ts";
import { claimCredentialButton } from "./buttons/claim-credential.ts";
import { editCard } from "./buttons/edit-card.ts";
import { editReply } from "./buttons/edit-reply.ts";
import { enterCodeButton } from "./buttons/enter-code.ts";
import { backInExperience } from "./buttons/experience-back.ts";
import { cancelExperience } from "./buttons/experience-cancel.ts";
import { chooseForExperience } from "./buttons/experience-choose.ts";
import { editExperienceButton } from "./buttons/experience-edit.ts";
import { labelsOfExperience } from "./buttons/experience-labels.ts";
import { moreExperiences } from "./buttons/experience-more.ts";
import { newExperience } from "./buttons/experience-new.ts";
import { nextInExperience } from "./buttons/experience-next.ts";
import { removeExperienceButton } from "./buttons/experience-remove.ts";
import { reportExperienceButton } from "./buttons/experience-report.ts";
import { shareExperienceButton } from "./buttons/experience-share.ts";
import { shareExperienceAgain } from "./buttons/experience-share-again.ts";
import { useOfExperience } from "./buttons/experience-use.ts";
import { withdrawExperienceButton } from "./buttons/experience-withdraw.ts";
import { helpNow } from "./buttons/help-now.ts";
import { helped } from "./buttons/helped.ts";
import { inbox } from "./buttons/inbox.ts";
import { join } from "./buttons/join.ts";
import { joinStep } from "./buttons/join-step.ts";
import { my } from "./buttons/my.ts";
import { myExperiencesButton } from "./buttons/my-experiences.ts";
import { neverShow } from "./buttons/never-show.ts";
import { openAnswer } from "./buttons/open-answer.ts";
import { pickAnswer } from "./buttons/pick-answer.ts";
import { pickCountry } from "./buttons/pick-country.ts";
import { pickExperience } from "./buttons/pick-experience.ts";
import { pickQuestion } from "./buttons/pick-question.ts";
import { questionCredentialButton } from "./buttons/question-credential.ts";
import { reply } from "./buttons/reply.ts";
import { replyToAppealButton } from "./buttons/reply-to-appeal.ts";
import { replyToCaseButton } from "./buttons/reply-to-case.ts";
import { reportButton } from "./buttons/report.ts";
import { sendAtOnce } from "./buttons/send-at-once.ts";
import { sendCard } from "./buttons/send-card.ts";
import { sendReplyButton } from "./buttons/send-reply.ts";
import { settings } from "./buttons/settings.ts";
import { showAmberAgain } from "./buttons/show-again.ts";
import { stillUnclear } from "./buttons/still-unclear.ts";
import { takeAlertButton } from "./buttons/take-alert.ts";
import { takeBackButton } from "./buttons/take-back.ts";
import { useThread } from "./buttons/use-thread.ts";
import { workMailButton } from "./buttons/work-mail.ts";
import { appealCommand } from "./commands/appeal.ts";
import { askCommand } from "./commands/ask.ts";
import { askAboutMessageCommand } from "./commands/ask-about-message.ts";
import { checkCredentialsCommand } from "./commands/check-credentials.ts";
import { claimCommand } from "./commands/claim.ts";
import { experienceCommand } from "./commands/experience.ts";
import { helpNowCommand } from "./commands/help-now.ts";
import { inboxCommand } from "./commands/inbox.ts";
import { myCommand } from "./commands/my.ts";
import { myStrikesCommand } from "./commands/my-strikes.ts";
import { privacyCommand } from "./commands/privacy.ts";
import { reportMessageCommand } from "./commands/report-message.ts";
import { reportPersonCommand } from "./commands/report-person.ts";
import { startCommand } from "./commands/start.ts";
import { worriedAboutMessageCommand, worriedAboutPersonCommand } from "./commands/worried.ts";
import type { DiscordEvent } from "./events/event.ts";
import { filterFound } from "./events/filter-found.ts";
import { messageEdited } from "./events/message-edited.ts";
import { messageRemoved } from "./events/message-removed.ts";
import { messageTyped } from "./events/message-typed.ts";
import { postFound } from "./events/post-found.ts";
import { threadTyped } from "./events/thread-typed.ts";
import { threadUnkept } from "./events/thread-unkept.ts";
import { appealForm } from "./forms/appeal.ts";
import { appealByCodeForm } from "./forms/appeal-by-code.ts";
import { askForm } from "./forms/ask.ts";
import { claimCredentialForm } from "./forms/claim-credential.ts";
import { editCardForm } from "./forms/edit-card.ts";
import { editReplyForm } from "./forms/edit-reply.ts";
import { enterCodeForm } from "./forms/enter-code.ts";
import { editExperienceForm, experienceForm } from "./forms/experience.ts";
import { reportExperienceForm } from "./forms/experience-report.ts";
import { joinForm } from "./forms/join.ts";
import { questionCredentialForm } from "./forms/question-credential.ts";
import { replyForm } from "./forms/reply.ts";
import { replyToAppealForm } from "./forms/reply-to-appeal.ts";
import { replyToCaseForm } from "./forms/reply-to-case.ts";
import { reportForm } from "./forms/report.ts";
import { reportPersonForm } from "./forms/report-person.ts";
import { reportPostForm } from "./forms/report-post.ts";
import { settingsForm } from "./forms/settings.ts";
import { workMailForm } from "./forms/work-mail.ts";
import { worriedForm } from "./forms/worried.ts";
import type { DiscordButton, DiscordCommand, DiscordForm } from "./press.ts";

/** Everything that a person can do on Discord, by hand; a test finds what a folder has and this list lacks. */
export const COMMANDS: readonly DiscordCommand[] = [
  startCommand,
  askCommand,
  askAboutMessageCommand,
  myCommand,
  inboxCommand,
  privacyCommand,
  claimCommand,
  checkCredentialsCommand,
  worriedAboutMessageCommand,
  worriedAboutPersonCommand,
  reportMessageCommand,
  reportPersonCommand,
  myStrikesCommand,
  experienceCommand,
  appealCommand,
  helpNowCommand,
];

export const BUTTONS: readonly DiscordButton[] = [
  appealButton,
  appealByCodeButton,
  ask,
  askAgain,
  askFirst,
  askForCompanyButton,
  backInExperience,
  cancelCard,
  cancelExperience,
  cancelReplyButton,
  checkCredentials,
  chooseForExperience,
  claimCredentialButton,
  editCard,
  editExperienceButton,
  editReply,
  enterCodeButton,
  helped,
  helpNow,
  inbox,
  join,
  joinStep,
  labelsOfExperience,
  moreExperiences,
  my,
  myExperiencesButton,
  neverShow,
  newExperience,
  nextInExperience,
  openAnswer,
  pickAnswer,
  pickCountry,
  pickExperience,
  pickQuestion,
  questionCredentialButton,
  removeExperienceButton,
  reply,
  replyToAppealButton,
  replyToCaseButton,
  reportButton,
  reportExperienceButton,
  sendAtOnce,
  sendCard,
  sendReplyButton,
  settings,
  shareExperienceAgain,
  shareExperienceButton,
  showAmberAgain,
  stillUnclear,
  takeAlertButton,
  takeBackButton,
  useOfExperience,
  useThread,
  withdrawExperienceButton,
  workMailButton,
];

export const FORMS: readonly DiscordForm[] = [
  appealByCodeForm,
  appealForm,
  askForm,
  claimCredentialForm,
  editCardForm,
  editExperienceForm,
  editReplyForm,
  enterCodeForm,
  experienceForm,
  joinForm,
  questionCredentialForm,
  replyForm,
  replyToAppealForm,
  replyToCaseForm,
  reportExperienceForm,
  reportForm,
  reportPersonForm,
  reportPostForm,
  settingsForm,
  workMailForm,
  worriedForm,
];

export const EVENTS: readonly DiscordEvent[] = [
  filterFound,
  messageEdited,
  messageRemoved,
  messageTyped,
  postFound,
  threadTyped,
  threadUnkept,
];
