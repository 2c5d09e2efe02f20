import type { Core } from "#core/core.ts";
import { enqueue } from "#core/deliveries/enqueue.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { CardKind } from "#core/messenger.ts";

/** What could not be sent and waited in the inbox is sent the way that the member has now chosen; each once. */
export async function resendFromInbox(tx: Tx, core: Core, memberId: string, now: Date): Promise<void> {
  const kept = await tx.delivery.findMany({
    where: { targetKind: "member", targetId: memberId, op: "post", state: "dropped", trouble: "inbox" },
    orderBy: { createdAtMs: "asc" },
  });
  for (const { id, communityId, conversation, kind, subjectId, version, platform } of kept) {
    await tx.delivery.update({ where: { id }, data: { trouble: "resent" } });
    await enqueue(tx, core, {
      communityId,
      conversation,
      op: "post",
      kind: kind as CardKind,
      subjectId,
      version: version + 1,
      platform,
      target: { kind: "member", id: memberId },
      at: now,
    });
  }
}
