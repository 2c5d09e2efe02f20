import type { Tx } from "#core/foundation/store/open-store.ts";
import { isFriend } from "./friends.ts";
import { updateSubject } from "./tell-friends.ts";

interface Reader {
  readonly updateId: string;
  readonly memberId: string;
}

/** An update that went out, for somebody who is a friend of its author now; undefined for everybody else. */
export async function readUpdate(tx: Tx, { updateId, memberId }: Reader) {
  const update = await tx.circleUpdate.findUnique({ where: { id: updateId, state: "sent" } });
  if (update === null || !(await isFriend(tx, memberId, update.authorId))) return undefined;
  return update;
}

/**
 * An update for whoever has it in front of them: its card reached them, whatever became of the friendship or a block since. They
 * read it already; this is for reporting it, and shows them nothing.
 */
export async function readReceived(tx: Tx, reader: Reader) {
  const reached = await tx.delivery.count({
    where: {
      ...{ op: "post", kind: "circle-update", subjectId: updateSubject(reader), state: "done" },
      ...{ targetKind: "member", targetId: reader.memberId },
    },
  });
  if (reached === 0) return readUpdate(tx, reader);
  const update = await tx.circleUpdate.findUnique({ where: { id: reader.updateId, state: "sent" } });
  return update ?? undefined;
}
