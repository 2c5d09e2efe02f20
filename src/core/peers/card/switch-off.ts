import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { letOffersGo } from "../pairs/let-offers-go.ts";
import { takeFromFound } from "./among-found.ts";

/** Found by nobody, and offered to nobody, from this transaction on. */
export async function switchOff(
  tx: Tx,
  core: Core,
  { memberId, now }: { memberId: string; now: Date },
): Promise<void> {
  await takeFromFound(tx, memberId);
  await tx.peerCard.updateMany({ where: { memberId }, data: { state: "off" } });
  await letOffersGo(tx, core, { memberId, now });
}
