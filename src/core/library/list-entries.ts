import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { readEntryText, sealedText } from "./entry-text.ts";
import { type EntryState, entryStateOf, monthsAfter, PUBLISHED } from "./library-entry.ts";

const MOST = 500;

/** How an answer of the library stands. */
export interface EntryLine {
  readonly number: number;
  readonly state: EntryState;
  readonly topic: string;
  /** Null for what members were never able to read: it is the patient's until they agreed. */
  readonly question: string | null;
  readonly isImported: boolean;
  readonly waitsUntil: Date | null;
  readonly reviewBy: Date | null;
  /** How often it answered somebody, also instead of a question. */
  readonly helped: number;
}

type Rows = Awaited<ReturnType<typeof readRows>>;

const readRows = (core: Core, where: object, orderBy: object) =>
  core.db.libraryEntry.findMany({ where, orderBy, take: MOST, include: { uses: true } });

async function linesOf(core: Core, rows: Rows): Promise<EntryLine[]> {
  const texts = new Map<string, string>();
  const published = rows.filter(({ state }) => PUBLISHED.includes(entryStateOf(state)));
  const opened = await core.vault.openEach(
    core.db,
    published.flatMap((row) => sealedText(row) ?? []),
  );
  for (const [at, { id }] of published.entries()) {
    const one = opened[at];
    if (one !== undefined && "text" in one) texts.set(id, readEntryText(one.text).question);
  }
  return rows.map(({ id, number, state, topic, questionId, waitsUntil, reviewBy, uses }) => ({
    ...{ number, topic, waitsUntil, reviewBy },
    state: entryStateOf(state),
    question: texts.get(id) ?? null,
    isImported: questionId === null,
    helped: uses.reduce((sum, { found, insteadOfAsking }) => sum + found + insteadOfAsking, 0),
  }));
}

/** The newest 500 entries of the community; what members never read only by its number. */
export async function listEntries(
  core: Core,
  { actor, state }: { actor: Actor; state?: EntryState },
): Promise<EntryLine[]> {
  authorise(actor, "library.list");
  const { communityId } = actor;
  const which = state === undefined ? {} : { state };
  return linesOf(core, await readRows(core, { communityId, ...which }, { number: "desc" }));
}

/** What somebody has to look at again: past its day, or within a month of it; the longest overdue first. */
export async function dueEntries(core: Core, { actor }: { actor: Actor }): Promise<EntryLine[]> {
  authorise(actor, "library.list");
  const { communityId } = actor;
  const soon = { state: { in: [...PUBLISHED] }, reviewBy: { lte: monthsAfter(core.clock.now(), 1) } };
  const or = [{ state: "stale" }, soon];
  return linesOf(core, await readRows(core, { communityId, OR: or }, { reviewBy: "asc" }));
}
