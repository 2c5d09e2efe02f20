import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { holdPair, type PairRow } from "./own-pair.ts";
import { statesAllowing } from "./pair.ts";
import { refreshOffer } from "./tell.ts";

/**
 * Writes a no. The other's card, their count of open offers and what their own answer does stay as they were: a no cannot be
 * told from silence.
 */
export async function declineFor(
  tx: Tx,
  core: Core,
  pair: PairRow,
  { memberId, now }: { memberId: string; now: Date },
): Promise<void> {
  const { id: pairId } = pair;
  await holdPair(tx, pairId);
  await tx.peerPair.updateMany({
    where: { id: pairId, state: { in: statesAllowing("decline") } },
    data: { state: "declined" },
  });
  const { count } = await tx.peerSide.updateMany({
    where: { pairId, memberId, answer: { in: ["open", "yes"] }, pair: { state: "declined" } },
    data: { answer: "no", answeredAt: now },
  });
  if (count > 0) await refreshOffer(tx, core, pair, memberId, now);
}
