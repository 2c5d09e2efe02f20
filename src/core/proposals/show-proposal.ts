import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { actNamed, isOpenTo, type ProposedThing, QUIET } from "./acts.ts";
import type { OpenProposal } from "./list-proposals.ts";

export interface ShownProposal extends OpenProposal {
  /** "open", "approved", "expired", "withdrawn". */
  readonly state: string;
  readonly approvedBy: string | null;
  /** What it is about, as it stands now. */
  readonly about: ProposedThing;
}

/** One act that waits, or waited, for a second person; for whoever may know of it. Refuses not_found, not_allowed. */
export async function showProposal(
  core: Core,
  { actor, proposalId }: { actor: Actor; proposalId: string },
): Promise<ShownProposal> {
  const { communityId } = actor;
  return core.tx(async (tx, now) => {
    const proposal = await tx.proposal.findFirst({
      where: {
        id: proposalId,
        communityId,
        NOT: { act: { in: QUIET }, subjectId: actor.memberId, state: { not: "approved" } },
      },
    });
    if (proposal === null) throw refuse("not_found", { what: "proposal" });
    const { act, targetId, subjectId, proposerId, approverId, createdAt, expiresAt } = proposal;
    const { read, about, subject } = actNamed(act);
    authorise(actor, read);
    if (!(await isOpenTo(tx, { actor, proposal }))) throw refuse("not_found", { what: "proposal" });
    const ids = [subjectId, proposerId, ...(approverId === null ? [] : [approverId])];
    const people = await tx.member.findMany({ where: { communityId, id: { in: ids } } });
    const nameOf = (id: string) => people.find((person) => person.id === id)?.pseudonym;
    return {
      proposalId,
      act,
      targetId,
      subject: subject ?? nameOf(subjectId) ?? "somebody who is no member",
      proposedBy: nameOf(proposerId) ?? "a member who left",
      approvedBy: approverId === null ? null : (nameOf(approverId) ?? "a member who left"),
      createdAt,
      expiresAt,
      state: proposal.state === "open" && expiresAt <= now ? "expired" : proposal.state,
      about: await about(tx, core, proposal),
    };
  });
}
