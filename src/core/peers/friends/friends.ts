import type { Tx } from "#core/foundation/store/open-store.ts";
import { hiddenFrom } from "../blocks/hidden-from.ts";

/** As many as somebody can have in mind; an update goes to each of them. */
export const MOST_FRIENDS = 50;

export const isFull = async (tx: Tx, memberId: string): Promise<boolean> =>
  (await tx.friend.count({ where: { memberId } })) >= MOST_FRIENDS;

/** A member's friends who are here and whom nothing is hidden from, in the order of their names. */
export async function friendsOf(tx: Tx, memberId: string) {
  const rows = await tx.friend.findMany({ where: { memberId } });
  const hidden = await hiddenFrom(tx, memberId);
  const ids = rows.map(({ friendId }) => friendId).filter((id) => !hidden.has(id));
  const members = await tx.member.findMany({
    where: { id: { in: ids }, state: "active" },
    orderBy: { pseudonym: "asc" },
  });
  return members.map(({ id, pseudonym }) => ({ memberId: id, name: pseudonym }));
}

/** Is `friendId` a friend of the member now? */
export async function isFriend(tx: Tx, memberId: string, friendId: string): Promise<boolean> {
  const friends = await friendsOf(tx, memberId);
  return friends.some((one) => one.memberId === friendId);
}
