import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { statesAllowing } from "./pair.ts";
import { tellNews } from "./tell.ts";

/** Both said yes, and no thread could be opened for them: both are told, and it ends. */
export async function endUnopened(tx: Tx, core: Core, pairId: string, now: Date): Promise<void> {
  const [pair] = await tx.peerPair.updateManyAndReturn({
    where: { id: pairId, state: { in: statesAllowing("leave") } },
    data: { state: "leaving", tellAt: now },
  });
  if (pair === undefined) return;
  const sides = await tx.peerSide.findMany({ where: { pairId }, orderBy: { memberId: "asc" } });
  for (const { memberId } of sides)
    await tellNews(tx, core, pair, { memberId, about: "not-opened", at: now });
}
