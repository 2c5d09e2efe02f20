import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { ProviderRole } from "#core/members/register-provider.ts";
import { propose } from "#core/proposals/propose.ts";
import { cleanText } from "#core/screening/clean-text.ts";
import { alsoClaimedBy } from "../claim/write-claim.ts";
import { credentialsAllowing } from "../credential.ts";
import { contentHash, credentialContent, openEvidence, sealEvidence } from "../evidence.ts";
import { countedProofs } from "../proof/counted-proofs.ts";
import { refuseNeverKept } from "../proof/never-kept.ts";
import { controlLevel } from "../proof/proof.ts";
import { newestChecks } from "./check-detail.ts";
import { credentialHere } from "./credential-here.ts";
import { clearedByBirth, openPoints } from "./open-points.ts";

const NOTE_LIMIT = 500;

export interface ProposeCredential {
  readonly actor: Actor;
  readonly credentialId: string;
  /** What the first person saw, needed where the registers alone do not say yes. */
  readonly note?: string;
  /** Rows of an exclusion list that are somebody else, by their hash in the check. */
  readonly cleared?: readonly string[];
  readonly role?: ProviderRole;
}

/** What somebody saw, or null where they wrote nothing. Refuses too_long and never_kept. */
export function noteOf(typed: string | undefined): string | null {
  const note = cleanText(typed ?? "").trim();
  if (note.length > NOTE_LIMIT)
    throw refuse("too_long", { field: "note", limit: NOTE_LIMIT, length: note.length });
  refuseNeverKept({ note });
  return note === "" ? null : note;
}

type Credential = Awaited<ReturnType<typeof credentialHere>>;
type Evidence = Awaited<ReturnType<typeof openEvidence>>;

/**
 * The first person's yes: puts a claim to a second one. It needs a proof of control, a licence that was looked at, and a note
 * where something is still open; what a register says against it cannot be talked away. Refuses no_control, not_checked,
 * checks_against, needs_note, claimed_twice, credential_status, proposal_open.
 */
export async function proposeCredential(
  core: Core,
  input: ProposeCredential,
): Promise<{ proposalId: string }> {
  const { actor, credentialId, cleared = [], role } = input;
  const note = noteOf(input.note);
  return core.tx(async (tx, now) => {
    const credential = await credentialHere(tx, actor, credentialId);
    authorise(actor, "credential.attest", {
      communityId: credential.communityId,
      ownerId: credential.memberId,
    });
    if (!credentialsAllowing("propose").some((status) => status === credential.status))
      throw refuse("credential_status", { is: credential.status, wanted: "propose" });
    const proofs = await countedProofs(tx, credentialId, now);
    if (controlLevel(proofs) < 2) throw refuse("no_control", {});
    if ((await alsoClaimedBy(tx, credential)).length > 0) throw refuse("claimed_twice", {});
    const before = await openEvidence(tx, core, credential);
    const others = [...new Set([...cleared, ...(await clearedByBirth(tx, core, credential))])];
    const evidence = { ...before, cleared: others, note, role: role ?? before.role };
    const doubts = await openPoints(tx, core, credential, { evidence, now });
    if ((doubts.length > 0 || evidence.cleared.length > 0) && note === null)
      throw refuse("needs_note", { doubts });
    const proposalId = await writeProposal(tx, core, { credential, evidence, actor, proofs, doubts, now });
    return { proposalId };
  });
}

/** Writes the proposal over what there is now; for whoever proposes in a transaction of their own too. */
export async function writeProposal(
  tx: Tx,
  core: Core,
  {
    credential,
    evidence,
    actor,
    proofs,
    doubts,
    now,
  }: {
    readonly credential: Credential;
    readonly evidence: Evidence;
    readonly actor: Actor;
    readonly proofs: readonly { readonly id: string; readonly state: string }[];
    /** What the first person saw open; anything more stops the second. */
    readonly doubts: readonly string[];
    readonly now: Date;
  },
): Promise<string> {
  const { id: credentialId, communityId, memberId } = credential;
  const open = await tx.proposal.count({
    where: { targetId: credentialId, state: "open", expiresAt: { gt: now } },
  });
  if (open > 0) throw refuse("proposal_open", {});
  const content = {
    credential: credentialContent(credential, evidence),
    checks: (await newestChecks(tx, credentialId)).map(({ id }) => id),
    proofs: proofs.filter(({ state }) => state === "done").map(({ id }) => id),
    doubts,
  };
  const proposalId = await propose(tx, core, {
    communityId,
    act: "credential.verify",
    subjectId: memberId,
    targetId: credentialId,
    content: JSON.stringify(content),
    contentHash: contentHash(content),
    proposerId: actor.memberId,
    now,
  });
  const { count } = await tx.credential.updateMany({
    where: { id: credentialId, status: { in: credentialsAllowing("propose") } },
    data: {
      status: "attested",
      proposalId,
      attestedById: actor.memberId,
      evidenceSealed: await sealEvidence(tx, core, credential, evidence),
    },
  });
  if (count === 0) throw refuse("credential_status", { is: credential.status, wanted: "propose" });
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: actor.memberId,
    verb: "credential.attested",
    subject: credentialId,
    detail: { proposalId },
  });
  return proposalId;
}
