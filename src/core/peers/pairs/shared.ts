import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { Shared } from "./cards.ts";

interface At {
  readonly pairId: string;
  readonly memberId: string;
}

const place = ({ pairId, memberId }: At) => ({
  table: "PeerSide",
  column: "sharedSealed",
  row: `${pairId}/${memberId}`,
});

/** Each of the two keeps a copy of their own: it says only what they themselves chose. */
export function sealShared(tx: Tx, { vault }: Core, at: At, shared: Shared) {
  return vault.seal(tx, { memberId: at.memberId }, place(at), JSON.stringify(shared));
}

/** A side's copy, for many to be opened at once. */
export const sealedShared = (at: At, blob: Uint8Array) => ({
  owner: { memberId: at.memberId },
  place: place(at),
  blob,
});

export async function openShared(
  tx: Tx,
  { vault }: Core,
  { pairId, memberId, sharedSealed }: At & { readonly sharedSealed: Uint8Array },
): Promise<Shared> {
  const at = { pairId, memberId };
  return JSON.parse(await vault.open(tx, { memberId }, place(at), sharedSealed)) as Shared;
}
