import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { renewAmongFound } from "../card/among-found.ts";
import { holdMentorOf } from "../mentors/room.ts";
import { holdPair } from "./own-pair.ts";
import { statesAllowing } from "./pair.ts";
import { letOut, refreshHello, refreshOffer, tellNews } from "./tell.ts";

const AT_ONCE = 50;

type Mentoring = { readonly pairId: string; readonly mentorId: string };
type Due = { readonly id: string; readonly communityId: string; readonly platform: string };

/** A mentor whose pair or offer is over has room again. */
async function giveRoom(tx: Tx, core: Core, mentoring: Mentoring | undefined, now: Date): Promise<void> {
  if (mentoring === undefined) return;
  const { pairId, mentorId: memberId } = mentoring;
  await tx.mentoring.update({ where: { pairId }, data: { endedAt: now, dueAt: null } });
  await renewAmongFound(tx, core, { memberId, now });
}

/** An offer's day has come: whoever waited sees that it is over, and never whether the other said no or nothing. */
async function expire(tx: Tx, core: Core, pair: Due, now: Date): Promise<boolean> {
  const mentoring = await holdMentorOf(tx, pair.id);
  await holdPair(tx, pair.id);
  const { count } = await tx.peerPair.updateMany({
    where: { id: pair.id, state: { in: statesAllowing("expire") }, closesAt: { lte: now } },
    data: { state: "over", openKey: null },
  });
  if (count === 0) return false;
  const waiting = await tx.peerSide.findMany({
    where: { pairId: pair.id, answer: { not: "no" } },
    orderBy: { memberId: "asc" },
  });
  for (const { memberId } of waiting) await refreshOffer(tx, core, pair, memberId, now);
  await giveRoom(tx, core, mentoring, now);
  const { communityId, id: subject } = pair;
  await record(tx, { at: now.getTime(), communityId, actor: "clock", verb: "peers.offer-over", subject });
  return true;
}

/** Somebody left before the first card stood: whoever still waits for a thread is told that there is none, and not why. */
async function tellWhoWaits(tx: Tx, core: Core, pairId: string, now: Date): Promise<void> {
  const pair = await tx.peerPair.findUniqueOrThrow({ where: { id: pairId }, include: { sides: true } });
  if (pair.threadSealed !== null) return;
  for (const { memberId } of pair.sides.filter(({ leftAt }) => leftAt === null)) {
    await tellNews(tx, core, pair, { memberId, about: "not-opened", at: now });
    // The thread may stand without its card.
    await letOut(tx, core, pair, memberId, now);
  }
}

/** The card in the thread says that it has ended; an edit pushes nothing to anybody. */
async function close(tx: Tx, core: Core, pair: Due, now: Date): Promise<boolean> {
  const mentoring = await holdMentorOf(tx, pair.id);
  const { count } = await tx.peerPair.updateMany({
    where: { id: pair.id, state: { in: statesAllowing("close") }, tellAt: { lte: now } },
    data: { state: "ended", openKey: null },
  });
  if (count === 0) return false;
  await refreshHello(tx, core, pair, now);
  await tellWhoWaits(tx, core, pair.id, now);
  await giveRoom(tx, core, mentoring, now);
  const { communityId, id: subject } = pair;
  await record(tx, { at: now.getTime(), communityId, actor: "clock", verb: "peers.ended", subject });
  return true;
}

/** Ends the offers whose day has come, and tells that pairs have ended which somebody left. Gives how many. */
export async function closeDue(core: Core): Promise<number> {
  const now = core.clock.now();
  const offers = await core.db.peerPair.findMany({
    where: { state: { in: statesAllowing("expire") }, closesAt: { lte: now } },
    take: AT_ONCE,
  });
  const left = await core.db.peerPair.findMany({
    where: { state: { in: statesAllowing("close") }, tellAt: { lte: now } },
    take: AT_ONCE,
  });
  let done = 0;
  for (const pair of offers) if (await core.tx((tx, at) => expire(tx, core, pair, at))) done += 1;
  for (const pair of left) if (await core.tx((tx, at) => close(tx, core, pair, at))) done += 1;
  if (done > 0) core.wake();
  return done;
}
