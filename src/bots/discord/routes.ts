import { addFriend } from "./buttons/add-friend.ts";
import { addNoteButton } from "./buttons/add-note.ts";
import { answeredIt } from "./buttons/answered-it.ts";
import { appealButton } from "./buttons/appeal.ts";
import { appealByCodeButton } from "./buttons/appeal-by-code.ts";
import { ask } from "./buttons/ask.ts";
import { askAgain } from "./buttons/ask-again.ts";
import { askFirst } from "./buttons/ask-first.ts";
import { askForCompanyButton } from "./buttons/ask-for-company.ts";
import { askPeersButton } from "./buttons/ask-peers.ts";
import { askPeersStop } from "./buttons/ask-peers-stop.ts";
import { askPeersYes } from "./buttons/ask-peers-yes.ts";
import { blockAccountButton } from "./buttons/block-account.ts";
import { blockPeerButton } from "./buttons/block-peer.ts";
import { blocksPage } from "./buttons/blocks-page.ts";
import { cancelCard } from "./buttons/cancel-card.ts";
import { cancelReplyButton } from "./buttons/cancel-reply.ts";
import { cancelUpdateButton } from "./buttons/cancel-update.ts";
import { caring } from "./buttons/caring.ts";
import { checkCredentials } from "./buttons/check-credentials.ts";
import { chooseForSheet } from "./buttons/choose-for-sheet.ts";
import { claimCredentialButton } from "./buttons/claim-credential.ts";
import { confirmEraseButton } from "./buttons/confirm-erase.ts";
import { connectForget } from "./buttons/connect-forget.ts";
import { connectManner } from "./buttons/connect-manner.ts";
import { connectOff } from "./buttons/connect-off.ts";
import { connectOn } from "./buttons/connect-on.ts";
import { connectTags } from "./buttons/connect-tags.ts";
import { deleteNoteButton } from "./buttons/delete-note.ts";
import { digest } from "./buttons/digest.ts";
import { digestOn } from "./buttons/digest-on.ts";
import { digestShow } from "./buttons/digest-show.ts";
import { digestStop } from "./buttons/digest-stop.ts";
import { digestWhen } from "./buttons/digest-when.ts";
import { editCard } from "./buttons/edit-card.ts";
import { editReply } from "./buttons/edit-reply.ts";
import { editUpdate } from "./buttons/edit-update.ts";
import { enterCodeButton } from "./buttons/enter-code.ts";
import { eraseButton } from "./buttons/erase.ts";
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
import { exportMine } from "./buttons/export-mine.ts";
import { find } from "./buttons/find.ts";
import { friendsPage } from "./buttons/friends-page.ts";
import { helpNow } from "./buttons/help-now.ts";
import { helped } from "./buttons/helped.ts";
import { inbox } from "./buttons/inbox.ts";
import { join } from "./buttons/join.ts";
import { joinStep } from "./buttons/join-step.ts";
import { keepNo } from "./buttons/keep-no.ts";
import { keepYes } from "./buttons/keep-yes.ts";
import { keptHelped } from "./buttons/kept-helped.ts";
import { makeSheetButton } from "./buttons/make-sheet.ts";
import { mentor } from "./buttons/mentor.ts";
import { mentorCap } from "./buttons/mentor-cap.ts";
import { mentorPause } from "./buttons/mentor-pause.ts";
import { mentorQuiz } from "./buttons/mentor-quiz.ts";
import { mentorStop } from "./buttons/mentor-stop.ts";
import { mentorTouch } from "./buttons/mentor-touch.ts";
import { muteUpdateButton } from "./buttons/mute-update.ts";
import { my } from "./buttons/my.ts";
import { myExperiencesButton } from "./buttons/my-experiences.ts";
import { neverShow } from "./buttons/never-show.ts";
import { nicknameButton } from "./buttons/nickname.ts";
import { notes } from "./buttons/notes.ts";
import { openAnswer } from "./buttons/open-answer.ts";
import { openExperience } from "./buttons/open-experience.ts";
import { openKeep } from "./buttons/open-keep.ts";
import { openUpdateButton } from "./buttons/open-update.ts";
import { peerBlock } from "./buttons/peer-block.ts";
import { peerLeave } from "./buttons/peer-leave.ts";
import { peerNo } from "./buttons/peer-no.ts";
import { peerQuestion } from "./buttons/peer-question.ts";
import { peerReport } from "./buttons/peer-report.ts";
import { peerShow } from "./buttons/peer-show.ts";
import { peerYes } from "./buttons/peer-yes.ts";
import { pickAnswer } from "./buttons/pick-answer.ts";
import { pickCountry } from "./buttons/pick-country.ts";
import { pickExperience } from "./buttons/pick-experience.ts";
import { pickQuestion } from "./buttons/pick-question.ts";
import { putBackChoice } from "./buttons/put-back.ts";
import { questionCredentialButton } from "./buttons/question-credential.ts";
import { readAnswerButton } from "./buttons/read-answer.ts";
import { removeFriend } from "./buttons/remove-friend.ts";
import { reply } from "./buttons/reply.ts";
import { replyToAppealButton } from "./buttons/reply-to-appeal.ts";
import { replyToCaseButton } from "./buttons/reply-to-case.ts";
import { reportButton } from "./buttons/report.ts";
import { reportKept } from "./buttons/report-kept.ts";
import { reportQuestionButton } from "./buttons/report-question.ts";
import { reportUpdateButton } from "./buttons/report-update.ts";
import { sendAtOnce } from "./buttons/send-at-once.ts";
import { sendCard } from "./buttons/send-card.ts";
import { sendReplyButton } from "./buttons/send-reply.ts";
import { sendUpdateButton } from "./buttons/send-update.ts";
import { settings } from "./buttons/settings.ts";
import { sheetPeriod } from "./buttons/sheet-period.ts";
import { showAmberAgain } from "./buttons/show-again.ts";
import { stillUnclear } from "./buttons/still-unclear.ts";
import { support } from "./buttons/support.ts";
import { takeAlertButton } from "./buttons/take-alert.ts";
import { takeBackButton } from "./buttons/take-back.ts";
import { takeOut } from "./buttons/take-out.ts";
import { unblockButton } from "./buttons/unblock.ts";
import { updateButton } from "./buttons/update.ts";
import { useThread } from "./buttons/use-thread.ts";
import { whoSawButton } from "./buttons/who-saw.ts";
import { workMailButton } from "./buttons/work-mail.ts";
import { appealCommand } from "./commands/appeal.ts";
import { askCommand } from "./commands/ask.ts";
import { askAboutMessageCommand } from "./commands/ask-about-message.ts";
import { blockPersonCommand } from "./commands/block-person.ts";
import { blocksCommand } from "./commands/blocks.ts";
import { checkCredentialsCommand } from "./commands/check-credentials.ts";
import { claimCommand } from "./commands/claim.ts";
import { connectCommand } from "./commands/connect.ts";
import { experienceCommand } from "./commands/experience.ts";
import { findCommand } from "./commands/find.ts";
import { friendsCommand } from "./commands/friends.ts";
import { helpNowCommand } from "./commands/help-now.ts";
import { inboxCommand } from "./commands/inbox.ts";
import { myCommand } from "./commands/my.ts";
import { myStrikesCommand } from "./commands/my-strikes.ts";
import { privacyCommand } from "./commands/privacy.ts";
import { questionsCommand } from "./commands/questions.ts";
import { reportMessageCommand } from "./commands/report-message.ts";
import { reportPersonCommand } from "./commands/report-person.ts";
import { startCommand } from "./commands/start.ts";
import { updateCommand } from "./commands/update.ts";
import { visitSheetCommand } from "./commands/visit-sheet.ts";
import { worriedAboutMessageCommand, worriedAboutPersonCommand } from "./commands/worried.ts";
import type { DiscordEvent } from "./events/event.ts";
import { filterFound } from "./events/filter-found.ts";
import { messageEdited } from "./events/message-edited.ts";
import { messageRemoved } from "./events/message-removed.ts";
import { messageTyped } from "./events/message-typed.ts";
import { postFound } from "./events/post-found.ts";
import { threadTyped } from "./events/thread-typed.ts";
import { threadUnkept } from "./events/thread-unkept.ts";
import { addNoteForm } from "./forms/add-note.ts";
import { appealForm } from "./forms/appeal.ts";
import { appealByCodeForm } from "./forms/appeal-by-code.ts";
import { askForm } from "./forms/ask.ts";
import { chooseForSheetForm } from "./forms/choose-for-sheet.ts";
import { claimCredentialForm } from "./forms/claim-credential.ts";
import { confirmEraseForm } from "./forms/confirm-erase.ts";
import { connectMannerForm } from "./forms/connect-manner.ts";
import { connectTagsForm } from "./forms/connect-tags.ts";
import { digestWhenForm } from "./forms/digest-when.ts";
import { editCardForm } from "./forms/edit-card.ts";
import { editReplyForm } from "./forms/edit-reply.ts";
import { enterCodeForm } from "./forms/enter-code.ts";
import { editExperienceForm, experienceForm } from "./forms/experience.ts";
import { reportExperienceForm } from "./forms/experience-report.ts";
import { findForm } from "./forms/find.ts";
import { joinForm } from "./forms/join.ts";
import { mentorQuizForm } from "./forms/mentor-quiz.ts";
import { nicknameForm } from "./forms/nickname.ts";
import { reportPeerForm } from "./forms/peer-report.ts";
import { questionCredentialForm } from "./forms/question-credential.ts";
import { replyForm } from "./forms/reply.ts";
import { replyToAppealForm } from "./forms/reply-to-appeal.ts";
import { replyToCaseForm } from "./forms/reply-to-case.ts";
import { reportForm } from "./forms/report.ts";
import { reportKeptForm } from "./forms/report-kept.ts";
import { reportPersonForm } from "./forms/report-person.ts";
import { reportPostForm } from "./forms/report-post.ts";
import { reportQuestionForm } from "./forms/report-question.ts";
import { reportUpdateForm } from "./forms/report-update.ts";
import { settingsForm } from "./forms/settings.ts";
import { updateForm } from "./forms/update.ts";
import { workMailForm } from "./forms/work-mail.ts";
import { worriedForm } from "./forms/worried.ts";
import type { DiscordButton, DiscordCommand, DiscordForm } from "./press.ts";

/** Everything that a person can do on Discord, by hand; a test finds what a folder has and this list lacks. */
export const COMMANDS: readonly DiscordCommand[] = [
  startCommand,
  askCommand,
  askAboutMessageCommand,
  findCommand,
  myCommand,
  inboxCommand,
  privacyCommand,
  connectCommand,
  questionsCommand,
  friendsCommand,
  updateCommand,
  blocksCommand,
  claimCommand,
  checkCredentialsCommand,
  worriedAboutMessageCommand,
  worriedAboutPersonCommand,
  reportMessageCommand,
  reportPersonCommand,
  blockPersonCommand,
  myStrikesCommand,
  experienceCommand,
  appealCommand,
  helpNowCommand,
  visitSheetCommand,
];

export const BUTTONS: readonly DiscordButton[] = [
  addNoteButton,
  answeredIt,
  appealButton,
  appealByCodeButton,
  ask,
  askAgain,
  askFirst,
  askForCompanyButton,
  addFriend,
  blockAccountButton,
  blockPeerButton,
  blocksPage,
  friendsPage,
  cancelUpdateButton,
  editUpdate,
  muteUpdateButton,
  openUpdateButton,
  removeFriend,
  reportUpdateButton,
  sendUpdateButton,
  support,
  updateButton,
  backInExperience,
  cancelCard,
  cancelExperience,
  cancelReplyButton,
  caring,
  checkCredentials,
  chooseForSheet,
  chooseForExperience,
  claimCredentialButton,
  deleteNoteButton,
  confirmEraseButton,
  askPeersButton,
  askPeersStop,
  askPeersYes,
  digest,
  digestOn,
  digestShow,
  digestStop,
  digestWhen,
  openExperience,
  peerQuestion,
  reportQuestionButton,
  connectForget,
  connectManner,
  connectOff,
  connectOn,
  connectTags,
  editCard,
  editExperienceButton,
  editReply,
  enterCodeButton,
  exportMine,
  eraseButton,
  find,
  helped,
  helpNow,
  inbox,
  join,
  joinStep,
  makeSheetButton,
  mentor,
  mentorCap,
  mentorPause,
  mentorQuiz,
  mentorStop,
  mentorTouch,
  keepNo,
  keepYes,
  keptHelped,
  reportKept,
  labelsOfExperience,
  moreExperiences,
  my,
  notes,
  nicknameButton,
  myExperiencesButton,
  neverShow,
  newExperience,
  nextInExperience,
  openAnswer,
  peerBlock,
  peerLeave,
  peerNo,
  peerReport,
  peerShow,
  peerYes,
  openKeep,
  pickAnswer,
  pickCountry,
  pickExperience,
  pickQuestion,
  putBackChoice,
  questionCredentialButton,
  readAnswerButton,
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
  sheetPeriod,
  shareExperienceAgain,
  shareExperienceButton,
  showAmberAgain,
  stillUnclear,
  takeAlertButton,
  takeBackButton,
  unblockButton,
  takeOut,
  useOfExperience,
  useThread,
  whoSawButton,
  withdrawExperienceButton,
  workMailButton,
];

export const FORMS: readonly DiscordForm[] = [
  addNoteForm,
  appealByCodeForm,
  appealForm,
  askForm,
  chooseForSheetForm,
  claimCredentialForm,
  confirmEraseForm,
  connectMannerForm,
  digestWhenForm,
  reportQuestionForm,
  connectTagsForm,
  editCardForm,
  editExperienceForm,
  editReplyForm,
  enterCodeForm,
  findForm,
  experienceForm,
  joinForm,
  mentorQuizForm,
  nicknameForm,
  reportPeerForm,
  reportKeptForm,
  reportUpdateForm,
  updateForm,
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
