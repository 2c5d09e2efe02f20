import { channelFor } from "#core/communities/channel-for.ts";
import type { Core } from "#core/core.ts";
import { enqueue } from "#core/deliveries/enqueue.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { type RevealContent, revealHash } from "./propose-reveal.ts";

interface Proposed {
  readonly id: string;
  readonly communityId: string;
  readonly targetId: string;
  readonly contentHash: string;
  readonly contentSealed: Uint8Array;
}

export async function openReveal(
  tx: Tx,
  { vault }: Pick<Core, "vault">,
  { id, communityId, contentSealed }: Omit<Proposed, "targetId" | "contentHash">,
): Promise<RevealContent> {
  const place = { table: "Proposal", column: "contentSealed", row: id };
  const content: RevealContent = JSON.parse(await vault.open(tx, { communityId }, place, contentSealed));
  return content;
}

/** What is agreed to are this member and this reason. Refuses content_changed. */
export async function requireSameReveal(tx: Tx, core: Core, proposal: Proposed): Promise<void> {
  const content = await openReveal(tx, core, proposal);
  const same = content.memberId === proposal.targetId && revealHash(core, content) === proposal.contentHash;
  if (!same) throw refuse("content_changed", {});
}

/**
 * The second person's yes: from now on the two who agreed can look for a quarter of an hour. Whom it is about is told at once,
 * wherever they are known, and so is the team.
 */
export async function revealIdentity(
  tx: Tx,
  core: Core,
  { id, communityId, targetId: memberId, approverId }: Proposed & { readonly approverId: string },
  now: Date,
): Promise<void> {
  const base = { communityId, op: "post", kind: "reveal", at: now } as const;
  const accounts = await tx.account.findMany({ where: { memberId } });
  for (const platform of new Set(accounts.map((account) => account.platform)))
    await enqueue(tx, core, {
      ...base,
      conversation: `reveal:${id}:${platform}`,
      subjectId: `member:${id}`,
      platform,
      target: { kind: "member", id: memberId },
    });
  const channel = await channelFor(tx, { communityId, purpose: "moderation" });
  if (channel !== undefined)
    await enqueue(tx, core, {
      ...base,
      conversation: `reveal:${id}:team`,
      subjectId: `team:${id}`,
      platform: channel.platform,
      target: { kind: "channel", id: channel.channelId },
    });
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: approverId,
    verb: "identity.revealed",
    subject: memberId,
    detail: { proposalId: id },
  });
}
