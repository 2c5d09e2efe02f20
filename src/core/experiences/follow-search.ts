import type { Core } from "#core/core.ts";
import { indexEntry } from "#core/foundation/search/index-entry.ts";
import { unindexEntry } from "#core/foundation/search/unindex-entry.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { EXPERIENCE, FOUND } from "./experience.ts";
import { openShared } from "./experience-text.ts";

/** Makes the search know what others may find of it now, and nothing else. */
export async function followSearch(tx: Tx, core: Core, experienceId: string): Promise<void> {
  const row = await tx.experience.findUniqueOrThrow({ where: { id: experienceId } });
  const { communityId, topic } = row;
  const entry = { communityId, kind: EXPERIENCE, subjectId: experienceId };
  const text = FOUND.some((status) => status === row.status) ? await openShared(tx, core, row) : undefined;
  if (text === undefined) return unindexEntry(tx, core, entry);
  const { about, happened, helped, friend } = text;
  const body = [happened, helped, friend].filter((part) => part !== "").join("\n");
  await indexEntry(tx, core, { ...entry, topic: topic ?? "", heading: about, body });
}
