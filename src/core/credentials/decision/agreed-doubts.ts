import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { ProposedContent } from "../evidence.ts";

interface Proposed {
  readonly id: string;
  readonly communityId: string;
  readonly contentSealed: Uint8Array;
}

/** What was proposed. What was written before doubts were kept has none. */
export async function openContent(tx: Tx, core: Core, proposal: Proposed): Promise<ProposedContent> {
  const place = { table: "Proposal", column: "contentSealed", row: proposal.id };
  const text = await core.vault.open(
    tx,
    { communityId: proposal.communityId },
    place,
    proposal.contentSealed,
  );
  const { checks = [], proofs = [], doubts = [] }: Partial<ProposedContent> = JSON.parse(text);
  return { credential: "", checks, proofs, doubts };
}

/** What two people knew to be open when they let a credential stand, in the words of the checks; it is no news any more. */
export async function agreedDoubts(
  tx: Tx,
  core: Core,
  { proposalId }: { readonly proposalId: string | null },
): Promise<ReadonlySet<string>> {
  if (proposalId === null) return new Set();
  const proposal = await tx.proposal.findUnique({ where: { id: proposalId } });
  if (proposal?.state !== "approved") return new Set();
  return new Set((await openContent(tx, core, proposal)).doubts);
}
