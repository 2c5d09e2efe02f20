import { type DomainError, refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { entryStateOf } from "./library-entry.ts";

const NONE = { what: "answer of the library" } as const;

export const noSuchEntry = (): DomainError => refuse("not_found", NONE);

/** An entry of this community by its id. Refuses not_found. */
export async function entryOf(tx: Tx, communityId: string, entryId: string) {
  const entry = await tx.libraryEntry.findUnique({ where: { id: entryId } });
  if (entry === null || entry.communityId !== communityId) throw noSuchEntry();
  return entry;
}

/** An entry of this community by its number. Refuses not_found. */
export async function entryNumbered(tx: Tx, communityId: string, number: number) {
  const entry = await tx.libraryEntry.findUnique({
    where: { communityId_number: { communityId, number } },
  });
  if (entry === null) throw noSuchEntry();
  return entry;
}

/** Why a conditional update changed nothing: read after it, to find the words. */
export async function entryRefusal(tx: Tx, entryId: string): Promise<DomainError> {
  const entry = await tx.libraryEntry.findUnique({ where: { id: entryId } });
  return entry === null ? noSuchEntry() : refuse("entry_status", { is: entryStateOf(entry.state) });
}
