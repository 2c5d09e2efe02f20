import { type Actor, authorise, can } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { readActor } from "#core/members/read-actor.ts";
import { actNamed, isOpenTo } from "./acts.ts";
import { keepingRefusals } from "./keep-refusals.ts";

/**
 * The second person's yes: neither the proposer nor the subject, before it expires, and to exactly what was proposed, while
 * the proposer still holds a role for it. The database refuses the first two as well. Of some acts a yes that was refused stays
 * on record. Refuses second_person, proposal_closed, content_changed, checks_against.
 */
export async function approveProposal(
  core: Core,
  { actor, proposalId }: { actor: Actor; proposalId: string },
): Promise<{ act: string; targetId: string }> {
  const approved = await keepingRefusals(core, actor, (watch) =>
    core.tx(async (tx, now) => {
      const proposal = await tx.proposal.findUnique({ where: { id: proposalId } });
      if (proposal === null || proposal.communityId !== actor.communityId)
        throw refuse("not_found", { what: "proposal" });
      if (!(await isOpenTo(tx, { actor, proposal }))) throw refuse("not_found", { what: "proposal" });
      const act = actNamed(proposal.act);
      // Before anything is said of it: whose role does not allow it learns nothing by it and leaves no entry.
      authorise(actor, act.approve);
      if (act.refusals !== undefined) watch({ verb: act.refusals, subject: proposalId });
      if (proposal.subjectId === actor.memberId) throw refuse("second_person", { why: "subject" });
      const about = { communityId: proposal.communityId, ownerId: proposal.subjectId };
      authorise(actor, act.approve, about);
      if (proposal.proposerId === actor.memberId) throw refuse("second_person", { why: "proposer" });
      if (proposal.state !== "open" || proposal.expiresAt <= now)
        throw refuse("proposal_closed", { state: proposal.state === "open" ? "expired" : proposal.state });
      const proposer = await readActor(tx, proposal.proposerId);
      if (proposer === undefined || !can(proposer, act.propose, about))
        throw refuse("second_person", { why: "proposer-gone" });
      await act.unchanged(tx, core, proposal, now);
      const { count } = await tx.proposal.updateMany({
        where: { id: proposalId, state: "open", expiresAt: { gt: now } },
        data: { state: "approved", approverId: actor.memberId, decidedAt: now },
      });
      if (count === 0) throw refuse("proposal_closed", { state: "approved" });
      await act.carryOut(tx, core, { ...proposal, approverId: actor.memberId }, now);
      await record(tx, {
        at: now.getTime(),
        communityId: actor.communityId,
        actor: actor.memberId,
        verb: "proposal.approved",
        subject: proposalId,
        detail: { act: proposal.act, target: proposal.targetId },
      });
      return { act: proposal.act, targetId: proposal.targetId };
    }),
  );
  await actNamed(approved.act).afterwards?.(core);
  core.wake();
  return approved;
}
