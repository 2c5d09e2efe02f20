import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { openEvidence } from "./evidence.ts";

/** All that the record says of a credential, for those who decide on it. */
export async function showCredential(
  core: Core,
  { actor, credentialId }: { actor: Actor; credentialId: string },
) {
  authorise(actor, "credential.read");
  return core.tx(async (tx) => {
    const credential = await tx.credential.findUnique({
      where: { id: credentialId },
      include: { member: true },
    });
    if (credential === null || credential.communityId !== actor.communityId)
      throw refuse("not_found", { what: "credential" });
    const proposal =
      credential.proposalId === null
        ? null
        : await tx.proposal.findUnique({ where: { id: credential.proposalId } });
    const people = await tx.member.findMany({
      where: { id: { in: [credential.attestedById, proposal?.approverId ?? ""] } },
    });
    const nameOf = (id: string | null | undefined) =>
      people.find((person) => person.id === id)?.pseudonym ?? null;
    const { suspendedFor = null } = await openEvidence(tx, core, credential);
    const { profession, jurisdiction, status, source, checkedAt, expiresAt } = credential;
    return {
      credentialId,
      provider: credential.member.pseudonym,
      profession,
      jurisdiction,
      status,
      source,
      checkedAt,
      expiresAt,
      proposedBy: nameOf(credential.attestedById),
      approvedBy: nameOf(proposal?.approverId),
      proposal: proposal?.state ?? null,
      suspendedFor,
    };
  });
}
