import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { unindexEntry } from "./unindex-entry.ts";
import { wordsOf } from "./words.ts";

export interface SearchEntry {
  readonly communityId: string;
  /** "answer" (a kept answer) or "experience". */
  readonly kind: string;
  /** The row that it leads to. */
  readonly subjectId: string;
  readonly topic: string;
  /** Weighs more: the question, or the title. */
  readonly heading: string;
  readonly body: string;
}

const HEADING = 3;
const BODY = 1;

/** A word as the index keeps it: unreadable, and another one in each community. */
export const indexedWord = ({ vault }: Pick<Core, "vault">, communityId: string, word: string): string =>
  vault.blindIndex(`${communityId}|search`, word);

/** Puts a text in the index, or replaces what stands there of the same kind and subject. */
export async function indexEntry(tx: Tx, core: Core, entry: SearchEntry): Promise<void> {
  const { communityId, kind, subjectId, topic, heading, body } = entry;
  await unindexEntry(tx, core, entry);
  const weights = new Map(wordsOf(body).map((word) => [word, BODY]));
  for (const word of wordsOf(heading)) weights.set(word, HEADING);
  const rows = [...weights].map(([word, weight]) => ({
    ...{ communityId, kind, subjectId, topic, weight },
    word: indexedWord(core, communityId, word),
  }));
  if (rows.length > 0) await tx.searchWord.createMany({ data: rows });
}
