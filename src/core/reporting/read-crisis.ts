import type { Tx } from "#core/foundation/store/open-store.ts";
import { ALERT_LEVELS, type AlertLevel } from "#core/moderation/crisis-card.ts";
import { type Counts, type FigureId, tally } from "./figures.ts";
import type { Month } from "./month.ts";

const SOON_MS = 10 * 60_000;
const DAY_MS = 24 * 3_600_000;

const WHY = {
  worry: "alerts.worry",
  company: "alerts.company",
  crisis: "alerts.wrote",
  emergency: "alerts.wrote",
} as const satisfies Record<AlertLevel, FigureId>;

const levelOf = (stored: string): AlertLevel => ALERT_LEVELS.find((level) => level === stored) ?? "crisis";

function comingFigures(waitedMs: number | undefined): FigureId[] {
  if (waitedMs === undefined || waitedMs > DAY_MS) return ["alerts.nobody"];
  return ["alerts.taken", waitedMs <= SOON_MS ? "alerts.taken.soon" : "alerts.taken.later"];
}

/**
 * Alerts and worries, as numbers and nothing else. They count in the month in which their first day ends, so that what is told of a
 * month does not change any more.
 */
export async function readCrisis(
  tx: Tx,
  { communityId, month }: { communityId: string; month: Month },
): Promise<{ counts: Counts; durations: readonly number[] }> {
  const within = {
    gte: new Date(month.from.getTime() - DAY_MS),
    lt: new Date(month.to.getTime() - DAY_MS),
  };
  const rows = await tx.crisisAlert.findMany({
    where: { communityId, raisedAt: within },
    select: { level: true, raisedAt: true, takenAt: true, escalatedAt: true },
  });
  const alerts = rows.map(({ level, raisedAt, takenAt, escalatedAt }) => ({
    why: WHY[levelOf(level)],
    waitedMs: takenAt === null ? undefined : takenAt.getTime() - raisedAt.getTime(),
    again: escalatedAt !== null,
  }));
  return {
    counts: {
      ...tally(
        alerts.flatMap(({ why, waitedMs, again }): FigureId[] => [
          "alerts",
          why,
          ...comingFigures(waitedMs),
          ...(again ? (["alerts.told-again"] as const) : []),
        ]),
      ),
      worries: await tx.worry.count({ where: { communityId, createdAt: within } }),
    },
    durations: alerts.flatMap(({ waitedMs }) =>
      waitedMs === undefined || waitedMs > DAY_MS ? [] : waitedMs,
    ),
  };
}
