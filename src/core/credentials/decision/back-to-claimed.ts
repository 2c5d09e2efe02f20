import type { Tx } from "#core/foundation/store/open-store.ts";
import { credentialsAllowing } from "../credential.ts";

/** A proposal that nobody agreed to in time leaves its credential as a claim: it can be checked, proved and proposed anew. */
export async function backToClaimed(
  tx: Tx,
  { credentialId, proposalId }: { credentialId: string; proposalId: string },
): Promise<void> {
  await tx.credential.updateMany({
    where: { id: credentialId, proposalId, status: { in: credentialsAllowing("lapse") } },
    data: { status: "claimed" },
  });
}
