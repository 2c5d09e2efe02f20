import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { GraveVerdict } from "#core/screening/screening.ts";
import { type PersonMeant, personBy, sealPerson } from "../person-meant.ts";
import { raiseAlert } from "../raise-alert.ts";
import { recentAlerts, standingAmong } from "../standing-alert.ts";
import { postAlert } from "../tell.ts";

interface AlertAbout {
  readonly communityId: string;
  readonly person: PersonMeant;
  readonly level: GraveVerdict;
  readonly now: Date;
}

async function alertAboutStranger(
  tx: Tx,
  core: Core,
  { communityId, person, level, now, personKey }: AlertAbout & { personKey: string },
): Promise<void> {
  const levels = level === "emergency" ? (["emergency"] as const) : (["crisis", "emergency"] as const);
  const recent = await recentAlerts(tx, { communityId, person: { personKey }, levels, now });
  if (standingAmong(recent, now) !== undefined) return;
  const id = core.newId();
  const personSealed = await sealPerson(tx, core, { alertId: id, communityId }, person);
  await tx.crisisAlert.create({ data: { id, communityId, personKey, personSealed, level, raisedAt: now } });
  await postAlert(tx, core, { id, communityId, memberId: null }, { at: now });
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: "filter",
    verb: "alert.raised",
    subject: id,
    detail: { level },
  });
}

/**
 * Somebody wrote in the open what may mean danger. A member gets help and the team is told, as if they had written it to
 * Curbside. Somebody who is no member cannot be written to; the team is told, once while an alert about them waits.
 */
export async function alertAbout(tx: Tx, core: Core, about: AlertAbout): Promise<void> {
  const { communityId, person, level, now } = about;
  // One at a time in a community: two messages at once make one alert.
  await tx.$executeRaw`UPDATE "Community" SET "bridge" = "bridge" WHERE "id" = ${communityId}`;
  const who = await personBy(tx, core, { communityId, person });
  if ("personKey" in who) return alertAboutStranger(tx, core, { ...about, personKey: who.personKey });
  await raiseAlert(tx, core, { actor: { communityId, memberId: who.memberId }, level, now });
}
