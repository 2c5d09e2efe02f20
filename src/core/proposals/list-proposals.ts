import { type Actor, can } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { ACTS, actNamed, isOpenTo, type ProposalAct, QUIET } from "./acts.ts";

export interface OpenProposal {
  readonly proposalId: string;
  readonly act: string;
  readonly targetId: string;
  /** Names as they are in this community. */
  readonly subject: string;
  readonly proposedBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/**
 * What waits for a second person in the actor's community, oldest first; expired ones are left out, and acts of which the
 * actor may not know.
 */
export async function listProposals(core: Core, { actor }: { actor: Actor }): Promise<OpenProposal[]> {
  const acts = (Object.keys(ACTS) as ProposalAct[]).filter((act) => can(actor, ACTS[act].read));
  if (acts.length === 0) throw refuse("not_allowed", { verb: "credential.read" });
  const { communityId } = actor;
  const waiting = await core.db.proposal.findMany({
    where: {
      communityId,
      act: { in: acts },
      state: "open",
      expiresAt: { gt: core.clock.now() },
      NOT: { act: { in: QUIET }, subjectId: actor.memberId },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const open: typeof waiting = [];
  for (const proposal of waiting) if (await isOpenTo(core.db, { actor, proposal })) open.push(proposal);
  const ids = open.flatMap(({ subjectId, proposerId }) => [subjectId, proposerId]);
  const people = await core.db.member.findMany({ where: { communityId, id: { in: ids } } });
  const nameOf = (id: string) => people.find((person) => person.id === id)?.pseudonym ?? "a member";
  return open.map(({ id, act, targetId, subjectId, proposerId, createdAt, expiresAt }) => ({
    proposalId: id,
    act,
    targetId,
    subject: actNamed(act).subject ?? nameOf(subjectId),
    proposedBy: nameOf(proposerId),
    createdAt,
    expiresAt,
  }));
}
