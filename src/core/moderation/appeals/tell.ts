import { channelFor } from "#core/communities/channel-for.ts";
import type { Core } from "#core/core.ts";
import { enqueue, enqueueEdit } from "#core/deliveries/enqueue.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { restraintLine } from "../decisions/restraint.ts";

interface Known {
  readonly id: string;
  readonly communityId: string;
}

/** In the moderators' channel; edited in place once it is decided. */
export async function tellReviewers(
  tx: Tx,
  core: Core,
  { id, communityId }: Known,
  at: Date,
  op: "post" | "edit" = "post",
): Promise<void> {
  const channel = await channelFor(tx, { communityId, purpose: "moderation" });
  if (channel === undefined) return;
  const order = {
    communityId,
    conversation: `appeal:${id}:team`,
    kind: "appeal",
    subjectId: id,
    platform: channel.platform,
    target: { kind: "channel", id: channel.channelId },
    at,
  } as const;
  if (op === "edit") await enqueueEdit(tx, core, order);
  else await enqueue(tx, core, { ...order, op });
}

/** Privately to whoever appealed, on every platform where they are. `noteId` is what is said. */
export async function tellAppellant(
  tx: Tx,
  core: Core,
  { communityId, memberId, noteId }: { communityId: string; memberId: string; noteId: string },
  at: Date,
): Promise<void> {
  const accounts = await tx.account.findMany({ where: { memberId } });
  for (const platform of new Set(accounts.map((account) => account.platform)))
    await enqueue(tx, core, {
      communityId,
      conversation: restraintLine(memberId, platform),
      op: "post",
      kind: "appeal-notice",
      subjectId: noteId,
      platform,
      target: { kind: "member", id: memberId },
      at,
    });
}
