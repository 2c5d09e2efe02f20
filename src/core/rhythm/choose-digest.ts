import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { holdMember } from "#core/members/hold-member.ts";
import { bandOf, nextSlot, type Slot, slotOf, USUAL_SLOT, weekdayOf, weekOf } from "./week.ts";

export interface ChooseDigest {
  readonly actor: Actor;
  /** Where they are written to. */
  readonly platform: string;
  /** What is left out stays as it was, or is the usual day and hours. */
  readonly weekday?: string;
  readonly band?: string;
}

function chosenSlot({ weekday, band }: ChooseDigest, before: Slot): Slot {
  const day = weekday === undefined ? before.weekday : weekdayOf(weekday);
  const hours = band === undefined ? before.band : bandOf(band);
  if (day === undefined) throw refuse("invalid_input", { field: "day", rule: "must be a day of the week" });
  if (hours === undefined)
    throw refuse("invalid_input", { field: "hours", rule: "must be one of those that are offered" });
  return { weekday: day, band: hours };
}

/** The next moment of theirs in a week in which they had none yet. */
async function nextOwn(tx: Tx, memberId: string, slot: Slot, now: Date): Promise<Date> {
  const next = nextSlot(now, slot, memberId);
  const had = await tx.digest.count({ where: { memberId, week: weekOf(next) } });
  return had === 0 ? next : nextSlot(next, slot, memberId);
}

/** Switches the weekly digest on, or changes its day and hours. Pressed twice it changes nothing. Refuses invalid_input. */
export async function chooseDigest(core: Core, wanted: ChooseDigest): Promise<{ nextAt: Date }> {
  const { actor, platform } = wanted;
  authorise(actor, "member.digest");
  const { memberId, communityId } = actor;
  return core.tx(async (tx, now) => {
    await holdMember(tx, memberId);
    const row = await tx.rhythm.findUnique({ where: { memberId } });
    const slot = chosenSlot(wanted, row === null ? USUAL_SLOT : slotOf(row));
    const nextAt = await nextOwn(tx, memberId, slot, now);
    const data = { ...slot, platform, digest: "on", nextDigestAt: nextAt };
    await tx.rhythm.upsert({
      where: { memberId },
      create: { memberId, communityId, ...data },
      update: data,
    });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "digest.chosen",
      subject: memberId,
    });
    return { nextAt };
  });
}
