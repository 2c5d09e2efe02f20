import type { Core } from "#core/core.ts";
import { enqueue } from "#core/deliveries/enqueue.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { isEmpty, keepItems } from "./digest-items.ts";
import { digestSubject } from "./load-digest-card.ts";
import { pickItems } from "./pick-items.ts";
import { nextSlot, slotOf, weekOf } from "./week.ts";

const AT_ONCE = 25;

interface Due {
  readonly memberId: string;
  readonly communityId: string;
  readonly platform: string;
  readonly weekday: number;
  readonly band: string;
  readonly nextDigestAt: Date | null;
}

/** Somebody who is here, reachable, and in a community that has digests. */
async function mayGet(tx: Tx, { memberId, platform }: Due): Promise<boolean> {
  const member = await tx.member.findUnique({
    where: { id: memberId, state: "active", accounts: { some: { platform } }, community: { digests: "on" } },
    select: { id: true },
  });
  return member !== null;
}

/** Where only the inbox is open, the newest is enough: else a way that opens again would bring all of them at once. */
async function letGoOlder(tx: Tx, memberId: string): Promise<void> {
  await tx.delivery.updateMany({
    where: {
      ...{ targetKind: "member", targetId: memberId, kind: "digest" },
      ...{ state: "dropped", trouble: "inbox" },
    },
    data: { trouble: "overtaken" },
  });
}

/** One member's, all in one transaction: the week is theirs with its delivery, or neither is. */
function sendOne(core: Core, due: Due): Promise<boolean> {
  const { memberId, communityId, platform, nextDigestAt } = due;
  return core.tx(async (tx, now) => {
    const { count } = await tx.rhythm.updateMany({
      where: { memberId, digest: "on", nextDigestAt: { equals: nextDigestAt, lte: now } },
      data: { nextDigestAt: nextSlot(now, slotOf(due), memberId) },
    });
    if (count === 0 || !(await mayGet(tx, due))) return false;
    const week = weekOf(nextDigestAt ?? now);
    if ((await tx.digest.count({ where: { memberId, week } })) > 0) return false;
    const items = await pickItems(tx, core, due, now);
    if (isEmpty(items)) return false;
    await letGoOlder(tx, memberId);
    await keepItems(tx, core, { memberId, communityId, week, now }, items);
    await enqueue(tx, core, {
      communityId,
      conversation: `rhythm:${memberId}`,
      op: "post",
      kind: "digest",
      subjectId: digestSubject(memberId, week),
      platform,
      target: { kind: "member", id: memberId },
      at: now,
    });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: "clock",
      verb: "digest.sent",
      subject: memberId,
      detail: { week },
    });
    return true;
  });
}

/**
 * Sends the digests whose moment has come, each once for its member and week; an empty one is not sent. It is the clock that sends,
 * and no press: nobody can ask it something. Gives how many were sent.
 */
export async function sendDigestsDue(core: Core): Promise<number> {
  const due = await core.db.rhythm.findMany({
    where: { digest: "on", nextDigestAt: { lte: core.clock.now() } },
    orderBy: { nextDigestAt: "asc" },
    take: AT_ONCE,
  });
  let sent = 0;
  for (const one of due) if (await sendOne(core, one)) sent += 1;
  if (sent > 0) core.wake();
  return sent;
}
