import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import { isAwaited } from "./standing-alert.ts";
import { postAlert, tellMember } from "./tell.ts";

const AT_ONCE = 50;

/**
 * Alerts that nobody took in time: the contacts are told again, once, and a member who waits for the team is told honestly.
 * Gives how many.
 */
export async function escalateDue(core: Core): Promise<number> {
  const before = new Date(core.clock.now().getTime() - core.config.timing.crisisEscalateMs);
  const due = await core.db.crisisAlert.findMany({
    where: { takenById: null, escalatedAt: null, raisedAt: { lte: before } },
    take: AT_ONCE,
  });
  for (const { id } of due)
    await core.tx(async (tx, now) => {
      const [alert] = await tx.crisisAlert.updateManyAndReturn({
        where: { id, takenById: null, escalatedAt: null },
        data: { escalatedAt: now },
      });
      if (alert === undefined) return;
      const { communityId, memberId } = alert;
      await postAlert(tx, core, alert, { at: now, again: true });
      if (memberId !== null && isAwaited(alert))
        await tellMember(tx, core, { communityId, memberId, about: "nobody-yet", subject: id, at: now });
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
