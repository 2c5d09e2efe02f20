import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { takeFromIndex } from "./engine-index.ts";
import { unpackSketch } from "./sketch.ts";
import { countWords } from "./word-counts.ts";

/** Takes it out, with nothing of it left in the index. One that is not there is a success. */
export async function unindexEntry(
  tx: Tx,
  core: Core,
  { communityId, kind, subjectId }: { communityId: string; kind: string; subjectId: string },
): Promise<void> {
  const [row] = await tx.$queryRaw<{ id: number | bigint; sketch: Uint8Array }[]>`
    UPDATE "SearchEntry" SET "kind" = "kind"
    WHERE "communityId" = ${communityId} AND "kind" = ${kind} AND "subjectId" = ${subjectId}
    RETURNING "id", "sketch"`;
  if (row === undefined) return;
  const id = Number(row.id);
  const sketch = unpackSketch(row.sketch);
  await countWords(tx, new Map(sketch.words.map(({ key }) => [key, -1])));
  await takeFromIndex(tx, core.store.engine, id, sketch);
  await tx.searchEntry.delete({ where: { id } });
}
