import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { namedMember } from "#core/members/named-member.ts";
import { type ProviderRole, registerProvider } from "#core/members/register-provider.ts";
import { placeFrom, professionFrom } from "../claim/claim-fields.ts";
import { alsoClaimedBy, writeClaim } from "../claim/write-claim.ts";
import type { ClaimedNames } from "../evidence.ts";
import { requireNpi } from "../npi.ts";
import { refuseNeverKept } from "../proof/never-kept.ts";
import { writeCheck } from "./check-detail.ts";
import { requireAhead } from "./look-up.ts";
import { openPoints } from "./open-points.ts";
import { writeProposal } from "./propose-credential.ts";

/** Somebody new by a code that they asked for from their own account (names and roles never link anyone), or a provider already registered. */
type Holder =
  | { readonly code: string; readonly pseudonym: string; readonly role: ProviderRole }
  /** By id or by the name they have here. */
  | { readonly member: string };

export type AttestCredential = Holder & {
  readonly actor: Actor;
  readonly profession: string;
  readonly jurisdiction: string;
  readonly licence: string;
  readonly npi?: string;
  /** As on the licence; with it the registers here are asked too. */
  readonly names?: ClaimedNames;
  /** How the code came to the admin; the code alone shows an account, not a person. */
  readonly proof: "video" | "call-back";
  /** The register that confirmed it. */
  readonly source: string;
  readonly sourceUrl?: string;
  readonly checkedAt: Date;
  readonly expiresAt?: Date;
};

const KNOWN_ROLES = ["applicant", "provider", "lead", "trainee"];

/** The member whom the credential is about: made from the code now, or read as it stands. */
async function holderOf(tx: Tx, core: Core, input: AttestCredential, now: Date): Promise<string> {
  const { actor } = input;
  if ("code" in input) return (await registerProvider(tx, core, { ...input, now })).memberId;
  const { communityId } = actor;
  const { id } = await namedMember(tx, { communityId, member: input.member });
  authorise(actor, "credential.attest", { communityId, ownerId: id });
  const known = await tx.memberRole.count({ where: { memberId: id, role: { in: KNOWN_ROLES } } });
  if (known === 0) throw refuse("not_found", { what: "member" });
  return id;
}

function required(value: string, field: string): string {
  if (value.trim() === "") throw refuse("empty", { field });
  return value.trim();
}

/** The admin's own look at the register, and how they met whose it is. */
async function writeWhatWasSeen(
  tx: Tx,
  core: Core,
  input: AttestCredential,
  { credentialId, memberId, now }: { credentialId: string; memberId: string; now: Date },
): Promise<void> {
  const { actor, source, sourceUrl = null, checkedAt, proof } = input;
  const { communityId } = actor;
  await writeCheck(tx, core, {
    communityId,
    credentialId,
    memberId,
    source: "register",
    method: "manual",
    result: "match",
    file: source,
    asOf: checkedAt.toISOString().slice(0, 10),
    sha256: null,
    detail: { says: "A person looked at the public register.", fields: [], candidates: [], url: sourceUrl },
    byId: actor.memberId,
    checkedAt: now,
  });
  await tx.controlProof.create({
    data: {
      id: core.newId(),
      communityId,
      credentialId,
      kind: proof,
      state: "done",
      byId: actor.memberId,
      createdAt: now,
      expiresAt: now,
      doneAt: now,
    },
  });
}

/**
 * Records a credential that an admin looked up, for somebody whom they met, and proposes it. It gives neither standing nor a
 * role until a second person approves. Profession and place are read as those of a claim: patients read them too. Refuses
 * claimed_twice, not_checked for a look of long ago, checks_against, and what a claim's fields refuse.
 */
export async function attestCredential(
  core: Core,
  input: AttestCredential,
): Promise<{ credentialId: string; proposalId: string; memberId: string }> {
  const { actor, checkedAt, expiresAt = null } = input;
  authorise(actor, "credential.attest");
  const npi = input.npi === undefined ? null : requireNpi(input.npi);
  const licence = required(input.licence, "licence");
  const source = required(input.source, "source");
  refuseNeverKept({ profession: input.profession, jurisdiction: input.jurisdiction, licence, source });
  const profession = professionFrom(input.profession);
  const jurisdiction = placeFrom(input.jurisdiction).name;
  return core.tx(async (tx, now) => {
    if (checkedAt > now) throw refuse("invalid_input", { field: "checked", rule: "cannot be in the future" });
    requireAhead(expiresAt, now);
    const memberId = await holderOf(tx, core, input, now);
    const evidence = {
      ...{ licence, npi, names: input.names ?? null, sourceUrl: input.sourceUrl ?? null, cleared: [] },
      note: `An admin looked it up at ${source}, and met whose it is.`,
      role: "role" in input ? input.role : ("provider" as const),
      decidedFor: null,
    };
    // No name was asked for, so that none can be shown.
    const display = "role-only" as const;
    const what = { communityId: actor.communityId, memberId, profession, jurisdiction, display };
    const when = { source, checkedAt, expiresAt, now };
    const credentialId = await writeClaim(tx, core, { ...what, evidence, ...when });
    await writeWhatWasSeen(tx, core, input, { credentialId, memberId, now });
    const credential = await tx.credential.findUniqueOrThrow({ where: { id: credentialId } });
    if ((await alsoClaimedBy(tx, credential)).length > 0) throw refuse("claimed_twice", {});
    const proofs = await tx.controlProof.findMany({ where: { credentialId } });
    const doubts = await openPoints(tx, core, credential, { evidence, now });
    const proposalId = await writeProposal(tx, core, { credential, evidence, actor, proofs, doubts, now });
    return { credentialId, proposalId, memberId };
  });
}
