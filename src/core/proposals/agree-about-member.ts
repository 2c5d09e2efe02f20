import { channelFor } from "#core/communities/channel-for.ts";
import type { Core } from "#core/core.ts";
import { enqueue } from "#core/deliveries/enqueue.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

interface Agreed {
  readonly id: string;
  readonly communityId: string;
  readonly targetId: string;
}

/** Whom it is about is told at once, wherever they are known, and so is the team. */
async function tell(
  tx: Tx,
  core: Core,
  { id, communityId, targetId: memberId }: Agreed,
  at: Date,
): Promise<void> {
  const base = { communityId, op: "post", kind: "reveal", at } as const;
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
}

/** The second person's yes to seeing something of a member: from now on the two who agreed can, for as long as the act says. */
export async function agreeAboutMember(
  tx: Tx,
  core: Core,
  { verb, proposal, now }: { verb: string; proposal: Agreed & { readonly approverId: string }; now: Date },
): Promise<void> {
  const { id: proposalId, communityId, targetId, approverId } = proposal;
  await tell(tx, core, proposal, now);
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: approverId,
    verb,
    subject: targetId,
    detail: { proposalId },
  });
}
