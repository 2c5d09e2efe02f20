import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { coverageOf, hoursWithoutAnybody, type Stretch } from "./coverage.ts";
import { hoursWords } from "./hours.ts";
import { ownShifts } from "./own-shifts.ts";
import { watchesHere } from "./watches.ts";
import { checkedZone } from "./zone.ts";

export const WEEK_DAYS = 7;

export interface ShiftWeek {
  /** In which the week is to be shown: asked for, else the reader's own, else UTC. */
  readonly zone: string;
  /** The reader's own, as they could be typed again. */
  readonly own: { readonly hours: string; readonly zone: string } | null;
  /** Without gaps, for seven days from now on; empty where nobody has shifts. */
  readonly stretches: readonly Stretch[];
  readonly hoursWithoutAnybody: number;
}

/**
 * Who is there in the seven days from now on, by the names here. In which zone somebody else lives is told to nobody: it says
 * where they are.
 */
export async function listShifts(
  core: Core,
  { actor, zone }: { actor: Actor; zone?: string },
): Promise<ShiftWeek> {
  authorise(actor, "shift.read");
  const own = await ownShifts(core, { actor });
  const wanted = zone === undefined ? (own?.zone ?? "UTC") : checkedZone(zone);
  const watches = await watchesHere(core.db, actor);
  const stretches =
    watches.length === 0 ? [] : coverageOf(watches, { from: core.clock.now(), days: WEEK_DAYS });
  return {
    zone: wanted,
    own: own === undefined ? null : { hours: hoursWords(own.hours), zone: own.zone },
    stretches,
    hoursWithoutAnybody: hoursWithoutAnybody(stretches),
  };
}
