import { expect, test } from "vitest";
import type { Actor } from "#core/access.ts";
import { nameCrisisContact } from "#core/communities/name-crisis-contact.ts";
import type { Store } from "#core/foundation/store/open-store.ts";
import { changeRole } from "#core/members/change-role.ts";
import { changeSettings } from "#core/members/change-settings.ts";
import { readActor } from "#core/members/read-actor.ts";
import { askForCompany } from "#core/moderation/ask-for-company.ts";
import { escalateDue } from "#core/moderation/escalate-due.ts";
import { loadCrisisCard } from "#core/moderation/load-crisis-card.ts";
import { raiseAlert } from "#core/moderation/raise-alert.ts";
import { clearShifts } from "#core/moderation/shifts/clear-shifts.ts";
import { setShifts } from "#core/moderation/shifts/set-shifts.ts";
import { takeAlert } from "#core/moderation/take-alert.ts";
import { worryAbout } from "#core/moderation/worry-about.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { invite, joinAs, smallTown, type Town } from "../small-town.ts";
import { type Moderated, moderatedTown, standing } from "./moderated.ts";

/** It is a Tuesday, 09:00 UTC. */
const NOW = "tue 8-12";
const LATER = "tue 20-22";

/** Somebody who joined on the patients' side, so that they can be written to, and moderates. */
async function volunteer(town: Town, pseudonym: string, hours?: string): Promise<Actor> {
  const { core, admin } = town;
  const { memberId } = await joinAs(town, pseudonym);
  await changeRole(core, { actor: admin, member: pseudonym, role: "moderator", held: true });
  const actor = await readActor(core.db, memberId);
  if (actor === undefined) throw new Error(`${pseudonym} is not here`);
  if (hours !== undefined) await setShifts(core, { actor, hours, zone: "UTC" });
  return actor;
}

const raise = ({ core }: Town, actor: Actor) =>
  core.tx((tx, now) => raiseAlert(tx, core, { actor, level: "crisis", now }));

const cardOf = ({ core }: Town, subjectId: string) => core.tx((tx) => loadCrisisCard(tx, core, subjectId));

/** "post direct to Mo": what was sent to somebody of the team, and not to the channel. */
async function toldDirectly({ core, communityId }: Town): Promise<string[]> {
  const rows = await core.db.delivery.findMany({
    where: { communityId, kind: "crisis", targetKind: "member" },
    orderBy: { id: "asc" },
  });
  const people = await core.db.member.findMany({ where: { communityId } });
  return rows.map(
    ({ op, subjectId, targetId }) =>
      `${op} ${subjectId.split(":")[0]} to ${people.find(({ id }) => id === targetId)?.pseudonym}`,
  );
}

const late = async ({ core, clock }: Town) => {
  clock.advance(core.config.timing.crisisEscalateMs);
  expect(await escalateDue(core)).toBe(1);
};

async function withHeron(store: Store) {
  const town = await smallTown(store);
  await nameCrisisContact(town.core, { actor: town.admin, member: "Ada Admin", on: true });
  return { town, heron: await joinAs(town, "Quiet Heron") };
}

describeOnBoth("who is on call", ({ openNew }) => {
  test("is named on the card and written to directly, and nobody else is", async () => {
    const { town, heron } = await withHeron(await openNew());
    await volunteer(town, "Mo", NOW);
    await volunteer(town, "Kit", LATER);
    await volunteer(town, "Ola");
    // At the command line only: named, and not written to.
    const ben = await invite(town, "Ben", "moderator");
    await setShifts(town.core, { actor: ben, hours: NOW, zone: "UTC" });
    const { alertId } = await raise(town, heron);
    expect(await cardOf(town, alertId)).toMatchObject({
      onCall: ["Ben", "Mo"],
      contacts: ["Ada Admin"],
      leads: [],
      isDirect: false,
    });
    expect(await toldDirectly(town)).toEqual(["post direct to Mo"]);
    expect(await cardOf(town, `direct:${alertId}`)).toMatchObject({ isDirect: true, again: false });
  });

  test("is not spoken of where nobody has shifts; the contacts are told again, as ever", async () => {
    const { town, heron } = await withHeron(await openNew());
    const mo = await volunteer(town, "Mo", NOW);
    await clearShifts(town.core, { actor: mo });
    await nameCrisisContact(town.core, { actor: town.admin, member: "Mo", on: true });
    const { alertId } = await raise(town, heron);
    expect(await cardOf(town, alertId)).toMatchObject({ onCall: undefined });
    expect(await toldDirectly(town)).toEqual([]);
    await late(town);
    expect(await toldDirectly(town)).toEqual(["post direct-again to Mo"]);
  });

  test("is told again with the contacts when nobody takes it, and sees on every telling who did", async () => {
    const { town, heron } = await withHeron(await openNew());
    const { core } = town;
    const mo = await volunteer(town, "Mo", NOW);
    await volunteer(town, "Kit");
    await nameCrisisContact(core, { actor: town.admin, member: "Kit", on: true });
    await invite(town, "Lea", "lead");
    const { alertId } = await raise(town, heron);
    await late(town);
    expect(await toldDirectly(town)).toEqual([
      "post direct to Mo",
      "post direct-again to Mo",
      "post direct-again to Kit",
    ]);
    expect(await cardOf(town, `again:${alertId}`)).toMatchObject({ onCall: ["Mo"], leads: [] });
    await takeAlert(core, { actor: mo, alertId });
    expect((await toldDirectly(town)).slice(3).sort()).toEqual([
      "edit direct to Mo",
      "edit direct-again to Kit",
      "edit direct-again to Mo",
    ]);
    expect(await cardOf(town, `direct-again:${alertId}`)).toMatchObject({ takenBy: "Mo", again: true });
  });

  test("is nobody at night: the card says so, and the leads are told with the contacts", async () => {
    const town: Moderated = await moderatedTown(await openNew());
    const { core } = town;
    const heron = await joinAs(town, "Quiet Heron");
    await volunteer(town, "Ola", LATER);
    const kit = await volunteer(town, "Kia");
    await nameCrisisContact(core, { actor: town.admin, member: "Kia", on: true });
    const ana = await standing(town);
    await core.db.memberRole.create({
      data: { memberId: ana.memberId, role: "lead", createdAt: core.clock.now() },
    });
    const { alertId } = await raise(town, heron);
    expect(await cardOf(town, alertId)).toMatchObject({ onCall: [], contacts: ["Kia"], leads: [] });
    expect(await toldDirectly(town)).toEqual([]);
    await late(town);
    expect(await cardOf(town, `again:${alertId}`)).toMatchObject({
      onCall: [],
      contacts: ["Kia"],
      leads: ["Ana Pharmacist"],
    });
    expect(await toldDirectly(town)).toEqual([
      "post direct-again to Kia",
      "post direct-again to Ana Pharmacist",
    ]);
    // From the message itself it can be taken.
    await town.drain();
    expect(town.cards(town.north, "crisis")).toMatchObject([{ isDirect: true, takenBy: undefined }]);
    await takeAlert(core, { actor: kit, alertId });
    await town.drain();
    expect(town.cards(town.north, "crisis")).toMatchObject([{ isDirect: true, takenBy: "Kia" }]);
    expect(town.cards(town.south, "crisis").map(({ takenBy }) => takenBy)).toEqual(["Kia", "Kia", "Kia"]);
  });

  test("is never whom it is about, nor whom somebody is worried about", async () => {
    const { town, heron } = await withHeron(await openNew());
    const { core } = town;
    const mo = await volunteer(town, "Mo", NOW);
    await nameCrisisContact(core, { actor: town.admin, member: "Mo", on: true });
    const { alertId } = await raise(town, mo);
    expect(await cardOf(town, alertId)).toMatchObject({ onCall: [], contacts: ["Ada Admin"] });
    await volunteer(town, "Kit", NOW);
    const person = { platform: "north", spaceId: "Sunny Side/patients", accountId: "Kit" };
    await worryAbout(core, { actor: heron, person, why: "" });
    const worry = await core.db.crisisAlert.findFirstOrThrow({ where: { level: "worry" } });
    expect(await cardOf(town, worry.id)).toMatchObject({ pseudonym: "Kit", onCall: ["Mo"] });
    expect(await toldDirectly(town)).toEqual(["post direct to Mo"]);
    town.clock.advance(core.config.timing.crisisEscalateMs);
    expect(await escalateDue(core)).toBe(2);
    // Of Mo's own alert Kit hears, of Kit's Mo does.
    const again = (await toldDirectly(town)).slice(1).sort();
    expect(again).toEqual(["post direct-again to Kit", "post direct-again to Mo"]);
    const rows = await core.db.delivery.findMany({ where: { targetId: mo.memberId, kind: "crisis" } });
    expect(rows.map(({ subjectId }) => subjectId).filter((id) => id.includes(alertId))).toEqual([]);
  });

  test("counts a lead only while their credential stands, since they could not take it else", async () => {
    const town = await moderatedTown(await openNew());
    const { core } = town;
    const heron = await joinAs(town, "Quiet Heron");
    const ana = await standing(town);
    const lea = await invite(town, "Lea", "lead");
    await core.db.memberRole.create({
      data: { memberId: ana.memberId, role: "lead", createdAt: core.clock.now() },
    });
    const lead = { ...ana, roles: ["provider", "lead"] } as const;
    for (const actor of [lead, lea]) await setShifts(core, { actor, hours: NOW, zone: "UTC" });
    const { alertId } = await raise(town, heron);
    expect(await cardOf(town, alertId)).toMatchObject({ onCall: ["Ana Pharmacist"] });
    expect(await toldDirectly(town)).toEqual(["post direct to Ana Pharmacist"]);
  });

  test("and reached in a thread, which others can open, is only named on the card", async () => {
    const { town, heron } = await withHeron(await openNew());
    const mo = await volunteer(town, "Mo", NOW);
    await changeSettings(town.core, { actor: mo, reach: "thread" });
    const { alertId } = await raise(town, heron);
    expect(await cardOf(town, alertId)).toMatchObject({ onCall: ["Mo"] });
    expect(await toldDirectly(town)).toEqual([]);
  });

  test("reads on their own card, too, that company is asked for", async () => {
    const { town, heron } = await withHeron(await openNew());
    await volunteer(town, "Mo", NOW);
    const { alertId } = await raise(town, heron);
    await askForCompany(town.core, { actor: heron, alertId });
    expect(await toldDirectly(town)).toEqual(["post direct to Mo", "edit direct to Mo"]);
  });
});
