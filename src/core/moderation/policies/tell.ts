import { channelFor } from "#core/communities/channel-for.ts";
import type { Core } from "#core/core.ts";
import { enqueue, enqueueEdit } from "#core/deliveries/enqueue.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

/** The rules are those of the whole installation, so the moderators of every community are told; one card, edited from then on. */
export async function tellTeams(
  tx: Tx,
  core: Core,
  { packId, at, op }: { packId: string; at: Date; op: "post" | "edit" },
): Promise<void> {
  for (const { id: communityId } of await tx.community.findMany({ select: { id: true } })) {
    const channel = await channelFor(tx, { communityId, purpose: "moderation" });
    if (channel === undefined) continue;
    const order = {
      communityId,
      conversation: `policy:${packId}:${communityId}`,
      kind: "policy-change",
      subjectId: `${packId}:${communityId}`,
      platform: channel.platform,
      target: { kind: "channel", id: channel.channelId },
      at,
    } as const;
    if (op === "edit") await enqueueEdit(tx, core, order);
    else await enqueue(tx, core, { ...order, op });
  }
}
