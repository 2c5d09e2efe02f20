import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import { type Hours, readHours } from "./hours.ts";
import { whoseShifts } from "./whose-shifts.ts";
import { checkedZone } from "./zone.ts";

export interface SetShifts {
  readonly actor: Actor;
  /** As people write them: `readHours`. */
  readonly hours: string;
  readonly zone: string;
  /** An admin may set those of somebody else, by id or by name here. */
  readonly of?: string;
}

export interface ShiftsSet {
  readonly memberId: string;
  readonly pseudonym: string;
  readonly hours: readonly Hours[];
  readonly zone: string;
  /** False where they can only be named on a card, since no direct message reaches them. */
  readonly canBeTold: boolean;
}

/** Says when somebody is there, instead of what was said before. Refuses not_allowed, not_found, invalid_input. */
export async function setShifts(core: Core, { actor, of, ...wanted }: SetShifts): Promise<ShiftsSet> {
  const { communityId } = actor;
  return core.tx(async (tx, now) => {
    const { id: memberId, pseudonym } = await whoseShifts(tx, { actor, of });
    const hours = readHours(wanted.hours);
    const zone = checkedZone(wanted.zone);
    // Two at once take turns here, so that the hours of one and not of both are kept.
    const { reach } = await tx.member.update({ where: { id: memberId }, data: { communityId } });
    await tx.shift.deleteMany({ where: { memberId } });
    await tx.shift.createMany({ data: hours.map((one) => ({ ...one, memberId, communityId, zone })) });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "shift.set",
      subject: memberId,
    });
    const accounts = await tx.account.count({ where: { memberId } });
    return { memberId, pseudonym, hours, zone, canBeTold: accounts > 0 && reach === "dm" };
  });
}
