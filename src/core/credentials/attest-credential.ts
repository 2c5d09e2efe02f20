import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { namedMember } from "#core/members/named-member.ts";
import { type ProviderRole, registerProvider } from "#core/members/register-provider.ts";
import { propose } from "#core/proposals/propose.ts";
import { type CredentialContent, contentHash, sealEvidence } from "./evidence.ts";
import { isNpi } from "./npi.ts";

/** Somebody new by a code from their own App Home (names and roles never link anyone), or a provider already registered. */
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
  /** The register that confirmed it. */
  readonly source: string;
  readonly sourceUrl?: string;
  readonly checkedAt: Date;
  readonly expiresAt?: Date;
};

const PROVIDER_ROLES: readonly ProviderRole[] = ["provider", "lead", "trainee"];

/** The member whom the credential is about: made from the code now, or read as it stands. */
async function holderOf(tx: Tx, core: Core, input: AttestCredential, now: Date): Promise<string> {
  const { actor } = input;
  if ("code" in input) return (await registerProvider(tx, core, { ...input, now })).memberId;
  const { communityId } = actor;
  const { id } = await namedMember(tx, { communityId, member: input.member });
  authorise(actor, "credential.attest", { communityId, ownerId: id });
  const known = await tx.memberRole.count({ where: { memberId: id, role: { in: [...PROVIDER_ROLES] } } });
  if (known === 0) throw refuse("not_found", { what: "member" });
  return id;
}

function required(value: string, field: string): string {
  if (value.trim() === "") throw refuse("empty", { field });
  return value.trim();
}

/** Records a checked credential and proposes it. It gives no standing until a second person approves. */
export async function attestCredential(
  core: Core,
  input: AttestCredential,
): Promise<{ credentialId: string; proposalId: string; memberId: string }> {
  const { actor, checkedAt } = input;
  authorise(actor, "credential.attest");
  if (input.npi !== undefined && !isNpi(input.npi))
    throw refuse("invalid_input", {
      field: "npi",
      rule: "has ten digits and a check digit that does not fit here",
    });
  const credentialId = core.newId();
  const expiresAt = input.expiresAt ?? null;
  return core.tx(async (tx, now) => {
    if (checkedAt > now) throw refuse("invalid_input", { field: "checked", rule: "cannot be in the future" });
    if (expiresAt !== null && expiresAt <= now) throw refuse("no_standing", { why: "expired" });
    const memberId = await holderOf(tx, core, input, now);
    const content: CredentialContent = {
      memberId,
      profession: required(input.profession, "profession"),
      jurisdiction: required(input.jurisdiction, "jurisdiction"),
      licence: required(input.licence, "licence"),
      npi: input.npi ?? null,
      source: required(input.source, "source"),
      sourceUrl: input.sourceUrl ?? null,
      checkedAt: checkedAt.toISOString(),
      expiresAt: expiresAt?.toISOString() ?? null,
    };
    const proposalId = await propose(tx, core, {
      communityId: actor.communityId,
      act: "credential.verify",
      subjectId: memberId,
      targetId: credentialId,
      content: JSON.stringify(content),
      contentHash: contentHash(content),
      proposerId: actor.memberId,
      now,
    });
    const { licence, npi, sourceUrl, profession, jurisdiction, source } = content;
    await tx.credential.create({
      data: {
        id: credentialId,
        communityId: actor.communityId,
        memberId,
        profession,
        jurisdiction,
        status: "attested",
        evidenceSealed: await sealEvidence(
          tx,
          core,
          { id: credentialId, memberId },
          { licence, npi, sourceUrl },
        ),
        source,
        checkedAt,
        expiresAt,
        proposalId,
        attestedById: actor.memberId,
        createdAt: now,
      },
    });
    await record(tx, {
      at: now.getTime(),
      communityId: actor.communityId,
      actor: actor.memberId,
      verb: "credential.attested",
      subject: credentialId,
      detail: { proposalId },
    });
    return { credentialId, proposalId, memberId };
  });
}
