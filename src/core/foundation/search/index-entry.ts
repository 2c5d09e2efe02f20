import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { addToIndex, takeFromIndex } from "./engine-index.ts";
import { packSketch, type Sketch, unpackSketch } from "./sketch.ts";
import { sketchOf } from "./sketch-entry.ts";
import { countWords } from "./word-counts.ts";
import { EVERY_TEXT, topicTerm, wordKeys } from "./word-keys.ts";

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

const NOTHING = new Uint8Array(0);

/** Holds the entry's row until the transaction ends, and gives what was kept before; made when it is new. */
async function heldRow(tx: Tx, { communityId, kind, subjectId }: SearchEntry) {
  const [row] = await tx.$queryRaw<{ id: number | bigint; sketch: Uint8Array }[]>`
    INSERT INTO "SearchEntry" ("communityId", "kind", "subjectId", "sketch")
    VALUES (${communityId}, ${kind}, ${subjectId}, ${NOTHING})
    ON CONFLICT ("communityId", "kind", "subjectId") DO UPDATE SET "kind" = EXCLUDED."kind"
    RETURNING "id", "sketch"`;
  if (row === undefined) throw new Error("the search entry was not written");
  const before = row.sketch.length === 0 ? undefined : unpackSketch(row.sketch);
  return { id: Number(row.id), before };
}

function changesBetween(before: Sketch | undefined, after: Sketch): Map<string, number> {
  const changes = new Map(after.words.map(({ key }) => [key, 1]));
  for (const { key } of before?.words ?? []) changes.set(key, (changes.get(key) ?? 0) - 1);
  return changes;
}

/**
 * Puts a text in the index, or replaces what stands there of the same kind and subject. What is kept are keyed hashes of its
 * words, which differ for each community and kind: nothing can be read, nor found from elsewhere.
 */
export async function indexEntry(tx: Tx, core: Core, entry: SearchEntry): Promise<void> {
  const keyOf = wordKeys(core, entry);
  const { id, before } = await heldRow(tx, entry);
  const sketch = sketchOf(entry, keyOf);
  const labels = [EVERY_TEXT, topicTerm(entry.topic)].map((term) => ({
    key: keyOf(term),
    heading: 0,
    body: 0,
  }));
  const after = { ...sketch, words: [...sketch.words, ...labels] };
  await countWords(tx, changesBetween(before, after));
  if (before !== undefined) await takeFromIndex(tx, core.store.engine, id, before);
  await addToIndex(tx, core.store.engine, id, after);
  await tx.searchEntry.update({ where: { id }, data: { sketch: packSketch(after) } });
}
