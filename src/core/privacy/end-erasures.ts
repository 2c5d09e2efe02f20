import type { Core } from "#core/core.ts";
import { enqueue } from "#core/deliveries/enqueue.ts";
import { record } from "#core/foundation/audit/record.ts";
import { eraseRemnants } from "#core/foundation/store/erase-remnants.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { placesOf, waitsStill } from "./erased-places.ts";
import { settleErasures } from "./erasure-ledger.ts";
import { readCounts } from "./show-receipt.ts";

/** The receipt goes out this long before the end at the latest, whatever is still waiting to be removed. */
const TELL_BEFORE_MS = 4 * 3_600_000;

type Receipt = NonNullable<Awaited<ReturnType<Tx["erasureReceipt"]["findUnique"]>>>;
type Going = Receipt & { readonly memberId: string };

/** The receipt, once everything was removed or the time for it is nearly over; nothing before. */
async function tell(tx: Tx, core: Core, receipt: Going, now: Date): Promise<void> {
  const { id, communityId, memberId, endsBy, wish } = receipt;
  const isLate = now.getTime() >= endsBy.getTime() - TELL_BEFORE_MS;
  if (!isLate && (await waitsStill(tx, memberId))) return;
  const { erased } = readCounts(receipt.counts);
  const places = await placesOf(tx, memberId);
  const { count } = await tx.erasureReceipt.updateMany({
    where: { id, toldAt: null },
    data: { toldAt: now, counts: JSON.stringify({ erased, places }) },
  });
  // Whoever came back with a backup had their receipt.
  if (count === 0 || wish === "restore") return;
  const accounts = await tx.account.findMany({ where: { memberId }, distinct: ["platform"] });
  for (const { platform } of accounts)
    await enqueue(tx, core, {
      communityId,
      conversation: `erasure:${id}:${platform}`,
      op: "post",
      kind: "erasure",
      subjectId: id,
      platform,
      target: { kind: "member", id: memberId },
      at: now,
    });
}

/** The accounts, where our messages to them stood, and the last key. */
async function finish(tx: Tx, core: Core, { id, communityId, memberId }: Going, now: Date): Promise<void> {
  await tx.delivery.updateMany({
    where: { targetKind: "member", targetId: memberId, op: { in: ["post", "edit"] }, state: "ready" },
    data: { state: "dropped", trouble: "erased", settledAtMs: BigInt(now.getTime()) },
  });
  await tx.copy.deleteMany({ where: { targetKind: "member", targetId: memberId } });
  await tx.account.deleteMany({ where: { memberId } });
  await core.vault.forget(tx, { memberId });
  await tx.erasureReceipt.update({
    where: { id },
    data: { finishedAt: now, memberId: null, codeSealed: null },
  });
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: "clock",
    verb: "member.erasure-ended",
    subject: memberId,
    detail: { receiptId: id },
  });
}

async function step(tx: Tx, core: Core, id: string, now: Date): Promise<boolean> {
  const receipt = await tx.erasureReceipt.findUnique({ where: { id } });
  if (receipt === null || receipt.finishedAt !== null || receipt.memberId === null) return false;
  const going = { ...receipt, memberId: receipt.memberId };
  if (receipt.toldAt === null) {
    await tell(tx, core, going, now);
    return false;
  }
  if (receipt.endsBy > now && (await waitsStill(tx, going.memberId))) return false;
  await finish(tx, core, going, now);
  return true;
}

/**
 * Sees erasures to their end: the receipt once all messages were removed, and the address it went to once it was sent; a day after
 * the wish at the latest, whatever a platform does. Then what the disk still holds of it goes. Gives how many ended.
 */
export async function endErasures(core: Core): Promise<number> {
  await settleErasures(core);
  const going = await core.db.erasureReceipt.findMany({ where: { finishedAt: null }, select: { id: true } });
  let ended = 0;
  for (const { id } of going) if (await core.tx((tx, now) => step(tx, core, id, now))) ended += 1;
  if (going.length > 0) core.wake();
  if (ended > 0) {
    const { complete } = await eraseRemnants(core.store);
    if (!complete) core.log.warn("erasure.remnants_left", { count: ended });
  }
  return ended;
}
