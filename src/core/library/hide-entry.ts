import type { Core } from "#core/core.ts";
import { unindexEntry } from "#core/foundation/search/unindex-entry.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { openEntry } from "./entry-text.ts";
import { followShelf } from "./follow-shelf.ts";
import { publishEntry } from "./publish-entry.ts";
import { tellOfEntry } from "./tell.ts";
import { refreshDue } from "./tell-owners.ts";

/**
 * The moderators hide a kept answer, or show it again: while it is hidden nobody finds it, nobody can say that it is still right,
 * and its text stays, since a decision may be undone. Nothing happens to one that is over.
 */
export async function setEntryHidden(
  tx: Tx,
  core: Core,
  entryId: string,
  { hidden, now }: { hidden: boolean; now: Date },
): Promise<void> {
  const [entry] = await tx.libraryEntry.updateManyAndReturn({
    where: { id: entryId, endedAt: null },
    data: { hiddenAt: hidden ? now : null },
  });
  if (entry === undefined) return;
  const { communityId, state } = entry;
  const text = hidden || state !== "kept" ? undefined : await openEntry(tx, core, entry);
  if (text === undefined) await unindexEntry(tx, core, { communityId, kind: "answer", subjectId: entryId });
  else await publishEntry(tx, core, { ...entry, text });
  await followShelf(tx, core, entryId, now);
  await tellOfEntry(tx, core, entry, { op: "edit", at: now });
  await refreshDue(tx, core, entry, now);
}
