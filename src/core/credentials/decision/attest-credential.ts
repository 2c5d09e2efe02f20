import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { namedMember } from "#core/members/named-member.ts";
import { type ProviderRole, registerProvider } from "#core/members/register-provider.ts";
import { type ClaimTyped, claimFields } from "../claim/claim-fields.ts";
import { alsoClaimedBy, writeClaim } from "../claim/write-claim.ts";
import type { Evidence } from "../evidence.ts";
import { refuseNeverKept } from "../proof/never-kept.ts";
import { writeCheck } from "./check-detail.ts";
import { requireAhead } from "./look-up.ts";
import { openPoints } from "./open-points.ts";
import { noteOf, writeProposal } from "./propose-credential.ts";
import { keepReport, reportOn } from "./run-checks.ts";

/** Somebody new by a code that they asked for from their own account (names and roles never link anyone), or a provider already registered. */
type Holder =
  | { readonly code: string; readonly pseudonym: string; readonly role: ProviderRole }
  /** By id or by the name they have here. */
  | { readonly member: string };

/** What a claim says too, as typed. How they are shown is the provider's to choose, and they were not asked. */
type Typed = Omit<ClaimTyped, "former" | "npi" | "display"> & Partial<Pick<ClaimTyped, "former" | "npi">>;

export type AttestCredential = Holder &
  Typed & {
    readonly actor: Actor;
    /** How the code came to the admin; the code alone shows an account, not a person. */
    readonly proof: "video" | "call-back";
    /** The register that confirmed it. */
    readonly source: string;
    readonly sourceUrl?: string;
    readonly checkedAt: Date;
    readonly expiresAt?: Date;
    /** What the admin saw, needed where a register here is in doubt. */
    readonly note?: string;
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

/** Keeps what the registers here say, for both people to see; gives what they could not say for want of a file. */
async function askRegisters(
  tx: Tx,
  core: Core,
  {
    credential,
    evidence,
    by,
    now,
  }: {
    readonly credential: Parameters<typeof reportOn>[2];
    readonly evidence: Evidence;
    readonly by: string;
    readonly now: Date;
  },
): Promise<ReadonlySet<string>> {
  const report = await reportOn(tx, core, credential, evidence, { now });
  if (report === undefined) return new Set();
  await keepReport(tx, core, credential, report, { byId: by, now });
  return new Set(report.checks.filter(({ result }) => result === "unknown").map(({ says }) => says));
}

/**
 * Records a credential that an admin looked up, for somebody whom they met, and proposes it. It gives neither standing nor a
 * role until a second person approves. What it says is read as a claim is, and the registers here are asked: what stays open is
 * given back, and both people see it. The look at the register's page answers for files that are missing here, a doubt needs a
 * note. Refuses claimed_twice, not_checked for a look of long ago, checks_against, needs_note, and what claimFields refuses.
 */
export async function attestCredential(
  core: Core,
  input: AttestCredential,
): Promise<{ credentialId: string; proposalId: string; memberId: string; doubts: readonly string[] }> {
  const { actor, checkedAt, expiresAt = null } = input;
  authorise(actor, "credential.attest");
  const { first, last, former = "", profession, jurisdiction, licence, npi = "" } = input;
  const typed = {
    first,
    last,
    former,
    profession,
    jurisdiction,
    licence,
    npi,
    display: "role-only",
  } as const;
  const source = input.source.trim();
  if (source === "") throw refuse("empty", { field: "source" });
  refuseNeverKept({ ...typed, source });
  const seen = noteOf(input.note);
  const fields = claimFields(typed);
  return core.tx(async (tx, now) => {
    if (checkedAt > now) throw refuse("invalid_input", { field: "checked", rule: "cannot be in the future" });
    requireAhead(expiresAt, now);
    const memberId = await holderOf(tx, core, input, now);
    const evidence = {
      ...{ licence: fields.licence, npi: fields.npi, names: fields.names },
      ...{ sourceUrl: input.sourceUrl ?? null, cleared: [], decidedFor: null },
      note: [`An admin looked it up at ${source}, and met whose it is.`, seen ?? ""].join(" ").trim(),
      role: "role" in input ? input.role : ("provider" as const),
    };
    const { profession, jurisdiction, display } = fields;
    const what = { communityId: actor.communityId, memberId, profession, jurisdiction, display };
    const when = { source, checkedAt, expiresAt, now };
    const credentialId = await writeClaim(tx, core, { ...what, evidence, ...when });
    await writeWhatWasSeen(tx, core, input, { credentialId, memberId, now });
    const credential = await tx.credential.findUniqueOrThrow({ where: { id: credentialId } });
    if ((await alsoClaimedBy(tx, credential)).length > 0) throw refuse("claimed_twice", {});
    const unanswered = await askRegisters(tx, core, { credential, evidence, by: actor.memberId, now });
    const proofs = await tx.controlProof.findMany({ where: { credentialId } });
    const doubts = await openPoints(tx, core, credential, { evidence, now });
    if (seen === null && doubts.some((doubt) => !unanswered.has(doubt)))
      throw refuse("needs_note", { doubts });
    const proposalId = await writeProposal(tx, core, { credential, evidence, actor, proofs, doubts, now });
    return { credentialId, proposalId, memberId, doubts };
  });
}
