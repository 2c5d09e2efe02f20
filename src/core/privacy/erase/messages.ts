import { enqueueNext } from "#core/deliveries/enqueue.ts";
import type { CardKind } from "#core/messenger.ts";
import type { Counts, Erasing } from "./erasing.ts";

/** Everything that we sent to them privately is removed, and what waits is not sent; only the receipt comes after this. */
export async function eraseMessages({ tx, core, communityId, memberId, now }: Erasing): Promise<Counts> {
  const toThem = { targetKind: "member", targetId: memberId };
  await tx.delivery.updateMany({
    where: { ...toThem, op: { in: ["post", "edit"] }, state: "ready" },
    data: { state: "dropped", trouble: "erased", settledAtMs: BigInt(now.getTime()) },
  });
  // What waited in the inbox has no inbox any more.
  await tx.delivery.updateMany({ where: { ...toThem, trouble: "inbox" }, data: { trouble: "erased" } });
  const standing = await tx.copy.findMany({ where: { ...toThem, removedAtMs: null } });
  const stands = new Set(standing.map(({ kind, subjectId, platform }) => `${platform}/${kind}/${subjectId}`));
  const posted = await tx.delivery.findMany({
    where: { ...toThem, op: "post", state: { not: "dropped" } },
    distinct: ["kind", "subjectId", "platform"],
  });
  let messagesToYou = 0;
  for (const { conversation, kind, subjectId, platform, state } of posted) {
    // What is on its way may land yet: its removal waits behind it.
    if (state === "done" && !stands.has(`${platform}/${kind}/${subjectId}`)) continue;
    messagesToYou += 1;
    await enqueueNext(tx, core, {
      communityId,
      conversation,
      op: "remove",
      kind: kind as CardKind,
      subjectId,
      platform,
      target: { kind: "member", id: memberId },
      at: now,
    });
  }
  return { messagesToYou };
}
