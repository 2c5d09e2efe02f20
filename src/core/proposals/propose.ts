import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { ProposalAct } from "./acts.ts";

export interface Propose {
  readonly communityId: string;
  readonly act: ProposalAct;
  /** The member whom the act is about. */
  readonly subjectId: string;
  readonly targetId: string;
  readonly content: string;
  readonly contentHash: string;
  readonly proposerId: string;
  /** The usual time for proposals where it is left out. */
  readonly expiresAt?: Date;
  readonly now: Date;
}

/** Writes an act that waits for a second person, in the caller's transaction. */
export async function propose(tx: Tx, core: Core, proposal: Propose): Promise<string> {
  const { now, content, expiresAt, ...data } = proposal;
  const id = core.newId();
  const place = { table: "Proposal", column: "contentSealed", row: id };
  await tx.proposal.create({
    data: {
      id,
      ...data,
      contentSealed: await core.vault.seal(tx, { communityId: proposal.communityId }, place, content),
      createdAt: now,
      expiresAt: expiresAt ?? new Date(now.getTime() + core.config.timing.proposalMs),
    },
  });
  return id;
}
