import { addNoteModal } from "#bots/discord/forms/add-note.ts";
import { appealModal } from "#bots/discord/forms/appeal.ts";
import { appealByCodeModal } from "#bots/discord/forms/appeal-by-code.ts";
import { askModal } from "#bots/discord/forms/ask.ts";
import { chooseForSheetModal } from "#bots/discord/forms/choose-for-sheet.ts";
import { claimCredentialModal } from "#bots/discord/forms/claim-credential.ts";
import { confirmEraseModal } from "#bots/discord/forms/confirm-erase.ts";
import { connectMannerModal } from "#bots/discord/forms/connect-manner.ts";
import { connectTagsModal } from "#bots/discord/forms/connect-tags.ts";
import { digestWhenModal } from "#bots/discord/forms/digest-when.ts";
import { editCardModal } from "#bots/discord/forms/edit-card.ts";
import { editReplyModal } from "#bots/discord/forms/edit-reply.ts";
import { enterCodeModal } from "#bots/discord/forms/enter-code.ts";
import { editExperienceModal, experienceModal } from "#bots/discord/forms/experience.ts";
import { reportExperienceModal } from "#bots/discord/forms/experience-report.ts";
import { joinModal } from "#bots/discord/forms/join.ts";
import { mentorQuizModal } from "#bots/discord/forms/mentor-quiz.ts";
import { nicknameModal } from "#bots/discord/forms/nickname.ts";
import { reportPeerModal } from "#bots/discord/forms/peer-report.ts";
import { questionCredentialModal } from "#bots/discord/forms/question-credential.ts";
import { replyModal } from "#bots/discord/forms/reply.ts";
import { replyToAppealModal } from "#bots/discord/forms/reply-to-appeal.ts";
import { replyToCaseModal } from "#bots/discord/forms/reply-to-case.ts";
import { reportModal } from "#bots/discord/forms/report.ts";
import { reportKeptModal } from "#bots/discord/forms/report-kept.ts";
import { reportPersonModal } from "#bots/discord/forms/report-person.ts";
import { reportPostModal } from "#bots/discord/forms/report-post.ts";
import { reportQuestionModal } from "#bots/discord/forms/report-question.ts";
import { reportUpdateModal } from "#bots/discord/forms/report-update.ts";
import { settingsModal } from "#bots/discord/forms/settings.ts";
import { updateModal } from "#bots/discord/forms/update.ts";
import { workMailModal } from "#bots/discord/forms/work-mail.ts";
import { worriedModal } from "#bots/discord/forms/worried.ts";
import type { Modal } from "#bots/discord/press.ts";
import { drawQuiz } from "#core/peers/mentors/quiz.ts";
import { shippedCrisisLines } from "#core/screening/load-crisis-lines.ts";
import { fullRules } from "../../support/own-rules.ts";

/** As long as Discord's ids get. */
const SNOWFLAKE = "18446744073709551615";
const ID = "01900000-0000-7000-8000-000000000001";

/** Every form as it would open, with ids as long as ours are. */
export function modalsToCheck(): Record<string, Modal> {
  return {
    ask: askModal("1234567890123456789/1234567890123456789", "x".repeat(4000)),
    "add-note": addNoteModal(),
    "choose-for-sheet": chooseForSheetModal({
      period: "year",
      unanswered: [],
      answered: Array.from({ length: 25 }, (_, number) => ({
        questionId: `${ID.slice(0, -2)}${number}`,
        number,
        topic: "x".repeat(60),
      })),
      notes: { note: 0, ask: 0 },
    }),
    "edit-card": editCardModal(`${ID}/${ID}`, { question: "x", tried: "" }),
    "edit-reply": editReplyModal(`${ID}/${ID}`, { question: "x", tried: "" }),
    join: joinModal("Calm Harbor", shippedCrisisLines()),
    "experience-new": experienceModal(),
    "experience-edit": editExperienceModal(ID, {
      ...{ about: "x".repeat(60), happened: "x".repeat(900), helped: "", friend: "", since: "" },
    }),
    "experience-report": reportExperienceModal(ID, fullRules()),
    reply: replyModal(ID),
    "connect-tags": connectTagsModal({ tags: ["topic.pain", "topic.sleep", "age.75"] }),
    "connect-manner": connectMannerModal({ manner: undefined, wants: "peer" }),
    "mentor-quiz": mentorQuizModal({ tries: 3, questions: drawQuiz({ memberId: ID, tries: 3 }) }),
    "digest-when": digestWhenModal({ weekday: 7, band: "afternoon" }),
    "report-question": reportQuestionModal(ID, fullRules()),
    update: updateModal(ID),
    "report-kept": reportKeptModal(ID, fullRules()),
    "report-update": reportUpdateModal(ID, fullRules()),
    "peer-report": reportPeerModal(ID, fullRules()),
    appeal: appealModal(ID),
    "appeal-by-code": appealByCodeModal([]),
    "appeal-one": appealByCodeModal([{ label: "x".repeat(100), value: ID }]),
    "appeal-many": appealByCodeModal(
      Array.from({ length: 25 }, (_, at) => ({ label: "x".repeat(100), value: `${ID}${at}` })),
    ),
    "reply-to-appeal": replyToAppealModal(ID),
    report: reportModal(`${ID}/${ID}`, fullRules()),
    "report-person": reportPersonModal(SNOWFLAKE, fullRules()),
    "report-post": reportPostModal(SNOWFLAKE, fullRules()),
    "claim-credential": claimCredentialModal(ID),
    "enter-code": enterCodeModal(ID),
    "question-credential": questionCredentialModal(ID),
    "reply-to-case": replyToCaseModal(ID),
    "work-mail": workMailModal(ID),
    nickname: nicknameModal("x".repeat(40)),
    "confirm-erase": confirmEraseModal({ pseudonym: "x".repeat(32), communityId: ID }),
    worried: worriedModal("1234567890123456789"),
    settings: settingsModal(
      { pseudonym: "Calm Harbor", country: "US", reach: "dm", quiet: false },
      shippedCrisisLines(),
    ),
  };
}
