import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

/**
 * How a blocker knows whom they blocked, and never more: by the account that they saw, or by the name of somebody they met. To
 * show one for the other would tell whose account a name is.
 */
export type Known = { readonly platform: string; readonly accountId: string } | { readonly name: string };

interface At {
  readonly blockId: string;
  readonly blockerId: string;
}

const place = ({ blockId }: At) => ({ table: "Block", column: "knownSealed", row: blockId });

export function sealKnown(tx: Tx, { vault }: Core, at: At, known: Known) {
  return vault.seal(tx, { memberId: at.blockerId }, place(at), JSON.stringify(known));
}

/** For many to be opened at once. */
export const sealedKnown = (at: At, blob: Uint8Array) => ({
  owner: { memberId: at.blockerId },
  place: place(at),
  blob,
});
