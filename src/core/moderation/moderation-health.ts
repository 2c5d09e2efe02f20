import type { Core } from "#core/core.ts";
import { MODERATED } from "./cases/case.ts";
import { decides } from "./deciders.ts";

/** A report that nobody looked at for so long is one that nobody looks at. */
const LATE_MS = 24 * 3_600_000;

export interface ModerationHealth {
  /** Open cases that wait for longer than a day. */
  readonly late: number;
  readonly appealsPastDue: number;
  /** How many people can decide; with fewer than two nothing can be confirmed or looked at again. */
  readonly deciders: number;
  /** How many can propose other policies and agree to them. */
  readonly agreers: number;
}

/** How moderation stands in a community, for whoever keeps it going. Counts only. */
export async function moderationHealth(
  core: Pick<Core, "db" | "clock">,
  { communityId }: { communityId: string },
): Promise<ModerationHealth> {
  const now = core.clock.now();
  const openedAt = { lt: new Date(now.getTime() - LATE_MS) };
  const [late, appealsPastDue, deciders, agreers] = await Promise.all([
    core.db.case.count({
      where: { communityId, state: "open", subjectKind: { in: [...MODERATED] }, openedAt },
    }),
    core.db.appeal.count({ where: { communityId, state: "open", dueAt: { lt: now } } }),
    core.db.member.count({ where: { communityId, ...decides } }),
    core.db.member.count({
      where: { communityId, state: "active", roles: { some: { role: { in: ["lead", "admin"] } } } },
    }),
  ]);
  return { late, appealsPastDue, deciders, agreers };
}
