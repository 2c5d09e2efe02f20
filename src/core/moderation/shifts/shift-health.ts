import type { Core } from "#core/core.ts";
import { coverageOf, hoursWithoutAnybody, type Stretch } from "./coverage.ts";
import { WEEK_DAYS } from "./list-shifts.ts";
import { watchesHere } from "./watches.ts";

export interface ShiftHealth {
  readonly hoursWithoutAnybody: number;
  /** When that is. */
  readonly gaps: readonly Stretch[];
}

/** The hours of the coming week without anybody, for whoever keeps a community going; undefined where nobody has shifts. */
export async function shiftHealth(
  core: Pick<Core, "db" | "clock">,
  { communityId }: { communityId: string },
): Promise<ShiftHealth | undefined> {
  const watches = await watchesHere(core.db, { communityId });
  if (watches.length === 0) return undefined;
  const stretches = coverageOf(watches, { from: core.clock.now(), days: WEEK_DAYS });
  return {
    hoursWithoutAnybody: hoursWithoutAnybody(stretches),
    gaps: stretches.filter(({ names }) => names.length === 0),
  };
}
