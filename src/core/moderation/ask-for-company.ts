import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { ALERT_LEVELS } from "./crisis-card.ts";
import { recentAlerts, standingAmong } from "./standing-alert.ts";
import { postAlert, refreshAlert, tellMember } from "./tell.ts";

export interface Company {
  /** Who of the team is there already. */
  readonly takenBy: string | undefined;
  /** After so many minutes without anybody the team is told again, and the member how it stands. */
  readonly toldAgainAfterMinutes: number;
}

/** The one that waits, marked; a second press changes nothing. */
async function mark(
  tx: Tx,
  core: Core,
  { alertId, actor, now }: { alertId: string; actor: Actor; now: Date },
): Promise<void> {
  const { communityId, memberId } = actor;
  const [marked] = await tx.crisisAlert.updateManyAndReturn({
    where: { id: alertId, wantsCompanyAt: null },
    data: { wantsCompanyAt: now },
  });
  if (marked === undefined) return;
  await refreshAlert(tx, core, marked, now);
  // Of an alert that another raised they were not told that somebody took it.
  if (marked.takenById !== null && marked.level === "worry")
    await tellMember(tx, core, {
      communityId,
      memberId,
      about: "somebody-is-here",
      subject: alertId,
      at: now,
    });
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: memberId,
    verb: "alert.company-asked",
    subject: alertId,
  });
}

async function raiseForCompany(tx: Tx, core: Core, { actor, now }: { actor: Actor; now: Date }) {
  const { communityId, memberId } = actor;
  const id = core.newId();
  await tx.crisisAlert.create({
    data: { id, communityId, memberId, level: "company", raisedAt: now, wantsCompanyAt: now },
  });
  await postAlert(tx, core, { id, communityId, memberId }, { at: now });
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: memberId,
    verb: "alert.raised",
    subject: id,
    detail: { level: "company" },
  });
}

/**
 * "I'd like company", by the member whom the alert is about and nobody else. The card of the alert that waits is edited,
 * which the second telling makes seen; where that has been, or somebody took the alert a while ago, nobody would see it,
 * so the team is told anew. Doing it twice is doing it once.
 */
export async function askForCompany(
  core: Core,
  { actor, alertId }: { actor: Actor; alertId: string },
): Promise<Company> {
  authorise(actor, "crisis.ask-company");
  const { communityId, memberId } = actor;
  const takenBy = await core.tx(async (tx, now) => {
    const own = await tx.crisisAlert.findUnique({ where: { id: alertId } });
    if (own === null || own.memberId !== memberId) throw refuse("not_found", { what: "alert" });
    // Two presses at once take turns here, so that an old alert brings one new one.
    await tx.crisisAlert.update({ where: { id: alertId }, data: { memberId } });
    const about = { communityId, person: { memberId }, levels: ALERT_LEVELS, now };
    const recent = await recentAlerts(tx, about);
    const standing = standingAmong(recent, now);
    const isUnseen = standing?.takenById === null && standing.escalatedAt !== null;
    if (standing === undefined || isUnseen) {
      await raiseForCompany(tx, core, { actor, now });
      return undefined;
    }
    await mark(tx, core, { alertId: standing.id, actor, now });
    const holder = await tx.member.findUnique({ where: { id: standing.takenById ?? "" } });
    return holder?.pseudonym;
  });
  core.wake();
  return { takenBy, toldAgainAfterMinutes: Math.round(core.config.timing.crisisEscalateMs / 60_000) };
}
