import type { Core } from "#core/core.ts";
import { enqueue } from "#core/deliveries/enqueue.ts";

const AT_ONCE = 50;

/** Whoever joined a while ago is welcomed, once, with what one can do here. Gives how many were. */
export async function welcomeDue(core: Core): Promise<number> {
  const due = await core.db.rhythm.findMany({
    where: { welcomeAt: { lte: core.clock.now() } },
    orderBy: { welcomeAt: "asc" },
    take: AT_ONCE,
  });
  let welcomed = 0;
  for (const { memberId, communityId, platform } of due)
    await core.tx(async (tx, now) => {
      const { count } = await tx.rhythm.updateMany({
        where: { memberId, welcomeAt: { lte: now } },
        data: { welcomeAt: null },
      });
      if (count === 0) return;
      await enqueue(tx, core, {
        communityId,
        conversation: `rhythm:${memberId}`,
        op: "post",
        kind: "welcome",
        subjectId: memberId,
        platform,
        target: { kind: "member", id: memberId },
        at: now,
      });
      welcomed += 1;
    });
  if (welcomed > 0) core.wake();
  return welcomed;
}
