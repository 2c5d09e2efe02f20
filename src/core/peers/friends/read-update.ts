import type { Tx } from "#core/foundation/store/open-store.ts";
import { isFriend } from "./friends.ts";

/** An update that went out, for somebody who is a friend of its author now; undefined for everybody else. */
export async function readUpdate(tx: Tx, { updateId, memberId }: { updateId: string; memberId: string }) {
  const update = await tx.circleUpdate.findUnique({ where: { id: updateId, state: "sent" } });
  if (update === null || !(await isFriend(tx, memberId, update.authorId))) return undefined;
  return update;
}
