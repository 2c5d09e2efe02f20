import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { holdMember } from "#core/members/hold-member.ts";
import { tagKeyOf } from "../card/among-found.ts";
import { mannerOf, openTags } from "../card/peer-card.ts";
import { meets, sharedTimes } from "../card/times.ts";
import { wantsMentor, wantsPeers } from "../card/wants.ts";
import { mayMentor } from "../mentors/room.ts";
import type { Match } from "./best-matches.ts";
import type { Shared } from "./cards.ts";
import { hasRoom, mayBeOffered } from "./may-be-offered.ts";
import { OFFER_MS, pairKeyOf } from "./pair.ts";
import { sealShared } from "./shared.ts";
import { postOffer } from "./tell.ts";

interface Looker {
  readonly memberId: string;
  readonly communityId: string;
  readonly platform: string;
}

/** What both share now, with their rows held; undefined where one changed or switched off since the look. */
async function sharedNow(
  tx: Tx,
  core: Core,
  { memberId, communityId }: Looker,
  { memberId: otherId, sharedKeys, asMentor }: Match,
): Promise<Shared | undefined> {
  const two = [memberId, otherId];
  const cards = await tx.peerCard.findMany({ where: { memberId: { in: two }, state: "on", communityId } });
  const own = cards.find((card) => card.memberId === memberId);
  const theirs = cards.find((card) => card.memberId === otherId);
  if (own === undefined || theirs === undefined) return undefined;
  const [one, other] = [mannerOf(own), mannerOf(theirs)];
  if (one === undefined || other === undefined || one.pace !== other.pace || !meets(one, other))
    return undefined;
  // What is found of the other by these keys stands only as long as they wish it, and a mentor has room.
  const wanted = new Set(sharedKeys);
  const standing = await tx.peerTag.count({ where: { memberId: otherId, tagKey: { in: [...wanted] } } });
  const tags = (await openTags(tx, core, own)).filter((tag) =>
    wanted.has(tagKeyOf(core, communityId, tag, { asMentor })),
  );
  const suits = asMentor ? wantsMentor(own.wants) : wantsPeers(own.wants);
  if (!suits || standing < wanted.size || tags.length < wanted.size) return undefined;
  return { tags, pace: one.pace, times: sharedTimes(one, other) };
}

/** One at a time in a community, so that a number is given once. */
async function nextNumber(tx: Tx, communityId: string): Promise<number> {
  await tx.$executeRaw`UPDATE "Community" SET "bridge" = "bridge" WHERE "id" = ${communityId}`;
  const { _max } = await tx.peerPair.aggregate({ where: { communityId }, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

/** Offers two to each other, unless something changed since the look; read again with both of their rows held. */
export async function makeOffer(
  tx: Tx,
  core: Core,
  looker: Looker,
  match: Match,
  now: Date,
): Promise<boolean> {
  const { memberId, communityId, platform } = looker;
  const two = [memberId, match.memberId].sort();
  for (const one of two) await holdMember(tx, one);
  for (const one of two) if (!(await hasRoom(tx, one, now))) return false;
  const may = await mayBeOffered(tx, [match.memberId], { memberId, platform, now });
  const shared = await sharedNow(tx, core, looker, match);
  if (may.length === 0 || shared === undefined) return false;
  if (match.asMentor && !(await mayMentor(tx, { memberId: match.memberId, now }))) return false;
  const id = core.newId();
  const pairKey = pairKeyOf(memberId, match.memberId);
  const pair = await tx.peerPair.create({
    data: {
      ...{ id, communityId, platform, pairKey, openKey: pairKey },
      number: await nextNumber(tx, communityId),
      state: "offered",
      createdAt: now,
      closesAt: new Date(now.getTime() + OFFER_MS),
    },
  });
  if (match.asMentor) await tx.mentoring.create({ data: { pairId: id, mentorId: match.memberId } });
  for (const one of two) {
    const sharedSealed = await sealShared(tx, core, { pairId: id, memberId: one }, shared);
    await tx.peerSide.create({ data: { pairId: id, memberId: one, sharedSealed, createdAt: now } });
    await postOffer(tx, core, pair, one, now);
  }
  await record(tx, { at: now.getTime(), communityId, actor: "clock", verb: "peers.offered", subject: id });
  return true;
}
