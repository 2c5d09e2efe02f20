import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { peerTagKey } from "#core/foundation/vault/index-keys.ts";
import { holdMember } from "#core/members/hold-member.ts";
import { type CardRow, mannerOf } from "../card/peer-card.ts";
import { ALL_TAGS, type Tag } from "../card/tags.ts";
import { sharedTimes } from "../card/times.ts";
import { bestMatches, type Match } from "./best-matches.ts";
import type { Shared } from "./cards.ts";
import { hasRoom, mayBeOffered, present } from "./may-be-offered.ts";
import { LOOK_MS, OFFER_MS, pairKeyOf } from "./pair.ts";
import { sealShared } from "./shared.ts";
import { postOffer } from "./tell.ts";

const AT_ONCE = 25;

type Due = CardRow & { readonly platform: string };

/** The tags behind blind indexes; there are few, so each is looked up by making all of them. */
function tagsOf(core: Core, communityId: string, keys: readonly string[]): Tag[] {
  const wanted = new Set(keys);
  return ALL_TAGS.filter((tag) => wanted.has(peerTagKey(core, communityId, tag)));
}

/** One at a time in a community, so that a number is given once. */
async function nextNumber(tx: Tx, communityId: string): Promise<number> {
  await tx.$executeRaw`UPDATE "Community" SET "bridge" = "bridge" WHERE "id" = ${communityId}`;
  const { _max } = await tx.peerPair.aggregate({ where: { communityId }, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

async function makeOffer(
  tx: Tx,
  core: Core,
  { communityId, platform, memberId }: Due,
  { otherId, shared, now }: { otherId: string; shared: Shared; now: Date },
): Promise<void> {
  const id = core.newId();
  const pairKey = pairKeyOf(memberId, otherId);
  const pair = await tx.peerPair.create({
    data: {
      ...{ id, communityId, platform, pairKey, openKey: pairKey },
      number: await nextNumber(tx, communityId),
      state: "offered",
      createdAt: now,
      closesAt: new Date(now.getTime() + OFFER_MS),
    },
  });
  for (const one of [memberId, otherId].sort()) {
    const sharedSealed = await sealShared(tx, core, { pairId: id, memberId: one }, shared);
    await tx.peerSide.create({ data: { pairId: id, memberId: one, sharedSealed, createdAt: now } });
    await postOffer(tx, core, pair, one, now);
  }
  await record(tx, { at: now.getTime(), communityId, actor: "clock", verb: "peers.offered", subject: id });
}

/** The first of the matches who may be offered and has room, read again once both rows are held. */
async function offerOne(
  tx: Tx,
  core: Core,
  due: Due,
  matches: readonly Match[],
  now: Date,
): Promise<boolean> {
  const { memberId, platform, communityId } = due;
  if (!(await hasRoom(tx, memberId, now))) return false;
  const ids = matches.map((match) => match.memberId);
  for (const otherId of await mayBeOffered(tx, ids, { memberId, platform, now })) {
    const match = matches.find((one) => one.memberId === otherId);
    if (match === undefined || !(await hasRoom(tx, otherId, now))) continue;
    for (const one of [memberId, otherId].sort()) await holdMember(tx, one);
    const cards = await tx.peerCard.findMany({
      where: { memberId: { in: [memberId, otherId] }, state: "on", communityId },
    });
    const [mine, theirs] = [memberId, otherId].map((id) => {
      const card = cards.find((one) => one.memberId === id);
      return card === undefined ? undefined : mannerOf(card);
    });
    const standing = await tx.peerTag.count({
      where: { memberId: { in: [memberId, otherId] }, tagKey: { in: [...match.sharedKeys] } },
    });
    const stillFits =
      mine !== undefined && mine.pace === theirs?.pace && standing === 2 * match.sharedKeys.length;
    const stillMay =
      (await hasRoom(tx, memberId, now)) &&
      (await hasRoom(tx, otherId, now)) &&
      (await mayBeOffered(tx, [otherId], { memberId, platform, now })).length === 1;
    if (!stillFits || theirs === undefined || !stillMay) return false;
    const tags = tagsOf(core, communityId, match.sharedKeys);
    await makeOffer(tx, core, due, {
      ...{ otherId, now },
      shared: { tags, pace: mine.pace, times: sharedTimes(mine, theirs) },
    });
    return true;
  }
  return false;
}

async function lookFor(core: Core, due: Due): Promise<boolean> {
  const { memberId } = due;
  const manner = mannerOf(due);
  const own = await core.db.peerTag.findMany({ where: { memberId }, select: { tagKey: true } });
  const tagKeys = own.map(({ tagKey }) => tagKey);
  const matches = manner === undefined ? [] : await bestMatches(core, { memberId, tagKeys, ...manner });
  return core.tx(async (tx, now) => {
    const { count } = await tx.peerCard.updateMany({
      where: { memberId, state: "on", nextLookAt: { lte: now } },
      data: { nextLookAt: new Date(now.getTime() + LOOK_MS) },
    });
    if (count === 0 || matches.length === 0) return false;
    const here = await present(tx, [memberId], { platform: due.platform, now });
    return here.has(memberId) && offerOne(tx, core, due, matches, now);
  });
}

/**
 * Looks for somebody for each member whose turn it is, and brings at most one offer. It is the clock that looks, and no press:
 * nobody can ask it something. Gives how many were offered.
 */
export async function lookDue(core: Core): Promise<number> {
  const due = await core.db.peerCard.findMany({
    where: { state: "on", nextLookAt: { lte: core.clock.now() } },
    orderBy: { nextLookAt: "asc" },
    take: AT_ONCE,
  });
  let offered = 0;
  for (const card of due) if (await lookFor(core, card)) offered += 1;
  if (offered > 0) core.wake();
  return offered;
}
