import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { isBound } from "./erase/remainder.ts";
import type { ErasureCard } from "./erasure-card.ts";
import { openReceiptCode } from "./receipt-code.ts";
import { readCounts, wishOf } from "./show-receipt.ts";

/** Subject: the receipt's id. Nothing to say once its code is gone. */
export async function loadErasureCard(
  tx: Tx,
  core: Core,
  receiptId: string,
): Promise<ErasureCard | undefined> {
  const receipt = await tx.erasureReceipt.findUnique({ where: { id: receiptId } });
  if (receipt === null || receipt.memberId === null || receipt.codeSealed === null) return undefined;
  const { communityId, memberId, codeSealed } = receipt;
  const { name } = await tx.community.findUniqueOrThrow({ where: { id: communityId } });
  const { erased, places } = readCounts(receipt.counts);
  return {
    kind: "erasure",
    community: name,
    wish: wishOf(receipt.wish),
    at: receipt.startedAt,
    counts: erased,
    places,
    bound: await isBound(tx, memberId),
    code: await openReceiptCode(tx, core, { receiptId, memberId }, codeSealed),
  };
}
