import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import { refreshTriage, tellTeam } from "./tell.ts";

const AT_ONCE = 50;

/** A lease that ran out gives the question back to everybody. Gives how many. */
export async function lapseDue(core: Core): Promise<number> {
  const due = await core.db.question.findMany({
    where: { status: "claimed", leaseEndsAt: { lte: core.clock.now() } },
    take: AT_ONCE,
  });
  let lapsed = 0;
  for (const question of due) {
    const done = await core.tx(async (tx, now) => {
      const { count } = await tx.question.updateMany({
        where: { id: question.id, status: "claimed", holderId: question.holderId, leaseEndsAt: { lte: now } },
        data: { status: "waiting", holderId: null, leaseEndsAt: null },
      });
      if (count === 0) return false;
      await refreshTriage(tx, core, question, now);
      await tellTeam(tx, core, question, {
        kind: "team-notice",
        subjectId: `lease-lapsed:${question.id}:${question.holderId ?? ""}:${question.leaseEndsAt?.getTime() ?? 0}`,
        at: now,
      });
      await record(tx, {
        at: now.getTime(),
        communityId: question.communityId,
        actor: "clock",
        verb: "question.lapsed",
        subject: question.id,
      });
      return true;
    });
    if (done) lapsed += 1;
  }
  if (lapsed > 0) core.wake();
  return lapsed;
}
