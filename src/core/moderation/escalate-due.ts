import { channelFor } from "#core/communities/channel-for.ts";
import type { Core } from "#core/core.ts";
import { enqueue } from "#core/deliveries/enqueue.ts";
import { record } from "#core/foundation/audit/record.ts";

const AT_ONCE = 50;

/** Alerts that nobody took in time: the contacts are told again, and the member is told honestly. Gives how many. */
export async function escalateDue(core: Core): Promise<number> {
  const before = new Date(core.clock.now().getTime() - core.config.timing.crisisEscalateMs);
  const due = await core.db.crisisAlert.findMany({
    where: { takenById: null, escalatedAt: null, raisedAt: { lte: before } },
    take: AT_ONCE,
  });
  for (const { id, communityId, memberId } of due)
    await core.tx(async (tx, now) => {
      const { count } = await tx.crisisAlert.updateMany({
        where: { id, takenById: null, escalatedAt: null },
        data: { escalatedAt: now },
      });
      if (count === 0) return;
      const channel = await channelFor(tx, { communityId, purpose: "crisis" });
      const base = { communityId, op: "post", at: now } as const;
      if (channel !== undefined)
        await enqueue(tx, core, {
          ...base,
          // A line of its own: a first telling that is stuck must not hold up the second.
          conversation: `alert:${id}:team-again`,
          kind: "crisis",
          subjectId: `again:${id}`,
          platform: channel.platform,
          target: { kind: "channel", id: channel.channelId },
        });
      const account = await tx.account.findFirst({ where: { memberId } });
      if (account !== null)
        await enqueue(tx, core, {
          ...base,
          conversation: `alert:${id}:asker`,
          kind: "crisis-support",
          subjectId: `nobody-yet:${id}`,
          platform: account.platform,
          target: { kind: "member", id: memberId },
        });
      await record(tx, {
        at: now.getTime(),
        communityId,
        actor: "clock",
        verb: "alert.escalated",
        subject: id,
      });
    });
  if (due.length > 0) core.wake();
  return due.length;
}
