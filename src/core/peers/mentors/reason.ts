import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

const place = (memberId: string) => ({ table: "Mentor", column: "reasonSealed", row: memberId });

/** What moderators wrote to somebody, sealed with that person's own key. */
export const sealReason = (tx: Tx, { vault }: Pick<Core, "vault">, memberId: string, reason: string) =>
  vault.seal(tx, { memberId }, place(memberId), reason);

/** For many to be opened at once. */
export const sealedReason = (memberId: string, blob: Uint8Array) => ({
  owner: { memberId },
  place: place(memberId),
  blob,
});

export async function openReason(
  tx: Tx | Core["db"],
  { vault }: Pick<Core, "vault">,
  { memberId, reasonSealed }: { memberId: string; reasonSealed: Uint8Array | null },
): Promise<string> {
  return reasonSealed === null ? "" : vault.open(tx, { memberId }, place(memberId), reasonSealed);
}
