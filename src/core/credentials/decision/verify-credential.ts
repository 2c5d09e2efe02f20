import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { contentHash, credentialContent, type Evidence, openEvidence } from "../evidence.ts";
import { countedProofs } from "../proof/counted-proofs.ts";
import { tellHolder } from "../tell.ts";
import { nextDue } from "../watch/next-due.ts";
import { openContent } from "./agreed-doubts.ts";
import { openPoints } from "./open-points.ts";
import { keepReport, reportOn } from "./run-checks.ts";

interface Proposed {
  readonly id: string;
  readonly communityId: string;
  readonly targetId: string;
  readonly contentHash: string;
  readonly contentSealed: Uint8Array;
  readonly proposerId: string;
}

/**
 * What is to be agreed to must be what was proposed: the credential as it stands, and every check and proof of that moment.
 * What came up since stops it too: whoever proposed it did not see that. Refuses content_changed, new_doubts, checks_against.
 */
export async function requireUnchanged(tx: Tx, core: Core, proposal: Proposed, now: Date): Promise<void> {
  const credential = await tx.credential.findUnique({ where: { id: proposal.targetId } });
  if (credential === null) throw refuse("content_changed", {});
  const evidence = await openEvidence(tx, core, credential);
  const proposed = await openContent(tx, core, proposal);
  const content = { ...proposed, credential: credentialContent(credential, evidence) };
  if (contentHash(content) !== proposal.contentHash) throw refuse("content_changed", {});
  const { checks, proofs, doubts } = proposed;
  const kept = await tx.credentialCheck.count({ where: { id: { in: [...checks] } } });
  const counted = new Set((await countedProofs(tx, credential.id, now)).map(({ id }) => id));
  if (kept !== checks.length || proofs.some((id) => !counted.has(id))) throw refuse("content_changed", {});
  const open = await openPoints(tx, core, credential, { evidence, now });
  const more = open.filter((doubt) => !doubts.includes(doubt));
  if (more.length > 0) throw refuse("new_doubts", { doubts: more });
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
  const { expiresAt, memberId } = credential;
  const evidence = await openEvidence(tx, core, credential);
  const report = await reportOn(tx, core, credential, evidence, { now });
  const byFile = report?.checks.some(({ source, result }) => source === "license" && result === "match");
  // The files were asked just now; what a person saw is as old as it is.
  const seen = byFile ? { checkedAt: now, byFile } : { checkedAt: credential.checkedAt, byFile: false };
  if (report !== undefined) await keepReport(tx, core, credential, report, { byId: null, now });
  const { count } = await tx.credential.updateMany({
    where: { id: proposal.targetId, proposalId: proposal.id, status: "attested" },
    data: { status: "verified", decidedAt: now, nextDueAt: nextDue({ ...seen, expiresAt }) },
  });
  if (count === 0) throw refuse("proposal_closed", { state: "suspended" });
  await keepRulings(tx, core, { proposal, evidence, claimHash: report?.claimHash, now });
  // A lead stays one with a second credential that says provider.
  const others =
    evidence.role === "provider"
      ? ["applicant", "trainee"]
      : ["applicant", "provider", "lead", "trainee"].filter((role) => role !== evidence.role);
  await tx.memberRole.deleteMany({ where: { memberId, role: { in: others } } });
  await tx.memberRole.upsert({
    where: { memberId_role: { memberId, role: evidence.role } },
    create: { memberId, role: evidence.role, createdAt: now },
    update: {},
  });
  await tellHolder(tx, core, credential, "approved", now);
}
