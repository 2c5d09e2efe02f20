import { describe, expect, test } from "vitest";
import { actorOf } from "#bots/discord/actor.ts";
import { createCommunity } from "#core/communities/create-community.ts";
import { linkChannel } from "#core/communities/link-channel.ts";
import { linkSpace } from "#core/communities/link-space.ts";
import { nameCrisisContact } from "#core/communities/name-crisis-contact.ts";
import { join as joinHere } from "#core/members/join.ts";
import { CONSENT_VERSION } from "#core/members/joining-text.ts";
import { escalateDue } from "#core/moderation/escalate-due.ts";
import { setShifts } from "#core/moderation/shifts/set-shifts.ts";
import type { DiscordPerson } from "#sandbox/discord/person.ts";
import { ask, join, screenOf, sees, teamCard } from "./patient.ts";
import { type Rig, rig, until } from "./rig.ts";

const MENU = "I'm worried about this person";
const GRAVE = "I want to kill myself tonight";

/** Moderators of the server have a channel there for whoever may be in danger. */
async function crisisChannel({ core, discord, admin, guildId }: Rig): Promise<string> {
  const { channelId } = discord.addChannel({ guildId, name: "moderators-only" });
  const { id: spaceId } = await core.db.space.findFirstOrThrow({ where: { side: "patients" } });
  await linkChannel(core, { actor: admin, spaceId, purpose: "crisis", externalId: channelId });
  return channelId;
}

async function moderator(it: Rig, name: string): Promise<DiscordPerson> {
  const person = await join(it, name);
  const { id: memberId } = await it.core.db.member.findFirstOrThrow({
    where: { pseudonym: `Calm ${name}` },
  });
  await it.core.db.memberRole.create({ data: { memberId, role: "moderator", createdAt: new Date() } });
  return person;
}

function inDm(person: DiscordPerson): string {
  return JSON.stringify(person.screen().filter(({ place }) => place === "dm"));
}

describe("a member in danger", () => {
  test("can ask for company beside the lines, wherever these are shown, and hears what the team sees", async () => {
    await using it = await rig();
    const robin = await join(it);
    await ask(robin, GRAVE);
    await robin.press("I'd like company", { containing: "Send this card" });
    await sees(robin, "The team can see your name here, that you would like company");
    await until(() => teamCard(it, "crisis")?.wantsCompanyAt);
    await until(() => inDm(robin).includes("I'd like company"));
    await robin.press("I'd like company", { in: robin.dm() });
    expect(await it.core.db.crisisAlert.count()).toBe(1);
    // A text that is refused brings the same.
    await robin.type(robin.dm(), GRAVE);
    await until(() => inDm(robin).split("I'd like company").length > 2);
  });

  test("by direct message asks for company in the community that the alert is of", async () => {
    await using it = await rig();
    const robin = await join(it);
    const made = await createCommunity(it.core, {
      ...{ name: "Other", country: "US", bridge: "on", adminPseudonym: "Ada" },
      actor: it.admin,
    });
    const { communityId } = made;
    const admin = { memberId: made.adminMemberId, communityId, pseudonym: "Ada", roles: ["admin"] } as const;
    const { spaceId } = await linkSpace(it.core, {
      ...{ actor: admin, platform: "discord", side: "patients", externalId: "another-server" },
    });
    const other = await joinHere(it.core, {
      ...{ communityId, spaceId, platform: "discord", externalId: robin.id, pseudonym: "Robin There" },
      ...{ country: "US", statesAdult: true, textVersion: CONSENT_VERSION },
    });
    const data = { id: "an-alert", communityId, memberId: other.memberId, level: "crisis" };
    await it.core.db.crisisAlert.create({ data: { ...data, raisedAt: new Date() } });
    const who = { accountId: robin.id, spaceId: undefined };
    expect((await actorOf(it.core, who, { subjectId: "an-alert" })).pseudonym).toBe("Robin There");
    expect((await actorOf(it.core, who, { subjectId: "no-alert" })).pseudonym).toBe("Calm robin");
  });
});

describe("who is on call", () => {
  const shift = (it: Rig, name: string, hours: string) =>
    setShifts(it.core, { actor: it.admin, of: `Calm ${name}`, hours, zone: "UTC" });
  /** Hours that begin in two days and are over before now comes again. */
  const notNow = (it: Rig): string => {
    const day = new Date(it.clock.now().getTime() + 48 * 3_600_000);
    return `${day.toLocaleDateString("en-GB", { weekday: "short", timeZone: "UTC" })} 9:00-10:00`;
  };

  test("is written to directly and takes it from there; the card in the channel names them and pings nobody", async () => {
    await using it = await rig();
    const channelId = await crisisChannel(it);
    const [mo, kit] = [await moderator(it, "mo"), await moderator(it, "kit")];
    await shift(it, "mo", "daily 0:00-24:00");
    await shift(it, "kit", notNow(it));
    const robin = await join(it);
    await ask(robin, GRAVE);
    const cards = () => it.discord.messages(channelId).map((one) => JSON.stringify(one));
    await until(() => cards().join().includes("On call now: Calm mo"));
    await until(() => inDm(mo).includes("A member may be in danger"));
    expect(inDm(mo)).toContain("You get this directly because you are on shift");
    expect(inDm(kit)).not.toContain("A member may be in danger");
    // Nobody learns which account a name is, and nobody is woken who is not there for it.
    expect(cards().join()).not.toMatch(new RegExp(`${mo.id}|${kit.id}|@here|@everyone`));
    expect(it.discord.messages(channelId).flatMap(({ pinged }) => pinged)).toEqual([]);
    await mo.press("I'm on it", { in: mo.dm() });
    await sees(mo, "The member is being told that a person from the team is here.");
    await until(() => cards().join().includes("Calm mo is on it"));
    await until(() => inDm(mo).includes("Calm mo is on it"));
    expect(cards().join()).not.toContain("On call now");
    await until(() => inDm(robin).includes("Calm mo of the team has seen this"));
    it.clock.advance(it.core.config.timing.crisisEscalateMs);
    expect(await escalateDue(it.core)).toBe(0);
  });

  test("being nobody, the card asks whoever reads it; after a while the contact is written to, and takes it from there", async () => {
    await using it = await rig();
    const channelId = await crisisChannel(it);
    const [mo, kit] = [await moderator(it, "mo"), await moderator(it, "kit")];
    await shift(it, "kit", notNow(it));
    await nameCrisisContact(it.core, { actor: it.admin, member: "Calm mo", on: true });
    const robin = await join(it);
    await ask(robin, GRAVE);
    const cards = () => JSON.stringify(it.discord.messages(channelId));
    await until(() => cards().includes("Nobody is on shift now: whoever reads this, please look."));
    expect(inDm(mo)).not.toContain("may be in danger");
    it.clock.advance(it.core.config.timing.crisisEscalateMs);
    expect(await escalateDue(it.core)).toBe(1);
    await until(() => inDm(mo).includes("Still nobody: A member may be in danger"));
    await until(() => cards().includes("Still nobody: A member may be in danger"));
    expect(inDm(kit)).not.toContain("may be in danger");
    await mo.press("I'm on it", { in: mo.dm() });
    await until(() => inDm(robin).includes("Calm mo of the team has seen this"));
    await until(() => inDm(mo).includes("Calm mo is on it"));
  });

  test("with closed direct messages is still named, and reads it in the inbox", async () => {
    await using it = await rig();
    const channelId = await crisisChannel(it);
    const mo = await moderator(it, "mo");
    await shift(it, "mo", "daily 0:00-24:00");
    mo.closeDms();
    const robin = await join(it);
    await ask(robin, GRAVE);
    await until(() => JSON.stringify(it.discord.messages(channelId)).includes("On call now: Calm mo"));
    await until(
      async () => (await it.core.db.delivery.count({ where: { kind: "crisis", trouble: "inbox" } })) === 1,
    );
    await mo.command("inbox");
    await sees(mo, "A member may be in danger");
  });
});

describe("being worried about a person", () => {
  test("who has not joined shows moderators in the server who it is, and whoever takes it what was written", async () => {
    await using it = await rig();
    const channelId = await crisisChannel(it);
    const robin = await join(it);
    const mo = await moderator(it, "mo");
    const casey = it.newPerson("casey");
    const messageId = await casey.type(it.askChannelId, "I can't go on");
    await robin.messageMenu(MENU, messageId);
    await robin.submit({ "What worries you?": "She gave her cat away. Her name is Maria Lopez." });
    await sees(robin, "How you can help");
    await until(() => inDm(robin).includes("call 999 and say what you know"));
    const cards = () =>
      it.discord
        .messages(channelId)
        .filter(({ ephemeralFor }) => ephemeralFor === undefined)
        .map((message) => JSON.stringify(message))
        .join("\n");
    await until(() => cards().includes(`<@${casey.id}>`));
    expect(cards()).not.toMatch(/robin|Calm|cat away/);
    await mo.press("I'm on it", { in: channelId });
    await sees(mo, "She gave her cat away. Her name is [name].");
    expect(screenOf(robin)).not.toContain("cat away. Her name is [name]");
    expect(cards()).not.toContain("cat away. Her");
    expect(screenOf(casey)).not.toMatch(/thought of you|worried about you/);
  });

  test("is for people: on a bot it is refused, and on oneself it brings the lines", async () => {
    await using it = await rig();
    const robin = await join(it);
    const panel = await until(() => it.discord.messages(it.askChannelId).at(0));
    await robin.messageMenu(MENU, panel.id);
    await sees(robin, "must be a person, and this is a bot");
    await robin.userMenu(MENU, robin.id);
    await robin.submit();
    await sees(robin, "If you or someone else is in danger right now, call 999");
    expect(await it.core.db.crisisAlert.count()).toBe(0);
  });

  test("is heard so often a day, and brings the advice even then", async () => {
    await using it = await rig();
    const robin = await join(it);
    for (let one = 0; one <= 5; one += 1) {
      await robin.userMenu(MENU, it.newPerson(`casey${one}`).id);
      await robin.submit();
      await until(() => screenOf(robin).split("How you can help").length > one);
    }
    await sees(robin, "That was too often.");
    expect(await it.core.db.crisisAlert.count()).toBe(5);
  });
});
