import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { hiddenFrom } from "../blocks/hidden-from.ts";
import { friendsOf } from "./friends.ts";

const MET_MS = 90 * 24 * 3_600_000;
const MOST_MET = 4;

export interface MyFriends {
  readonly friends: readonly { readonly memberId: string; readonly name: string }[];
  /** Whom they met lately and who are no friends yet, the newest first. */
  readonly met: readonly { readonly pairId: string; readonly name: string }[];
}

/** A member's friends by their names here, and whom they could ask to become one. */
export async function myFriends(core: Core, { actor }: { actor: Actor }): Promise<MyFriends> {
  authorise(actor, "friends.read");
  const { memberId } = actor;
  return core.tx(async (tx, now) => {
    const friends = await friendsOf(tx, memberId);
    const not = [...(await hiddenFrom(tx, memberId)), ...friends.map((one) => one.memberId)];
    const sides = await tx.peerSide.findMany({
      where: {
        memberId: { notIn: [memberId, ...not] },
        pair: {
          sides: { some: { memberId, befriendAt: null } },
          togetherAt: { gt: new Date(now.getTime() - MET_MS) },
        },
      },
      orderBy: { createdAt: "desc" },
      take: MOST_MET,
    });
    const members = await tx.member.findMany({
      where: { id: { in: sides.map((side) => side.memberId) }, state: "active" },
    });
    const met = sides.flatMap(({ pairId, memberId: id }) => {
      const member = members.find((one) => one.id === id);
      return member === undefined ? [] : [{ pairId, name: member.pseudonym }];
    });
    return { friends, met };
  });
}
