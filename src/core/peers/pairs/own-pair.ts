import type { Actor } from "#core/access.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

export interface PairRow {
  readonly id: string;
  readonly communityId: string;
  readonly platform: string;
}

/** Holds a pair's row until the transaction ends: of two answers at once the second sees the first. */
export async function holdPair(tx: Tx, pairId: string): Promise<void> {
  await tx.$executeRaw`UPDATE "PeerPair" SET "state" = "state" WHERE "id" = ${pairId}`;
}

/** The actor's own pair with both sides, held. One that they are not in is not there: not_found. */
export async function ownPair(tx: Tx, { memberId, communityId }: Actor, pairId: string) {
  await holdPair(tx, pairId);
  const pair = await tx.peerPair.findUnique({ where: { id: pairId }, include: { sides: true } });
  const own = pair?.sides.find((side) => side.memberId === memberId);
  const other = pair?.sides.find((side) => side.memberId !== memberId);
  if (pair === null || pair.communityId !== communityId || own === undefined || other === undefined)
    throw refuse("not_found", { what: "pair" });
  return { pair, own, other };
}
