import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";

const HOUR_MS = 3_600_000;

/** How many urgent cases the actor decided within the last hour: they are hard to read, and so many that a break is due. */
export function urgentLately(core: Core, { actor }: { actor: Actor }): Promise<number> {
  return core.db.case.count({
    where: {
      communityId: actor.communityId,
      severity: 3,
      decidedById: actor.memberId,
      decidedAt: { gt: new Date(core.clock.now().getTime() - HOUR_MS) },
    },
  });
}
