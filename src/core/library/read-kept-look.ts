import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { agreedEntry } from "./agreed-entry.ts";
import type { EntryText } from "./cards.ts";

/** What a colleague reads before they say whether others may find it. */
export interface EntryToLookAt {
  readonly entryId: string;
  readonly number: number;
  readonly topic: string;
  readonly text: EntryText;
}

/** For the form of "Look at it"; changes nothing. Refuses what agreedEntry refuses. */
export async function readKeptLook(
  core: Core,
  { actor, entryId }: { actor: Actor; entryId: string },
): Promise<EntryToLookAt> {
  return core.tx(async (tx, now) => {
    const { entry, text } = await agreedEntry(tx, core, { actor, entryId, now });
    return { entryId, number: entry.number, topic: entry.topic, text };
  });
}
