import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { credentialHere } from "./credential-here.ts";
import { type ProposeCredential, proposeCredential } from "./propose-credential.ts";

/**
 * What "approve" means now: where a proposal waits, the second person's yes to it; else the first one's, which proposes it. The
 * argument is a credential or a proposal. It is no use-case of its own, only the choice between two. Refuses invalid_input for a
 * note, a role or cleared rows of the second person, who would believe that they count.
 */
export async function approveCredential(
  core: Core,
  { actor, id, ...rest }: { actor: Actor; id: string } & Omit<ProposeCredential, "actor" | "credentialId">,
): Promise<{
  readonly done: "proposed" | "approved";
  readonly credentialId: string;
  readonly proposalId: string;
}> {
  const now = core.clock.now();
  const open = await core.db.proposal.findFirst({
    where: { OR: [{ id }, { targetId: id, state: "open", expiresAt: { gt: now } }] },
    orderBy: { createdAt: "desc" },
  });
  if (open !== null) {
    const own = Object.entries(rest).find(([, value]) => value !== undefined);
    if (own !== undefined)
      throw refuse("invalid_input", {
        field: own[0] === "cleared" ? "clear" : own[0],
        rule: "is the first person's to give; this one is proposed already, and you agree to it as it stands",
      });
    const { targetId } = await approveProposal(core, { actor, proposalId: open.id });
    return { done: "approved", credentialId: targetId, proposalId: open.id };
  }
  await core.tx((tx) => credentialHere(tx, actor, id));
  const { proposalId } = await proposeCredential(core, { actor, credentialId: id, ...rest });
  return { done: "proposed", credentialId: id, proposalId };
}
