import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { holdMember } from "#core/members/hold-member.ts";
import { refuseTooMany } from "#core/refuse-too-many.ts";
import { leaveFor } from "../pairs/leave-for.ts";
import { holdPair } from "../pairs/own-pair.ts";
import { pairKeyOf, statesAllowing } from "../pairs/pair.ts";
import { type Known, sealKnown } from "./known.ts";

const DAY_MS = 24 * 3_600_000;
/** Enough for anybody's need; who blocked many to see which names go would find out whose accounts they are. */
const MOST_A_DAY = 10;

/** The member; or the blind index of an account that nobody joined by. */
export type Blocked = { readonly blockedId: string } | { readonly blockedKey: string };

interface AddBlock {
  readonly actor: Actor;
  readonly blocked: Blocked;
  readonly known: Known;
  readonly now: Date;
}

/**
 * What stands between the two ends. An offer that waits looks to both as before, until its day: if it went, whoever blocks an
 * account would see whether its owner is the one who was offered.
 */
async function part(tx: Tx, core: Core, one: string, other: string, now: Date): Promise<void> {
  await tx.friend.deleteMany({
    where: {
      OR: [
        { memberId: one, friendId: other },
        { memberId: other, friendId: one },
      ],
    },
  });
  const pairs = await tx.peerPair.findMany({ where: { pairKey: pairKeyOf(one, other) } });
  for (const pair of pairs) {
    await holdPair(tx, pair.id);
    await tx.peerPair.updateMany({
      where: { id: pair.id, state: { in: statesAllowing("decline") } },
      data: { state: "declined" },
    });
    await tx.peerSide.updateMany({ where: { pairId: pair.id }, data: { befriendAt: null } });
    await leaveFor(tx, core, pair, { memberId: one, now });
  }
}

/** Somebody is blocked from this transaction on; whom it is about is never told. Blocking twice changes nothing. Refuses too_many. */
export async function addBlock(tx: Tx, core: Core, { actor, blocked, known, now }: AddBlock): Promise<void> {
  const { memberId: blockerId, communityId } = actor;
  if ("blockedId" in blocked && blocked.blockedId === blockerId)
    throw refuse("invalid_input", { field: "person", rule: "must be somebody else" });
  await holdMember(tx, blockerId);
  const before = await tx.block.findFirst({ where: { blockerId, ...blocked } });
  if (before !== null && before.endedAt === null) return;
  const recent = await tx.block.findMany({
    where: { blockerId, createdAt: { gt: new Date(now.getTime() - DAY_MS) } },
    orderBy: { createdAt: "asc" },
  });
  refuseTooMany(recent, { most: MOST_A_DAY, withinMs: DAY_MS });
  const id = before?.id ?? core.newId();
  const knownSealed = await sealKnown(tx, core, { blockId: id, blockerId }, known);
  const data = { knownSealed, createdAt: now, endedAt: null };
  if (before === null) await tx.block.create({ data: { id, communityId, blockerId, ...blocked, ...data } });
  else await tx.block.update({ where: { id }, data });
  if ("blockedId" in blocked) await part(tx, core, blockerId, blocked.blockedId, now);
  await record(tx, { at: now.getTime(), communityId, actor: blockerId, verb: "peers.blocked", subject: id });
}
