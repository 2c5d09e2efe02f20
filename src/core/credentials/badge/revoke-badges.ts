import type { Tx } from "#core/foundation/store/open-store.ts";

/**
 * Revokes all badges of a credential in the transaction of the act that ends it, and says how many. Those of a credential
 * that is no longer verified are on the list in any case; this keeps them there should it be verified again.
 */
export async function revokeBadges(tx: Tx, credentialId: string, now: Date): Promise<number> {
  const { count } = await tx.badge.updateMany({
    where: { credentialId, revokedAt: null },
    data: { revokedAt: now },
  });
  return count;
}
