import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { type OffShift, offShift, type Shifts } from "./on-shift.ts";

/** One's own hours; undefined where one has none. */
export async function ownShifts(core: Core, { actor }: { actor: Actor }): Promise<Shifts | undefined> {
  const hours = await core.db.shift.findMany({
    where: { memberId: actor.memberId },
    orderBy: [{ weekday: "asc" }, { fromMinute: "asc" }],
  });
  const [first] = hours;
  return first === undefined ? undefined : { zone: first.zone, hours };
}

/** Whether one is outside of one's own hours now. For oneself alone: nothing is written down or told to anybody. */
export async function ownOffShift(core: Core, { actor }: { actor: Actor }): Promise<OffShift | undefined> {
  const own = await ownShifts(core, { actor });
  return own === undefined ? undefined : offShift(own, core.clock.now());
}
