import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { EntryText } from "./cards.ts";
import { unchanged } from "./current-answer.ts";
import { entryNumbered } from "./entry-refusal.ts";
import { openEntry } from "./entry-text.ts";
import { type EntryState, entryStateOf, PUBLISHED } from "./library-entry.ts";

/** One answer of the library, for whoever keeps it in order: never who asked. */
export interface EntryShown {
  readonly number: number;
  readonly state: EntryState;
  readonly topic: string;
  /** Null for what members were never able to read, or is over. */
  readonly text: EntryText | null;
  readonly proposedAt: Date;
  readonly waitsUntil: Date | null;
  readonly reviewedAt: Date | null;
  readonly reviewerRole: string | null;
  readonly reviewBy: Date | null;
  readonly renewedAt: Date | null;
  /** The answer itself was edited or hidden since. */
  readonly changed: boolean;
  readonly mergedInto: number | null;
  /** By day; nothing says whom it helped. */
  readonly helped: readonly {
    readonly day: string;
    readonly found: number;
    readonly insteadOfAsking: number;
  }[];
}

/** Refuses not_found. */
export async function showEntry(
  core: Core,
  { actor, number }: { actor: Actor; number: number },
): Promise<EntryShown> {
  authorise(actor, "library.list");
  return core.tx(async (tx) => {
    const entry = await entryNumbered(tx, actor.communityId, number);
    const { topic, proposedAt, waitsUntil, reviewedAt, reviewerRole, reviewBy, renewedAt } = entry;
    const state = entryStateOf(entry.state);
    const isPublished = PUBLISHED.includes(state);
    const into =
      entry.mergedIntoId === null
        ? null
        : await tx.libraryEntry.findUnique({ where: { id: entry.mergedIntoId } });
    const uses = await tx.libraryUse.findMany({ where: { entryId: entry.id }, orderBy: { day: "asc" } });
    return {
      ...{ number, state, topic, proposedAt, waitsUntil, reviewedAt, reviewerRole, reviewBy, renewedAt },
      text: isPublished ? ((await openEntry(tx, core, entry)) ?? null) : null,
      changed: isPublished && (await unchanged(tx, [entry])).length === 0,
      mergedInto: into?.number ?? null,
      helped: uses.map(({ day, found, insteadOfAsking }) => ({ day, found, insteadOfAsking })),
    };
  });
}
