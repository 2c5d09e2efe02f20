import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

export interface Propose {
  readonly communityId: string;
  readonly act: "credential.verify";
  /** The member whom the act is about. */
  readonly subjectId: string;
  readonly targetId: string;
  readonly content: string;
  readonly contentHash: string;
  readonly proposerId: string;
  readonly now: Date;
}

/** Writes an act that waits for a second person, in the caller's transaction. */
export async function propose(tx: Tx, core: Core, proposal: Propose): Promise<string> {
  const { now, content, ...data } = proposal;
  const id = core.newId();
  const place = { table: "Proposal", column: "contentSealed", row: id };
  await tx.proposal.create({
    data: {
      id,
      ...data,
      contentSealed: await core.vault.seal(tx, { communityId: proposal.communityId }, place, content),
      createdAt: now,
      expiresAt: new Date(now.getTime() + core.config.timing.proposalMs),
    },
  });
  return id;
}
