import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { entryName } from "./index-entry.ts";

/** Takes it out, with nothing of it left in the index. One that is not there is a success. */
export async function unindexEntry(
  tx: Tx,
  _core: Core,
  { communityId, kind, subjectId }: { communityId: string; kind: string; subjectId: string },
): Promise<void> {
  await tx.meta.deleteMany({ where: { name: entryName(communityId, kind, subjectId) } });
}
