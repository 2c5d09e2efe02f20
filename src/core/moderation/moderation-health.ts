import type { Core } from "#core/core.ts";
import { MODERATED } from "./cases/case.ts";

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
  const holding = (...roles: string[]) =>
    core.db.member.count({
      where: { communityId, state: "active", roles: { some: { role: { in: roles } } } },
    });
  const [late, appealsPastDue, deciders, agreers] = await Promise.all([
    core.db.case.count({
      where: { communityId, state: "open", subjectKind: { in: [...MODERATED] }, openedAt },
    }),
    core.db.appeal.count({ where: { communityId, state: "open", dueAt: { lt: now } } }),
    holding("moderator", "lead", "admin"),
    holding("lead", "admin"),
  ]);
  return { late, appealsPastDue, deciders, agreers };
}
