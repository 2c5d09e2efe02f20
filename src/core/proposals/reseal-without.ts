import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

/** What stands in the place of words about somebody who was erased. */
export const ERASED = "Erased.";

/** The content of a proposal without what it said of somebody: whoever reads it finds that it was erased. */
export async function resealWithout(
  tx: Tx,
  { vault }: Pick<Core, "vault">,
  { id, communityId, subjectId }: { id: string; communityId: string; subjectId: string },
): Promise<void> {
  const place = { table: "Proposal", column: "contentSealed", row: id };
  const content = JSON.stringify({ memberId: subjectId, reason: ERASED });
  await tx.proposal.update({
    where: { id },
    data: { contentSealed: await vault.seal(tx, { communityId }, place, content), contentHash: "" },
  });
}
