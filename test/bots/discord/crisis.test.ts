import { describe, expect, test } from "vitest";
import { actorOf } from "#bots/discord/actor.ts";
import { createCommunity } from "#core/communities/create-community.ts";
import { linkChannel } from "#core/communities/link-channel.ts";
import { linkSpace } from "#core/communities/link-space.ts";
import { join as joinHere } from "#core/members/join.ts";
import { CONSENT_VERSION } from "#core/members/joining-text.ts";
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
