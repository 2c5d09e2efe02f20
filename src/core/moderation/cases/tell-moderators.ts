import { channelFor } from "#core/communities/channel-for.ts";
import type { Core } from "#core/core.ts";
import { enqueue, enqueueEdit } from "#core/deliveries/enqueue.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

interface Known {
  readonly id: string;
  readonly communityId: string;
}

async function order(tx: Tx, { id, communityId }: Known, at: Date) {
  const channel = await channelFor(tx, { communityId, purpose: "moderation" });
  if (channel === undefined) return undefined;
  return {
    communityId,
    conversation: `case:${id}:team`,
    kind: "case",
    subjectId: id,
    platform: channel.platform,
    target: { kind: "channel", id: channel.channelId },
    at,
  } as const;
}

/** One card for one case in the moderators' channel, edited in place from then on. */
export async function postCase(tx: Tx, core: Core, known: Known, at: Date): Promise<void> {
  const card = await order(tx, known, at);
  if (card !== undefined) await enqueue(tx, core, { ...card, op: "post" });
}

export async function refreshCase(tx: Tx, core: Core, known: Known, at: Date): Promise<void> {
  const card = await order(tx, known, at);
  if (card !== undefined) await enqueueEdit(tx, core, card);
}
