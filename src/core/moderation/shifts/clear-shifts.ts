import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import { whoseShifts } from "./whose-shifts.ts";

/** Somebody has no hours any more; where there were none, nothing changes. Refuses not_allowed, not_found, invalid_input. */
export async function clearShifts(
  core: Core,
  { actor, of }: { actor: Actor; of?: string },
): Promise<{ memberId: string; pseudonym: string; had: boolean }> {
  const { communityId } = actor;
  return core.tx(async (tx, now) => {
    const { id: memberId, pseudonym } = await whoseShifts(tx, { actor, of });
    const { count } = await tx.shift.deleteMany({ where: { memberId } });
    if (count > 0)
      await record(tx, {
        at: now.getTime(),
        communityId,
        actor: actor.memberId,
        verb: "shift.cleared",
        subject: memberId,
      });
    return { memberId, pseudonym, had: count > 0 };
  });
}
