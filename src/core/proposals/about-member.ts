import { type Actor, authorise, type Verb } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { checkedReason } from "#core/credentials/decision/end-credential.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { holdMember } from "#core/members/hold-member.ts";
import { namedMember } from "#core/members/named-member.ts";
import type { ProposalAct, ReadProposal } from "./acts.ts";
import { propose } from "./propose.ts";

const HOUR_MS = 3_600_000;
/** Whoever needs it, needs it now: what nobody agreed to by then is asked anew. */
const OPEN_MS = 24 * HOUR_MS;

/** Of whoever left or was erased nothing may be looked up, and they cannot be told. */
const GONE: readonly string[] = ["left", "erased"];

/** An act of two people of the team on a member, who is told of it. */
export interface ActAboutMember {
  readonly act: Extract<ProposalAct, "identity.reveal" | "member.export" | "member.erase">;
  readonly propose: Verb;
  /** What the audit record calls its proposal. */
  readonly proposed: string;
  /** Keeps the words of one act from being agreed to as another. */
  readonly scope: string;
  /** Of whom it can be proposed. */
  readonly states: readonly string[];
}

export interface AboutMember {
  readonly memberId: string;
  /** Told to whom it is about. */
  readonly reason: string;
}

/** What a second person agrees to, bound to this act, this member and these words. */
const hashFor = (
  { vault }: Pick<Core, "vault">,
  { scope }: ActAboutMember,
  { memberId, reason }: AboutMember,
): string => vault.blindIndex(`proposal|${scope}`, JSON.stringify([memberId, reason]));

/**
 * Puts it to a second person, for a day. Refuses not_found, not_allowed for oneself, proposal_open, and what checkedReason
 * refuses.
 */
export async function proposeAboutMember(
  core: Core,
  about: ActAboutMember,
  { actor, member, reason: typed }: { actor: Actor; member: string; reason: string },
): Promise<{ proposalId: string; expiresAt: Date }> {
  authorise(actor, about.propose);
  const reason = checkedReason(typed);
  const { communityId } = actor;
  const { act, states } = about;
  return core.tx(async (tx, now) => {
    const { id: memberId } = await namedMember(tx, { communityId, member, states });
    authorise(actor, about.propose, { communityId, ownerId: memberId });
    await holdMember(tx, memberId);
    const waits = await tx.proposal.count({
      where: { act, targetId: memberId, state: "open", expiresAt: { gt: now } },
    });
    if (waits > 0) throw refuse("proposal_open", {});
    const content: AboutMember = { memberId, reason };
    const expiresAt = new Date(now.getTime() + OPEN_MS);
    const proposalId = await propose(tx, core, {
      communityId,
      act,
      subjectId: memberId,
      targetId: memberId,
      content: JSON.stringify(content),
      contentHash: hashFor(core, about, content),
      proposerId: actor.memberId,
      expiresAt,
      now,
    });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: about.proposed,
      subject: memberId,
      detail: { proposalId },
    });
    return { proposalId, expiresAt };
  });
}

export async function openAboutMember(
  tx: Tx,
  { vault }: Pick<Core, "vault">,
  { id, communityId, contentSealed }: Pick<ReadProposal, "id" | "communityId" | "contentSealed">,
): Promise<AboutMember> {
  const place = { table: "Proposal", column: "contentSealed", row: id };
  const content: AboutMember = JSON.parse(await vault.open(tx, { communityId }, place, contentSealed));
  return content;
}

/** This member and these words, and a member who is still one. Refuses content_changed, and not_found for who left or was erased. */
export async function requireStillProposed(
  tx: Tx,
  core: Core,
  about: ActAboutMember,
  proposal: ReadProposal,
): Promise<void> {
  const { targetId, subjectId, contentHash } = proposal;
  const content = await openAboutMember(tx, core, proposal);
  const isSame = [targetId, subjectId].every((id) => id === content.memberId);
  if (!isSame || hashFor(core, about, content) !== contentHash) throw refuse("content_changed", {});
  const member = await tx.member.findUnique({ where: { id: targetId } });
  if (member === null || GONE.includes(member.state)) throw refuse("not_found", { what: "member" });
}

/**
 * What two agreed to, for one of them, within a time after the second one's yes. Refuses not_found for a proposal of others,
 * proposal_closed before that yes and after that time, and what requireStillProposed does.
 */
export async function requireAgreed(
  tx: Tx,
  core: Core,
  about: ActAboutMember,
  input: {
    readonly actor: Actor;
    readonly proposalId: string;
    readonly verb: Verb;
    readonly withinMs: number;
    readonly now: Date;
  },
): Promise<{ communityId: string; memberId: string; until: Date }> {
  const { actor, proposalId, verb, withinMs, now } = input;
  const proposal = await tx.proposal.findUnique({ where: { id: proposalId } });
  const isTheirs = [proposal?.proposerId, proposal?.approverId].includes(actor.memberId);
  if (proposal === null || proposal.act !== about.act || !isTheirs)
    throw refuse("not_found", { what: "proposal" });
  const { communityId, subjectId: memberId, state, decidedAt } = proposal;
  authorise(actor, verb, { communityId, ownerId: memberId });
  const until = new Date((decidedAt?.getTime() ?? 0) + withinMs);
  if (state !== "approved" || until <= now)
    throw refuse("proposal_closed", { state: state === "approved" ? "over" : state });
  await requireStillProposed(tx, core, about, proposal);
  return { communityId, memberId, until };
}
