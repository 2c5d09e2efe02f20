import { channelFor } from "#core/communities/channel-for.ts";
import type { Core } from "#core/core.ts";
import { enqueue } from "#core/deliveries/enqueue.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

/** Two agreed: whom it is about is told at once, wherever they are known, and so is the team. */
export async function tellAboutMember(
  tx: Tx,
  core: Core,
  { id, communityId, targetId: memberId }: { id: string; communityId: string; targetId: string },
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
