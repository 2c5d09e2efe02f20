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

/** For many to be opened at once. */
export const sealedKnown = (at: At, blob: Uint8Array) => ({
  owner: { memberId: at.blockerId },
  place: place(at),
  blob,
});
