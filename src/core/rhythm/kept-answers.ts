import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { LibraryAnswer } from "#core/library/cards.ts";
import { loadAnswers } from "#core/library/load-answers.ts";
import { hiddenFrom } from "#core/peers/blocks/hidden-from.ts";
import { WEEK_MS } from "./week.ts";

/** A day more than a week: whoever chose another day misses nothing, and nothing comes twice. */
const NEW_MS = WEEK_MS + 24 * 3_600_000;
const MOST_LOOKED_AT = 60;

interface Reader {
  readonly memberId: string;
  readonly communityId: string;
}

/** Not their own question or answer, and of nobody who is hidden from them. */
async function others<E extends { readonly askerId: string | null; readonly authorId: string | null }>(
  tx: Tx,
  memberId: string,
  entries: readonly E[],
): Promise<E[]> {
  const hidden = await hiddenFrom(tx, memberId);
  const isTheirs = (id: string | null) => id !== null && (id === memberId || hidden.has(id));
  return entries.filter(({ askerId, authorId }) => !isTheirs(askerId) && !isTheirs(authorId));
}

/** The ids of what was kept this week and may be of interest to this reader, newest first, with their topics. */
export async function newlyKept(tx: Tx, { memberId, communityId }: Reader, now: Date) {
  const entries = await tx.libraryEntry.findMany({
    where: {
      communityId,
      state: "kept",
      reviewedAt: { gt: new Date(now.getTime() - NEW_MS) },
      reviewBy: { gt: now },
    },
    orderBy: [{ reviewedAt: "desc" }, { number: "desc" }],
    take: MOST_LOOKED_AT,
  });
  return others(tx, memberId, entries);
}

/** Those of `ids` that this reader may be shown now. */
export async function shownAnswers(
  tx: Tx,
  core: Core,
  { memberId, communityId }: Reader,
  { ids, now }: { ids: readonly string[]; now: Date },
): Promise<LibraryAnswer[]> {
  const entries = await tx.libraryEntry.findMany({ where: { communityId, id: { in: [...ids] } } });
  const may = new Set((await others(tx, memberId, entries)).map(({ id }) => id));
  return loadAnswers(tx, core, { communityId, ids: ids.filter((id) => may.has(id)), now });
}
