import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import { statusesAllowing } from "./question.ts";
import { refreshTriage, tellAsker } from "./tell.ts";

const AT_ONCE = 50;

/**
 * At the promised hour nobody is left waiting: the patient is told that nobody could answer. A paused question waits for its
 * moderator first. Gives how many.
 */
export async function expireDue(core: Core): Promise<number> {
  const open = {
    status: { in: statusesAllowing("expire") },
    pausedAt: null,
    promisedAt: { lte: core.clock.now() },
  };
  const due = await core.db.question.findMany({ where: open, take: AT_ONCE });
  let expired = 0;
  for (const question of due) {
    const done = await core.tx(async (tx, now) => {
      const { count } = await tx.question.updateMany({
        where: { ...open, id: question.id, promisedAt: { lte: now } },
        data: { status: "expired", closedAt: now, holderId: null, leaseEndsAt: null },
      });
      if (count === 0) return false;
      await refreshTriage(tx, core, question, now);
      await tellAsker(tx, core, question, {
        kind: "notice",
        subjectId: `expired:${question.id}:${question.promisedAt?.getTime() ?? 0}`,
        at: now,
      });
      await record(tx, {
        at: now.getTime(),
        communityId: question.communityId,
        actor: "clock",
        verb: "question.expired",
        subject: question.id,
      });
      return true;
    });
    if (done) expired += 1;
  }
  if (expired > 0) core.wake();
  return expired;
}
