import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { tagKeyOf } from "../card/among-found.ts";
import { type CardRow, mannerOf, openTags } from "../card/peer-card.ts";
import { wantsMentor, wantsPeers } from "../card/wants.ts";
import { bestMatches, type Match } from "./best-matches.ts";
import { makeOffer } from "./make-offer.ts";
import { hasRoom, mayBeOffered, present } from "./may-be-offered.ts";
import { LOOK_MS } from "./pair.ts";

const AT_ONCE = 25;

type Due = CardRow & { readonly platform: string; readonly wants: string };

/** The first of the matches who may be offered and has room. */
async function offerOne(
  tx: Tx,
  core: Core,
  due: Due,
  matches: readonly Match[],
  now: Date,
): Promise<boolean> {
  const { memberId, platform } = due;
  if (!(await hasRoom(tx, memberId, now))) return false;
  const ids = matches.map((match) => match.memberId);
  for (const otherId of await mayBeOffered(tx, ids, { memberId, platform, now })) {
    const match = matches.find((one) => one.memberId === otherId);
    if (match !== undefined && (await hasRoom(tx, otherId, now))) return makeOffer(tx, core, due, match, now);
  }
  return false;
}

/** Who suits, mentors first where one is wanted: each look is as bounded as the other. */
async function matchesFor(core: Core, due: Due): Promise<readonly Match[]> {
  const { memberId, communityId, wants } = due;
  const manner = mannerOf(due);
  if (manner === undefined) return [];
  const tags = await openTags(core.db, core, due);
  const look = async (asMentor: boolean): Promise<Match[]> => {
    const tagKeys = tags.map((tag) => tagKeyOf(core, communityId, tag, { asMentor })).sort();
    const found = await bestMatches(core, { memberId, tagKeys, ...manner });
    return found.map((match) => ({ ...match, asMentor }));
  };
  const mentors = wantsMentor(wants) ? await look(true) : [];
  const are = new Set(mentors.map((match) => match.memberId));
  const peers = wantsPeers(wants) ? await look(false) : [];
  return [...mentors, ...peers.filter((match) => !are.has(match.memberId))];
}

async function lookFor(core: Core, due: Due): Promise<boolean> {
  const { memberId } = due;
  const matches = await matchesFor(core, due);
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
