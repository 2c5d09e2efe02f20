import type { Card, CardKind, CardOf } from "#core/messenger.ts";
import type { Face } from "../markup.ts";
import { answerFace } from "./answer.ts";
import { appealFace } from "./appeal.ts";
import { appealNoticeFace } from "./appeal-notice.ts";
import { capFace } from "./cap.ts";
import { caseFace } from "./case.ts";
import { circleSupportFace } from "./circle-support.ts";
import { circleUpdateFace } from "./circle-update.ts";
import { credentialAlertFace } from "./credential-alert.ts";
import { credentialNoticeFace } from "./credential-notice.ts";
import { crisisFace } from "./crisis.ts";
import { crisisSupportFace } from "./crisis-support.ts";
import { decisionFace } from "./decision.ts";
import { digestFace } from "./digest.ts";
import { erasureFace } from "./erasure.ts";
import { experienceLabelFace } from "./experience-label.ts";
import { followUpFace } from "./follow-up.ts";
import { keepRequestFace } from "./keep-request.ts";
import { keepTeamFace } from "./keep-team.ts";
import { libraryDueFace } from "./library-due.ts";
import { mentorCheckFace } from "./mentor-check.ts";
import { mentorNewsFace } from "./mentor-news.ts";
import { mentorRequestFace } from "./mentor-request.ts";
import { noticeFace } from "./notice.ts";
import { ownDetailsFace } from "./own-details.ts";
import { peerHelloFace } from "./peer-hello.ts";
import { peerNewsFace } from "./peer-news.ts";
import { peerOfferFace } from "./peer-offer.ts";
import { policyChangeFace } from "./policy-change.ts";
import { readingAlarmFace } from "./reading-alarm.ts";
import { receiptFace } from "./receipt.ts";
import { reportOutcomeFace } from "./report-outcome.ts";
import { revealFace } from "./reveal.ts";
import { sentBackFace } from "./sent-back.ts";
import { sentCopyFace } from "./sent-copy.ts";
import { shelfAnswerFace } from "./shelf-answer.ts";
import { takenBackFace } from "./taken-back.ts";
import { teamNoticeFace } from "./team-notice.ts";
import { transparencyFace } from "./transparency.ts";
import { triageFace } from "./triage.ts";
import { welcomeFace } from "./welcome.ts";

/** Every kind of card; a new kind does not compile until it can be shown here. */
const FACES: { [K in CardKind]: (card: CardOf<K>) => Face } = {
  triage: triageFace,
  "follow-up": followUpFace,
  "sent-copy": sentCopyFace,
  "sent-back": sentBackFace,
  "team-notice": teamNoticeFace,
  receipt: receiptFace,
  answer: answerFace,
  notice: noticeFace,
  "taken-back": takenBackFace,
  crisis: crisisFace,
  "crisis-support": crisisSupportFace,
  case: caseFace,
  cap: capFace,
  decision: decisionFace,
  "report-outcome": reportOutcomeFace,
  appeal: appealFace,
  "appeal-notice": appealNoticeFace,
  reveal: revealFace,
  "policy-change": policyChangeFace,
  "credential-notice": credentialNoticeFace,
  "credential-alert": credentialAlertFace,
  transparency: transparencyFace,
  "own-details": ownDetailsFace,
  erasure: erasureFace,
  "reading-alarm": readingAlarmFace,
  "peer-offer": peerOfferFace,
  "peer-hello": peerHelloFace,
  "peer-news": peerNewsFace,
  "mentor-request": mentorRequestFace,
  "mentor-news": mentorNewsFace,
  "mentor-check": mentorCheckFace,
  "circle-update": circleUpdateFace,
  "circle-support": circleSupportFace,
  "keep-request": keepRequestFace,
  "keep-team": keepTeamFace,
  "library-due": libraryDueFace,
  "shelf-answer": shelfAnswerFace,
  "experience-label": experienceLabelFace,
  digest: digestFace,
  welcome: welcomeFace,
};

function faceOfKind<K extends CardKind>(kind: K, card: CardOf<K>): Face {
  return FACES[kind](card);
}

/** How a card looks on Discord. */
export function faceOf(card: Card): Face {
  return faceOfKind(card.kind, card);
}
