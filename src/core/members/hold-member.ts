import type { Tx } from "#core/foundation/store/open-store.ts";

/**
 * Holds a member's row until the transaction ends: whoever reads what stands about somebody and writes what follows from it takes
 * turns with the others who do.
 */
export async function holdMember(tx: Tx, memberId: string): Promise<void> {
  await tx.$executeRaw`UPDATE "Member" SET "state" = "state" WHERE "id" = ${memberId}`;
}
