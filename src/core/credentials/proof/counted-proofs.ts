import type { Tx } from "#core/foundation/store/open-store.ts";
import { standingOf } from "../standing.ts";

const YEAR_MS = 365 * 24 * 3_600_000;

/**
 * The proofs that count now: those of the last year, and a colleague's word only while that colleague stands. Whoever was
 * found to be somebody else never vouched for anybody.
 */
export async function countedProofs(tx: Tx, credentialId: string, now: Date) {
  const done = await tx.controlProof.findMany({
    where: { credentialId, state: "done", doneAt: { gt: new Date(now.getTime() - YEAR_MS) } },
    orderBy: { id: "asc" },
  });
  const counted: typeof done = [];
  for (const proof of done)
    if (proof.kind !== "vouch" || (await standingOf(tx, proof.byId ?? "", now)).ok) counted.push(proof);
  return counted;
}
