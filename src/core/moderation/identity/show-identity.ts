import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import { requireAgreed } from "#core/proposals/about-member.ts";
import { REVEAL } from "./propose-reveal.ts";

/** How long the two who agreed can look. */
export const LOOK_MS = 15 * 60_000;

export interface Identity {
  readonly pseudonym: string;
  readonly accounts: readonly { readonly platform: string; readonly accountId: string }[];
  readonly until: Date;
}

/**
 * Which accounts are a member's, for one of the two who agreed to look, within a quarter of an hour; each look is written down.
 * Refuses not_found for a proposal of others, and proposal_closed before the second person's yes and after that time.
 */
export async function showIdentity(
  core: Core,
  { actor, proposalId }: { actor: Actor; proposalId: string },
): Promise<Identity> {
  authorise(actor, "identity.show");
  return core.tx(async (tx, now) => {
    const asked = { actor, proposalId, verb: "identity.show", withinMs: LOOK_MS, now } as const;
    const { communityId, memberId, until } = await requireAgreed(tx, core, REVEAL, asked);
    const member = await tx.member.findUniqueOrThrow({
      where: { id: memberId },
      include: { accounts: { orderBy: { createdAt: "asc" } } },
    });
    const accounts: Identity["accounts"][number][] = [];
    for (const { id, platform, externalIdSealed } of member.accounts) {
      const place = { table: "Account", column: "externalIdSealed", row: id };
      accounts.push({
        platform,
        accountId: await core.vault.open(tx, { memberId }, place, externalIdSealed),
      });
    }
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "identity.seen",
      subject: memberId,
      detail: { proposalId },
    });
    return { pseudonym: member.pseudonym, accounts, until };
  });
}
