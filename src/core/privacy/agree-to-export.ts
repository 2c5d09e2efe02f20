import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { ReadProposal } from "#core/proposals/acts.ts";
import { tellAboutMember } from "#core/proposals/tell-about-member.ts";

/** The second person's yes: from now on the two who agreed can save it for a day. */
export async function agreeToExport(
  tx: Tx,
  core: Core,
  proposal: ReadProposal & { readonly approverId: string },
  now: Date,
): Promise<void> {
  await tellAboutMember(tx, core, proposal, now);
  const { id: proposalId, communityId, targetId, approverId } = proposal;
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: approverId,
    verb: "export.agreed",
    subject: targetId,
    detail: { proposalId },
  });
}
