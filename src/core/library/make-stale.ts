import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import { unindexEntry } from "#core/foundation/search/unindex-entry.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { followShelf } from "./follow-shelf.ts";
import { statesAllowing } from "./library-entry.ts";
import { tellOfEntry } from "./tell.ts";

/** From this moment nobody finds it, until somebody says that it is still right. False where it is not kept any more. */
export async function makeStale(
  tx: Tx,
  core: Core,
  { id, by, now }: { id: string; by: string; now: Date },
): Promise<boolean> {
  const [entry] = await tx.libraryEntry.updateManyAndReturn({
    where: { id, state: { in: statesAllowing("expire") } },
    data: { state: "stale" },
  });
  if (entry === undefined) return false;
  const { communityId } = entry;
  await unindexEntry(tx, core, { communityId, kind: "answer", subjectId: id });
  await followShelf(tx, core, id, now);
  await tellOfEntry(tx, core, entry, { op: "edit", at: now });
  await record(tx, { at: now.getTime(), communityId, actor: by, verb: "library.stale", subject: id });
  return true;
}
