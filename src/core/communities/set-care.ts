import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";

/** More a day than anybody can look at with care. */
export const MOST_A_DAY = 500;

/** What a new community starts with. */
export const USUAL_CARE = { casesADay: 30, urgentADay: 8 } as const;

export interface Care {
  readonly casesADay: number;
  readonly urgentADay: number;
}

/** Refuses invalid_input. */
export function checkedCap(cap: number): number {
  if (!Number.isInteger(cap) || cap < 0 || cap > MOST_A_DAY)
    throw refuse("invalid_input", {
      field: "number of cases a day",
      rule: `must be a whole number from 0 to ${MOST_A_DAY}, where 0 is as many as they like`,
    });
  return cap;
}

/**
 * How many cases, and how many urgent ones, one person is offered a day; 0 is no cap, and what is left out stays as it is. It
 * holds for everybody at once. Gives what holds then. Refuses invalid_input.
 */
export async function setCare(
  core: Core,
  { actor, ...wanted }: { actor: Actor; casesADay?: number; urgentADay?: number },
): Promise<Care> {
  authorise(actor, "community.configure");
  const { communityId } = actor;
  const data = Object.fromEntries(
    Object.entries(wanted).flatMap(([name, cap]) => (cap === undefined ? [] : [[name, checkedCap(cap)]])),
  );
  return core.tx(async (tx, now) => {
    // With more room, a cap that is reached again is news.
    const { casesADay, urgentADay } = await tx.community.update({
      where: { id: communityId },
      data: { ...data, fullToldAt: null },
    });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "community.care-set",
      subject: communityId,
      detail: { casesADay, urgentADay },
    });
    return { casesADay, urgentADay };
  });
}
