import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { checkedReason } from "#core/credentials/decision/end-credential.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { namedMember } from "#core/members/named-member.ts";
import { propose } from "#core/proposals/propose.ts";

const HOUR_MS = 3_600_000;
/** Whoever needs it, needs it now: what nobody agreed to by then is asked anew. */
const OPEN_MS = 24 * HOUR_MS;

export interface RevealContent {
  readonly memberId: string;
  /** Told to whom it is about. */
  readonly reason: string;
}

/** What a second person agrees to, bound to this member and these words. */
export const revealHash = ({ vault }: Pick<Core, "vault">, { memberId, reason }: RevealContent): string =>
  vault.blindIndex("proposal|identity", JSON.stringify([memberId, reason]));

/**
 * Asks to see which account on a platform is a member's, such as when the police must be told where somebody is. A second person
 * has to agree; the member and the team are told, with the reason. Refuses not_found, not_allowed for oneself, proposal_open,
 * empty, too_long.
 */
export async function proposeReveal(
  core: Core,
  { actor, member, reason: typed }: { actor: Actor; member: string; reason: string },
): Promise<{ proposalId: string; expiresAt: Date }> {
  authorise(actor, "identity.propose");
  const reason = checkedReason(typed);
  const { communityId } = actor;
  return core.tx(async (tx, now) => {
    const { id: memberId } = await namedMember(tx, { communityId, member });
    authorise(actor, "identity.propose", { communityId, ownerId: memberId });
    const act = "identity.reveal";
    const waits = await tx.proposal.count({
      where: { act, targetId: memberId, state: "open", expiresAt: { gt: now } },
    });
    if (waits > 0) throw refuse("proposal_open", {});
    const content: RevealContent = { memberId, reason };
    const expiresAt = new Date(now.getTime() + OPEN_MS);
    const proposalId = await propose(tx, core, {
      communityId,
      act,
      subjectId: memberId,
      targetId: memberId,
      content: JSON.stringify(content),
      contentHash: revealHash(core, content),
      proposerId: actor.memberId,
      expiresAt,
      now,
    });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "identity.proposed",
      subject: memberId,
      detail: { proposalId },
    });
    return { proposalId, expiresAt };
  });
}
