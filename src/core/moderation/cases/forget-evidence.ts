import type { Core } from "#core/core.ts";

const DAY_MS = 24 * 3_600_000;
/** What was reported outlives its deletion only as long as somebody may have to look at it again. */
export const AFTER_DECISION_MS = 20 * DAY_MS;
const AT_ONCE = 200;

/**
 * Evidence of cases that were decided so long ago that nobody can appeal any more is deleted, unless an appeal is still open.
 * Gives how much.
 */
export async function forgetEvidence(core: Core): Promise<number> {
  const before = new Date(core.clock.now().getTime() - AFTER_DECISION_MS);
  const old = await core.db.evidence.findMany({
    where: {
      case: {
        state: { not: "open" },
        decidedAt: { lt: before },
        decisions: { none: { appeal: { state: "open" } } },
      },
    },
    select: { id: true },
    take: AT_ONCE,
  });
  const { count } = await core.db.evidence.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
  return count;
}
