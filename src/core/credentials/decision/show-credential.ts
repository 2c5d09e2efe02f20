import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { ProviderRole } from "#core/members/register-provider.ts";
import { alsoClaimedBy } from "../claim/write-claim.ts";
import { type CredentialStatus, statusOf } from "../credential.ts";
import { type ClaimedNames, openEvidence } from "../evidence.ts";
import { countedProofs } from "../proof/counted-proofs.ts";
import { originOf } from "../proof/open-proof.ts";
import { controlLevel, provedBy } from "../proof/proof.ts";
import { type CheckDetail, newestChecks, openDetail } from "./check-detail.ts";
import { credentialHere } from "./credential-here.ts";
import { saidBefore } from "./said-before.ts";

export interface ShownCheck extends CheckDetail {
  readonly source: string;
  readonly method: string;
  readonly result: string;
  readonly file: string | null;
  readonly asOf: string | null;
  readonly sha256: string | null;
  readonly checkedAt: Date;
  /** Null for the monthly sweep. */
  readonly by: string | null;
}

/** One proof that came to its end; of a colleague who vouches, one word of two. */
export interface ShownProof {
  readonly kind: string;
  readonly by: string | null;
  readonly at: Date;
  /** Where the phone number or address was found, for the second person to judge. */
  readonly from: string | null;
}

/** All that the record says of a credential, for those who decide on it. Never a date of birth: none is kept. */
export interface ShownCredential {
  readonly credentialId: string;
  readonly provider: string;
  readonly profession: string;
  readonly jurisdiction: string;
  readonly status: CredentialStatus;
  readonly names: ClaimedNames | null;
  readonly licence: string;
  readonly npi: string | null;
  readonly display: string;
  readonly source: string;
  readonly checkedAt: Date;
  readonly expiresAt: Date | null;
  readonly nextDueAt: Date | null;
  readonly underReviewAt: Date | null;
  readonly claimedAt: Date;
  readonly proposedBy: string | null;
  readonly approvedBy: string | null;
  /** Its present proposal, and how that stands; "expired" as soon as its time is over. */
  readonly proposalId: string | null;
  readonly proposal: string | null;
  readonly proposalExpiresAt: Date | null;
  /** What they are to be here, which the second person agrees to as well. */
  readonly role: ProviderRole;
  readonly note: string | null;
  readonly cleared: readonly string[];
  readonly decidedFor: string | null;
  /** 1: registers only; 2: one proof of control; 3: two. */
  readonly level: 1 | 2 | 3;
  readonly proved: readonly string[];
  readonly proofs: readonly ShownProof[];
  readonly checks: readonly ShownCheck[];
  /** Others here who claim or hold the same number, by the names they have here. */
  readonly alsoClaimedBy: readonly string[];
  /** What a register said against another claim of theirs to the same number. */
  readonly saidBefore: readonly string[];
}

type Proof = Awaited<ReturnType<typeof countedProofs>>[number];

async function shownProof(
  tx: Tx,
  core: Core,
  proof: Proof & { readonly memberId: string },
  nameOf: (id: string | null) => string | null,
): Promise<ShownProof> {
  const { kind, byId, doneAt, createdAt } = proof;
  const from = (await originOf(tx, core, proof)) ?? null;
  return { kind, by: nameOf(byId), at: doneAt ?? createdAt, from };
}

async function shownChecks(
  tx: Tx,
  core: Core,
  credential: { id: string; memberId: string },
  nameOf: (id: string | null) => string | null,
): Promise<ShownCheck[]> {
  const shown: ShownCheck[] = [];
  for (const check of await newestChecks(tx, credential.id)) {
    const { source, method, result, file, asOf, sha256, checkedAt, byId } = check;
    const detail = await openDetail(tx, core, { ...check, memberId: credential.memberId });
    shown.push({ source, method, result, file, asOf, sha256, checkedAt, by: nameOf(byId), ...detail });
  }
  return shown;
}

interface Timed {
  readonly state: string;
  readonly expiresAt: Date;
}

const stateOf = ({ state, expiresAt }: Timed, now: Date) =>
  state === "open" && expiresAt <= now ? "expired" : state;

/** Refuses not_found. */
export async function showCredential(
  core: Core,
  { actor, credentialId }: { actor: Actor; credentialId: string },
): Promise<ShownCredential> {
  authorise(actor, "credential.read");
  return core.tx(async (tx, now) => {
    const credential = await credentialHere(tx, actor, credentialId);
    const { communityId, memberId, proposalId } = credential;
    const proposal = proposalId === null ? null : await tx.proposal.findUnique({ where: { id: proposalId } });
    const people = await tx.member.findMany({ where: { communityId, state: "active" } });
    const names = new Map(people.map(({ id, pseudonym }) => [id, pseudonym]));
    const nameOf = (id: string | null | undefined) => names.get(id ?? "") ?? null;
    const proofs = await countedProofs(tx, credentialId, core.clock.now());
    const evidence = await openEvidence(tx, core, credential);
    const { profession, jurisdiction, display, source, checkedAt, expiresAt } = credential;
    return {
      credentialId,
      provider: nameOf(memberId) ?? "a member who left",
      profession,
      jurisdiction,
      status: statusOf(credential.status),
      names: evidence.names,
      licence: evidence.licence,
      npi: evidence.npi,
      display,
      source,
      checkedAt,
      expiresAt,
      nextDueAt: credential.nextDueAt,
      underReviewAt: credential.underReviewAt,
      claimedAt: credential.createdAt,
      proposedBy: nameOf(credential.attestedById),
      approvedBy: nameOf(proposal?.approverId),
      proposalId,
      proposal: proposal === null ? null : stateOf(proposal, now),
      proposalExpiresAt: proposal?.expiresAt ?? null,
      role: evidence.role,
      note: evidence.note,
      cleared: evidence.cleared,
      decidedFor: evidence.decidedFor,
      level: controlLevel(proofs),
      proved: provedBy(proofs),
      proofs: await Promise.all(proofs.map((proof) => shownProof(tx, core, { ...proof, memberId }, nameOf))),
      checks: await shownChecks(tx, core, credential, nameOf),
      alsoClaimedBy: (await alsoClaimedBy(tx, credential)).map(({ member }) => member.pseudonym),
      saidBefore: await saidBefore(tx, core, credential),
    };
  });
}
