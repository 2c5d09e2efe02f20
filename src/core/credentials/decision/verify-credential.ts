import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import {
  contentHash,
  credentialContent,
  type Evidence,
  openEvidence,
  type ProposedContent,
} from "../evidence.ts";
import { tellHolder } from "../tell.ts";
import { nextDue } from "../watch/next-due.ts";
import { newestChecks } from "./check-detail.ts";
import { reportOn } from "./run-checks.ts";

interface Proposed {
  readonly id: string;
  readonly communityId: string;
  readonly targetId: string;
  readonly contentHash: string;
  readonly contentSealed: Uint8Array;
  readonly proposerId: string;
}

async function openContent(tx: Tx, core: Core, proposal: Proposed): Promise<ProposedContent> {
  const place = { table: "Proposal", column: "contentSealed", row: proposal.id };
  const text = await core.vault.open(
    tx,
    { communityId: proposal.communityId },
    place,
    proposal.contentSealed,
  );
  const { checks = [], proofs = [] }: Partial<ProposedContent> = JSON.parse(text);
  return { credential: "", checks, proofs };
}

/**
 * What is to be agreed to must be what was proposed: the credential as it stands, and every check and proof of that moment.
 * What the registers say against it by now stops it too. Refuses content_changed and checks_against.
 */
export async function requireUnchanged(tx: Tx, core: Core, proposal: Proposed, now: Date): Promise<void> {
  const credential = await tx.credential.findUnique({ where: { id: proposal.targetId } });
  if (credential === null) throw refuse("content_changed", {});
  const evidence = await openEvidence(tx, core, credential);
  const { checks, proofs } = await openContent(tx, core, proposal);
  const content = { credential: credentialContent(credential, evidence), checks, proofs };
  const standing = {
    checks: await tx.credentialCheck.count({ where: { id: { in: [...checks] } } }),
    proofs: await tx.controlProof.count({ where: { id: { in: [...proofs] }, state: "done" } }),
  };
  if (contentHash(content) !== proposal.contentHash) throw refuse("content_changed", {});
  if (standing.checks !== checks.length || standing.proofs !== proofs.length)
    throw refuse("content_changed", {});
  const report = await reportOn(tx, core, credential, evidence, { now });
  if (report?.outcome === "refuse") throw refuse("checks_against", { reasons: report.reasons });
}

/** The rows that both found to be somebody else are not asked about again. */
async function keepRulings(
  tx: Tx,
  core: Core,
  {
    proposal,
    evidence,
    claimHash,
    now,
  }: {
    readonly proposal: Proposed & { readonly approverId: string };
    readonly evidence: Evidence;
    readonly claimHash: string | undefined;
    readonly now: Date;
  },
): Promise<void> {
  if (claimHash === undefined) return;
  const { communityId, proposerId: byId, approverId: secondId } = proposal;
  for (const rowHash of evidence.cleared)
    await tx.ruling.upsert({
      where: { communityId_claimHash_rowHash: { communityId, claimHash, rowHash } },
      create: { id: core.newId(), communityId, claimHash, rowHash, byId, secondId, createdAt: now },
      update: {},
    });
}

/** Lets a credential stand, after its proposal was approved in the same transaction. Refuses proposal_closed. */
export async function verifyCredential(
  tx: Tx,
  core: Core,
  proposal: Proposed & { readonly approverId: string },
  now: Date,
): Promise<void> {
  const credential = await tx.credential.findUniqueOrThrow({ where: { id: proposal.targetId } });
  const { checkedAt, expiresAt, memberId } = credential;
  const checks = await newestChecks(tx, credential.id);
  const byFile = checks.some(({ source, result }) => source === "license" && result === "match");
  const { count } = await tx.credential.updateMany({
    where: { id: proposal.targetId, proposalId: proposal.id, status: "attested" },
    data: { status: "verified", decidedAt: now, nextDueAt: nextDue({ checkedAt, expiresAt, byFile }) },
  });
  if (count === 0) throw refuse("proposal_closed", { state: "suspended" });
  const evidence = await openEvidence(tx, core, credential);
  const report = await reportOn(tx, core, credential, evidence, { now });
  await keepRulings(tx, core, { proposal, evidence, claimHash: report?.claimHash, now });
  await tx.memberRole.deleteMany({ where: { memberId, role: "applicant" } });
  await tx.memberRole.upsert({
    where: { memberId_role: { memberId, role: evidence.role } },
    create: { memberId, role: evidence.role, createdAt: now },
    update: {},
  });
  await tellHolder(tx, core, credential, "approved", now);
}
