import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

interface Of {
  readonly receiptId: string;
  readonly memberId: string;
}

const placeOf = (row: string) => ({ table: "ErasureReceipt", column: "codeSealed", row });

/** Kept until the receipt was sent, with the member's last key. */
export const sealReceiptCode = (
  tx: Tx,
  { vault }: Pick<Core, "vault">,
  { receiptId, memberId }: Of,
  code: string,
) => vault.seal(tx, { memberId }, placeOf(receiptId), code);

export const openReceiptCode = (
  tx: Tx,
  { vault }: Pick<Core, "vault">,
  { receiptId, memberId }: Of,
  sealed: Uint8Array,
) => vault.open(tx, { memberId }, placeOf(receiptId), sealed);
