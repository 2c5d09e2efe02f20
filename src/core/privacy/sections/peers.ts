import type { Known } from "#core/peers/blocks/known.ts";
import { sealedKnown } from "#core/peers/blocks/known.ts";
import { sealedTags } from "#core/peers/card/peer-card.ts";
import { labelOf, type Tag } from "#core/peers/card/tags.ts";
import { isSupport, SUPPORTS } from "#core/peers/friends/supports.ts";
import { sealedUpdate } from "#core/peers/friends/update-text.ts";
import { sealedReason } from "#core/peers/mentors/reason.ts";
import type { Shared } from "#core/peers/pairs/cards.ts";
import { sealedShared } from "#core/peers/pairs/shared.ts";
import { createOpening, type Reading } from "../reading.ts";

interface Sharing {
  readonly shares: readonly string[];
  readonly pace: string | null;
  readonly times: string | null;
  readonly zone: string | null;
  readonly wants: string;
  readonly matching: string;
  readonly platform: string;
  readonly firstOnAt: Date | null;
  readonly changedAt: Date;
}

interface OwnPair {
  readonly offeredAt: Date;
  readonly bothChose: string;
  readonly youSaid: string;
  readonly youSaidAt: Date | null;
  readonly metAt: Date | null;
  /** Of a pair with a mentor: who it was. */
  readonly mentor: "you" | "they" | null;
  readonly mentorUntil: Date | null;
  readonly wishedFriendAt: Date | null;
  readonly leftAt: Date | null;
}

interface OwnMentoring {
  readonly state: string;
  readonly tries: number;
  readonly triedAt: Date | null;
  readonly passedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  readonly cap: number;
  readonly pausedAt: Date | null;
  readonly handedBack: number;
}

interface OwnUpdate {
  readonly state: string;
  readonly typed: string | null;
  readonly card: string | null;
  readonly writtenAt: Date;
  readonly sentAt: Date | null;
  readonly mutedAt: Date | null;
}

/** Whom they looked for, met, befriended and blocked, as they saw it; of the others nothing that they were not shown. */
export interface Peers {
  readonly sharing: readonly Sharing[];
  readonly pairs: readonly OwnPair[];
  readonly mentoring: readonly OwnMentoring[];
  readonly friends: readonly { readonly name: string; readonly since: Date }[];
  readonly blocks: readonly { readonly who: string; readonly since: Date; readonly until: Date | null }[];
  readonly updates: readonly OwnUpdate[];
  readonly supports: readonly { readonly said: string; readonly writtenAt: Date }[];
}

const wordsOf = (tags: readonly Tag[]): string[] => tags.map(labelOf).filter((label) => label !== "");

async function sharing(reading: Reading): Promise<Sharing[]> {
  const { tx, memberId } = reading;
  const rows = await tx.peerCard.findMany({ where: { memberId } });
  const opening = createOpening(reading);
  const made = rows.map((row) => {
    const { tagsSealed, pace, times, zone, wants, state: matching, platform, openedAt, changedAt } = row;
    const tags = opening.json<Tag[]>(tagsSealed === null ? undefined : sealedTags(memberId, tagsSealed));
    const rest = { pace, times, zone, wants, matching, platform, firstOnAt: openedAt, changedAt };
    return () => ({ shares: wordsOf(tags() ?? []), ...rest });
  });
  await opening.open();
  return made.map((one) => one());
}

const whoMentors = (isOwn: boolean): "you" | "they" => (isOwn ? "you" : "they");

async function mentoring(reading: Reading): Promise<OwnMentoring[]> {
  const { tx, memberId } = reading;
  const rows = await tx.mentor.findMany({ where: { memberId } });
  const opening = createOpening(reading);
  const made = rows.map(({ reasonSealed, state, tries, triedAt, passedAt, decidedAt, ...row }) => {
    const reason = opening.text(reasonSealed === null ? undefined : sealedReason(memberId, reasonSealed));
    const { cap, pausedAt, handedBack } = row;
    const rest = { cap, pausedAt, handedBack };
    return () => ({ state, tries, triedAt, passedAt, decidedAt, reason: reason(), ...rest });
  });
  await opening.open();
  return made.map((one) => one());
}

async function pairs(reading: Reading): Promise<OwnPair[]> {
  const { tx, memberId } = reading;
  const rows = await tx.peerSide.findMany({
    where: { memberId },
    include: { pair: { include: { mentoring: true } } },
    orderBy: [{ createdAt: "asc" }, { pairId: "asc" }],
  });
  const opening = createOpening(reading);
  const made = rows.map(({ pairId, sharedSealed, pair, ...side }) => {
    const shared = opening.json<Shared>(sealedShared({ pairId, memberId }, sharedSealed));
    return () => ({
      offeredAt: side.createdAt,
      bothChose: wordsOf(shared()?.tags ?? []).join(", "),
      youSaid: side.answer,
      youSaidAt: side.answeredAt,
      metAt: pair.togetherAt,
      mentor: pair.mentoring === null ? null : whoMentors(pair.mentoring.mentorId === memberId),
      mentorUntil: pair.mentoring?.endedAt ?? null,
      wishedFriendAt: side.befriendAt,
      leftAt: side.leftAt,
    });
  });
  await opening.open();
  return made.map((one) => one());
}

async function friends({ tx, memberId }: Reading) {
  const rows = await tx.friend.findMany({ where: { memberId }, orderBy: { createdAt: "asc" } });
  const members = await tx.member.findMany({ where: { id: { in: rows.map(({ friendId }) => friendId) } } });
  return rows.map(({ friendId, createdAt: since }) => ({
    name: members.find(({ id }) => id === friendId)?.pseudonym ?? "",
    since,
  }));
}

const knownWords = (known: Known | null): string =>
  known === null ? "" : "name" in known ? known.name : `${known.accountId} (${known.platform})`;

async function blocks(reading: Reading) {
  const { tx, memberId: blockerId } = reading;
  const rows = await tx.block.findMany({ where: { blockerId }, orderBy: { createdAt: "asc" } });
  const opening = createOpening(reading);
  const made = rows.map(({ id: blockId, knownSealed, createdAt: since, endedAt: until }) => {
    const known = opening.json<Known>(sealedKnown({ blockId, blockerId }, knownSealed));
    return () => ({ who: knownWords(known()), since, until });
  });
  await opening.open();
  return made.map((one) => one());
}

async function updates(reading: Reading): Promise<OwnUpdate[]> {
  const { tx, memberId: authorId } = reading;
  const rows = await tx.circleUpdate.findMany({ where: { authorId }, orderBy: { createdAt: "asc" } });
  const opening = createOpening(reading);
  const made = rows.map(({ id: updateId, originalSealed, crossingSealed, ...row }) => {
    const text = (column: "originalSealed" | "crossingSealed", blob: Uint8Array | null) =>
      opening.text(blob === null ? undefined : sealedUpdate({ updateId, authorId, column }, blob));
    const typed = text("originalSealed", originalSealed);
    const card = text("crossingSealed", crossingSealed);
    const { state, createdAt: writtenAt, sentAt, mutedAt } = row;
    return () => ({ state, typed: typed(), card: card(), writtenAt, sentAt, mutedAt });
  });
  await opening.open();
  return made.map((one) => one());
}

export async function peers(reading: Reading): Promise<Peers> {
  const { tx, memberId } = reading;
  const supports = await tx.circleReply.findMany({ where: { memberId }, orderBy: { createdAt: "asc" } });
  return {
    sharing: await sharing(reading),
    pairs: await pairs(reading),
    mentoring: await mentoring(reading),
    friends: await friends(reading),
    blocks: await blocks(reading),
    updates: await updates(reading),
    supports: supports.map(({ support, createdAt: writtenAt }) => ({
      said: isSupport(support) ? SUPPORTS[support] : support,
      writtenAt,
    })),
  };
}
