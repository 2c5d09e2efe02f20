import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { type ShownThresholds, thresholdsOf, tryThresholds } from "./read-thresholds.ts";
import type { Threshold } from "./threshold.ts";

const HOUR_MS = 3_600_000;
const MOST_POINTS = 100;
/** What a time-out can last. */
const LONGEST_HOURS = 28 * 24;

export interface SetThreshold {
  readonly actor: Actor;
  readonly points: number;
  /** How long writing is paused, in milliseconds, of which whole hours count; undefined takes the threshold away. */
  readonly pauseMs: number | undefined;
}

/** The threshold that is wanted; undefined where one is taken away. */
function checked({ actor, points, pauseMs }: SetThreshold): Threshold | undefined {
  authorise(actor, "threshold.set");
  if (!Number.isInteger(points) || points < 1 || points > MOST_POINTS)
    throw refuse("invalid_input", {
      field: "number of points",
      rule: `must be a whole number from 1 to ${MOST_POINTS}`,
    });
  if (pauseMs === undefined) return undefined;
  const pauseHours = Math.floor(pauseMs / HOUR_MS);
  if (pauseHours < 1 || pauseHours > LONGEST_HOURS)
    throw refuse("invalid_input", { field: "pause", rule: "is between an hour and 28 days" });
  return { points, pauseHours };
}

/** The community's thresholds as they are, and as they would be. */
async function withChange(tx: Tx, { actor, points }: SetThreshold, changed: Threshold | undefined) {
  const before = await thresholdsOf(tx, actor.communityId);
  const others = before.filter((one) => one.points !== points);
  if (changed === undefined && others.length === before.length)
    throw refuse("not_found", { what: "threshold" });
  const after = [...others, ...(changed === undefined ? [] : [changed])];
  return { before, after: after.sort((one, other) => one.points - other.points) };
}

/** Says what a changed threshold would have done in the last 90 days, and changes nothing. Refuses what setThreshold refuses. */
export async function previewThreshold(core: Core, wanted: SetThreshold): Promise<ShownThresholds> {
  const changed = checked(wanted);
  const { communityId } = wanted.actor;
  return core.tx(async (tx, now) => {
    const { after: thresholds } = await withChange(tx, wanted, changed);
    return tryThresholds(tx, { communityId, thresholds, now });
  });
}

/**
 * Sets, changes or takes away a threshold. It holds for strikes from now on: nobody is paused by it for what was decided
 * before, and no pause ends. Refuses invalid_input, not_found.
 */
export async function setThreshold(core: Core, wanted: SetThreshold): Promise<ShownThresholds> {
  const { actor, points } = wanted;
  const { communityId, memberId } = actor;
  const changed = checked(wanted);
  return core.tx(async (tx, now) => {
    const { before, after: thresholds } = await withChange(tx, wanted, changed);
    await tx.threshold.deleteMany({ where: { communityId, points } });
    if (changed !== undefined)
      await tx.threshold.create({
        data: { id: core.newId(), communityId, ...changed, setById: memberId, setAt: now },
      });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "threshold.set",
      subject: communityId,
      detail: {
        points,
        before: before.find((one) => one.points === points)?.pauseHours ?? 0,
        after: changed?.pauseHours ?? 0,
      },
    });
    return tryThresholds(tx, { communityId, thresholds, now });
  });
}
