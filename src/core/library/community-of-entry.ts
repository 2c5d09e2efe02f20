import type { Core } from "#core/core.ts";

/** Where an answer of the library belongs; undefined when there is none. For somebody who acts by direct message in several communities. */
export async function communityOfEntry(core: Core, entryId: string): Promise<string | undefined> {
  const entry = await core.db.libraryEntry.findUnique({
    where: { id: entryId },
    select: { communityId: true },
  });
  return entry?.communityId;
}
