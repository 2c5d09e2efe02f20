import type { Core } from "#core/core.ts";
import {
  loadCredentialAlertCard,
  loadCredentialNoticeCard,
} from "#core/credentials/load-credential-cards.ts";
import { loadExperienceLabelCard } from "#core/experiences/label-card.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { asLanguage, inLanguage, type Language } from "#core/language/language.ts";
import {
  loadKeepRequestCard,
  loadKeepTeamCard,
  loadLibraryDueCard,
} from "#core/library/load-library-cards.ts";
import { loadShelfCard } from "#core/library/load-shelf-card.ts";
import { openNickname } from "#core/members/nickname.ts";
import type { Card, CardKind, CardOf } from "#core/messenger.ts";
import { loadAppealCard, loadAppealNoticeCard } from "#core/moderation/appeals/load-appeal-cards.ts";
import { loadOwnDetailsCard } from "#core/moderation/automatic/load-own-details-card.ts";
import { loadCapCard } from "#core/moderation/care/load-cap-card.ts";
import { loadCaseCard } from "#core/moderation/cases/load-case-card.ts";
import { loadDecisionCard } from "#core/moderation/decisions/load-decision-card.ts";
import { loadReportOutcomeCard } from "#core/moderation/decisions/load-report-outcome-card.ts";
import { loadRevealCard } from "#core/moderation/identity/load-reveal-card.ts";
import { loadCrisisCard } from "#core/moderation/load-crisis-card.ts";
import { loadCrisisSupportCard } from "#core/moderation/load-crisis-support-card.ts";
import { loadPolicyCard } from "#core/moderation/policies/load-policy-card.ts";
import { loadCircleSupportCard, loadCircleUpdateCard } from "#core/peers/friends/load-friend-cards.ts";
import {
  loadMentorCheckCard,
  loadMentorNewsCard,
  loadMentorRequestCard,
} from "#core/peers/mentors/load-mentor-cards.ts";
import { loadPeerHelloCard, loadPeerNewsCard, loadPeerOfferCard } from "#core/peers/pairs/load-pair-cards.ts";
import { loadErasureCard } from "#core/privacy/load-erasure-card.ts";
import { loadReadingAlarmCard } from "#core/privacy/load-reading-alarm-card.ts";
import { loadAnswerCard } from "#core/questions/load-answer-card.ts";
import { loadFollowUpCard } from "#core/questions/load-follow-up-card.ts";
import { loadNoticeCard } from "#core/questions/load-notice-card.ts";
import { loadReceiptCard } from "#core/questions/load-receipt-card.ts";
import { loadSentCopyCard } from "#core/questions/load-sent-copy-card.ts";
import { loadTakenBackCard } from "#core/questions/load-taken-back-card.ts";
import { loadTeamNoticeCard } from "#core/questions/load-team-notice-card.ts";
import { loadTriageCard } from "#core/questions/load-triage-card.ts";
import { loadSentBackCard } from "#core/questions/second-look/load-sent-back-card.ts";
import { loadTransparencyCard } from "#core/reporting/load-transparency-card.ts";
import { loadDigestCard } from "#core/rhythm/load-digest-card.ts";
import { loadWelcomeCard } from "#core/rhythm/load-welcome-card.ts";
import type { DeliveryRow } from "./pick.ts";

type Loader<K extends CardKind> = (
  tx: Tx,
  core: Core,
  subjectId: string,
  version: number,
) => Promise<CardOf<K> | undefined>;

/** Every kind has a loader, or this does not compile. */
const LOADERS: { readonly [K in CardKind]: Loader<K> } = {
  triage: loadTriageCard,
  "follow-up": loadFollowUpCard,
  "sent-copy": loadSentCopyCard,
  "sent-back": loadSentBackCard,
  "team-notice": loadTeamNoticeCard,
  receipt: loadReceiptCard,
  answer: loadAnswerCard,
  notice: loadNoticeCard,
  "taken-back": loadTakenBackCard,
  crisis: loadCrisisCard,
  "crisis-support": loadCrisisSupportCard,
  case: loadCaseCard,
  cap: loadCapCard,
  decision: loadDecisionCard,
  "report-outcome": loadReportOutcomeCard,
  appeal: loadAppealCard,
  "appeal-notice": loadAppealNoticeCard,
  reveal: loadRevealCard,
  "policy-change": loadPolicyCard,
  "credential-notice": loadCredentialNoticeCard,
  "credential-alert": loadCredentialAlertCard,
  transparency: loadTransparencyCard,
  "own-details": loadOwnDetailsCard,
  erasure: loadErasureCard,
  "reading-alarm": loadReadingAlarmCard,
  "peer-offer": loadPeerOfferCard,
  "peer-hello": loadPeerHelloCard,
  "peer-news": loadPeerNewsCard,
  "mentor-request": loadMentorRequestCard,
  "mentor-news": loadMentorNewsCard,
  "mentor-check": loadMentorCheckCard,
  "circle-update": loadCircleUpdateCard,
  "circle-support": loadCircleSupportCard,
  "keep-request": loadKeepRequestCard,
  "keep-team": loadKeepTeamCard,
  "library-due": loadLibraryDueCard,
  "shelf-answer": loadShelfCard,
  "experience-label": loadExperienceLabelCard,
  digest: loadDigestCard,
  welcome: loadWelcomeCard,
};

/** Who reads a card; nobody in particular where it goes to a channel. */
async function readersOf(tx: Tx, { targetKind, targetId }: DeliveryRow): Promise<readonly string[]> {
  if (targetKind === "member") return [targetId];
  if (targetKind !== "pair") return [];
  const sides = await tx.peerSide.findMany({ where: { pairId: targetId }, select: { memberId: true } });
  return sides.map(({ memberId }) => memberId);
}

/** The language of all who read a card, English where theirs differ; undefined for a channel. */
async function languageFor(tx: Tx, row: DeliveryRow): Promise<Language | undefined> {
  const ids = [...(await readersOf(tx, row))];
  if (ids.length === 0) return undefined;
  const readers = await tx.member.findMany({ where: { id: { in: ids } }, select: { language: true } });
  const [language = "en", ...others] = new Set(readers.map((reader) => asLanguage(reader.language)));
  return others.length === 0 ? language : "en";
}

/** What goes to one member calls the community by their own name for it, if they gave it one. */
async function calledTheirWay(
  tx: Tx,
  core: Core,
  { targetKind, targetId }: DeliveryRow,
  card: Card,
): Promise<Card> {
  if (targetKind !== "member" || !("community" in card)) return card;
  const reader = await tx.member.findUnique({ where: { id: targetId } });
  const nickname = reader === null ? undefined : await openNickname(tx, core, reader);
  return nickname === undefined ? card : { ...card, community: nickname };
}

/** The card as the facts are now; undefined when there is nothing to say any more. */
export async function loadCard(tx: Tx, core: Core, row: DeliveryRow): Promise<Card | undefined> {
  if (!(row.kind in LOADERS)) throw new Error(`no card is called ${row.kind}`);
  const language = await languageFor(tx, row);
  const card = await inLanguage(language ?? "en", () =>
    LOADERS[row.kind as CardKind](tx, core, row.subjectId, row.version),
  );
  if (card === undefined || language === undefined) return card;
  return { ...(await calledTheirWay(tx, core, row, card)), language };
}

export type LoadCard = typeof loadCard;
