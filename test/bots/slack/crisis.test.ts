import { describe, expect, test } from "vitest";
import type { Actor } from "#core/access.ts";
import { nameCrisisContact } from "#core/communities/name-crisis-contact.ts";
import { escalateDue } from "#core/moderation/escalate-due.ts";
import { raiseAlert } from "#core/moderation/raise-alert.ts";
import { setShifts } from "#core/moderation/shifts/set-shifts.ts";
import type { SlackPerson } from "#sandbox/slack/person.ts";
import { type Rig, rig, sees, until } from "./rig.ts";

const DANGER = "A member may be in danger";

const inPlace = (person: SlackPerson, channelId: string): string =>
  person
    .screen()
    .filter((place) => place.channelId === channelId)
    .flatMap(({ messages }) => messages.map(({ text }) => text))
    .join("\n");

async function adminOf({ core, patient: { communityId } }: Rig): Promise<Actor> {
  const { id: memberId } = await core.db.member.findFirstOrThrow({ where: { pseudonym: "Admin" } });
  return { memberId, communityId, pseudonym: "Admin", roles: ["admin"] };
}

const shift = async (it: Rig, of: string, hours: string) =>
  setShifts(it.core, { actor: await adminOf(it), of, hours, zone: "UTC" });

/** Hours of the day after tomorrow. */
const notNow = (): string => {
  const day = new Date(Date.now() + 48 * 3_600_000);
  return `${day.toLocaleDateString("en-GB", { weekday: "short", timeZone: "UTC" })} 9:00-10:00`;
};

async function raise({ core, patient }: Rig): Promise<string> {
  const alert = await core.tx((tx, now) => raiseAlert(tx, core, { actor: patient, level: "crisis", now }));
  core.wake();
  return alert.alertId;
}

/** As if it had been raised so long ago that it is due. */
async function escalate({ core }: Rig, alertId: string): Promise<void> {
  const raisedAt = new Date(core.clock.now().getTime() - core.config.timing.crisisEscalateMs);
  await core.db.crisisAlert.update({ where: { id: alertId }, data: { raisedAt } });
  expect(await escalateDue(core)).toBe(1);
}

describe("who is on call", () => {
  test("is written to directly and takes it from there; the channel has the name and mentions nobody", async () => {
    await using it = await rig();
    const [ana, ben] = [await it.lead("Ana"), await it.lead("Ben")];
    await shift(it, "Ana", "daily 0:00-24:00");
    await raise(it);
    await sees(ben, "On call now: Ana");
    await until(() => inPlace(ana, ana.dm()).includes(DANGER));
    expect(inPlace(ana, ana.dm())).toContain("You get this directly because you are on shift");
    expect(inPlace(ben, ben.dm())).not.toContain(DANGER);
    const posted = JSON.stringify(it.slack.messages(it.crisisId));
    expect(posted).not.toMatch(new RegExp(`${ana.id}|${ben.id}|<!(here|channel|everyone)`));
    await ana.press("I'm on it", { in: ana.dm() });
    await until(() => inPlace(ben, it.crisisId).includes("Ana is on it"));
    await until(() => inPlace(ana, ana.dm()).includes("Ana is on it"));
    expect(inPlace(ben, it.crisisId)).not.toContain("On call now");
    await until(() =>
      it.patients.cardsOf("crisis-support").some(({ about }) => about === "somebody-is-here"),
    );
  });

  test("being nobody, the card asks whoever reads it; then contacts and leads are written to, and each sees who came", async () => {
    await using it = await rig();
    const [ana, ben] = [await it.lead("Ana"), await it.provider("Ben")];
    await shift(it, "Ana", notNow());
    await nameCrisisContact(it.core, { actor: await adminOf(it), member: "Ben", on: true });
    const alertId = await raise(it);
    await sees(ben, "Nobody is on shift now: whoever reads this, please look.");
    await escalate(it, alertId);
    for (const person of [ana, ben])
      await until(() => inPlace(person, person.dm()).includes(`Still nobody: ${DANGER}`));
    await until(() => inPlace(ben, it.crisisId).includes("Leads: Ana"));
    expect(inPlace(ben, it.crisisId)).toContain("Named contacts: Ben");
    await ben.press("I'm on it", { in: ben.dm() });
    await until(() => inPlace(ana, ana.dm()).includes("Ben is on it"));
    await until(() => !inPlace(ana, it.crisisId).includes("Nobody is on it yet"));
    expect(inPlace(ana, it.crisisId)).not.toContain("Leads:");
  });
});
