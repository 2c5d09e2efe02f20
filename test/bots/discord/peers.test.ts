import { describe, expect, test } from "vitest";
import { closeDue } from "#core/peers/pairs/close-due.ts";
import { lookDue } from "#core/peers/pairs/look-due.ts";
import type { DiscordPerson } from "#sandbox/discord/person.ts";
import { inThread, join, screenOf, sees, threadOf } from "./patient.ts";
import { type Rig, rig, until } from "./rig.ts";

const DAY_MS = 24 * 3_600_000;

/** Somebody joins and lets themselves be matched, by everything that they choose on the screen. */
async function matched(it: Rig, name: string, more: Record<string, string> = {}): Promise<DiscordPerson> {
  const person = await join(it, name);
  await person.command("connect");
  await sees(person, "Nothing is chosen for you");
  await person.press("What I share");
  expect(person.form?.fields.map(({ value }) => value)).toEqual(["", "", "", "", ""]);
  await person.submit({
    "What you would like to talk about": "Injections or infusions; Pain",
    "Where you are with it": "Newly diagnosed",
    ...more,
  });
  await sees(person, "What I share: Injections or infusions · Pain · Newly diagnosed");
  await person.press("When and how often");
  await person.submit({
    "How often would you like to write?": "About once a week",
    "When?": "Weekday evenings; Weekends",
    "Where in the world?": "Europe or Africa",
  });
  await person.press("Match me");
  await sees(person, "on; I look for somebody once a day");
  return person;
}

async function offered(it: Rig): Promise<{ robin: DiscordPerson; wren: DiscordPerson }> {
  const robin = await matched(it, "robin", { "Your life now": "Living alone" });
  const wren = await matched(it, "wren", { "Your age": "60-74" });
  await lookDue(it.core);
  for (const person of [robin, wren]) await sees(person, "Somebody here may be like you");
  return { robin, wren };
}

const threadsIn = (it: Rig) => it.discord.threads(it.askChannelId);

describe("two patients on Discord", () => {
  test("see what both chose, both say yes, and talk in a private thread that nobody else is in", async () => {
    await using it = await rig();
    const { robin, wren } = await offered(it);
    const other = await join(it, "sam");
    expect(screenOf(robin)).toContain("You both chose: Injections or infusions · Pain · Newly diagnosed");
    expect(screenOf(robin)).not.toMatch(/wren|60-74 ·|Calm wren/);
    expect(screenOf(wren)).not.toMatch(/robin|You both chose:[^"]*Living alone/);
    await robin.press("Yes, say hello");
    await sees(robin, "If they say yes too");
    expect(threadsIn(it)).toEqual([]);
    await Promise.all([wren.press("Yes, say hello"), wren.press("Yes, say hello")]);
    for (const person of [robin, wren]) await until(() => inThread(person).includes("Hello, you two"));
    expect(inThread(robin)).toContain("Calm robin and Calm wren");
    expect(robin.screen().find(({ place }) => place === "thread")?.channel).toMatch(
      /^Two of you 1 \([0-9a-f]{8}\)$/,
    );
    expect(inThread(other)).toBe("[]");
    await robin.type(threadOf(robin), "Hello! How long have you had it?");
    await until(() => inThread(wren).includes("How long have you had it?"));
    expect(inThread(robin)).not.toContain("I don't read what is typed here");
    expect(threadsIn(it)).toHaveLength(1);

    await robin.press("Leave quietly");
    await until(() => inThread(robin) === "[]");
    expect(inThread(wren)).toContain("Hello, you two");
    expect(screenOf(wren)).not.toContain("has ended");
    it.clock.advance(2 * DAY_MS);
    await closeDue(it.core);
    await until(() => inThread(wren).includes("This pair has ended"));
    expect(it.logged.filter(({ event }) => event.startsWith("discord."))).toEqual([]);
  });

  test("of whom one says no: nothing is ever said to the other", async () => {
    await using it = await rig();
    const { robin, wren } = await offered(it);
    await robin.press("Not now");
    await sees(robin, "They are not told.");
    await until(() => screenOf(robin).includes("This offer is closed for you."));
    await wren.press("Yes, say hello");
    await sees(wren, "If they say yes too");
    await until(() => screenOf(wren).includes("You said yes."));
    expect(screenOf(wren)).not.toMatch(/closed for you|said no/);
    it.clock.advance(8 * DAY_MS);
    await closeDue(it.core);
    await until(() => screenOf(wren).includes("This offer is over"));
    expect(threadsIn(it)).toEqual([]);
  });

  test("whose thread was opened and whose answer was lost get no second one", async () => {
    await using it = await rig();
    const { robin, wren } = await offered(it);
    it.discord.faults.add("discord-drop-response", { method: "POST", path: "/threads" });
    await robin.press("Yes, say hello");
    await wren.press("Yes, say hello");
    for (const person of [robin, wren])
      await until(() => inThread(person).includes("Hello, you two"), 30_000);
    expect(threadsIn(it)).toHaveLength(1);
  });

  test("who are quiet see what they share behind Show; the report goes to the moderators", async () => {
    await using it = await rig();
    const robin = await matched(it, "robin");
    const wren = await matched(it, "wren");
    await it.core.db.member.updateMany({ data: { quiet: true } });
    await lookDue(it.core);
    await sees(robin, "Press Show to see what you both chose.");
    expect(screenOf(robin)).not.toContain("You both chose: Inj");
    await robin.press("Show");
    await sees(robin, "You both chose: Injections");
    await robin.press("Yes, say hello");
    await wren.press("Show");
    await wren.press("Yes, say hello");
    await until(() => inThread(robin).includes("Hello, you two"));
    await robin.press("Report");
    await robin.submit({ "What is wrong?": "They try to sell a cure." });
    await sees(robin, "Thank you. A moderator will look.");
    const about = await it.core.db.case.findFirst({ where: { subjectKind: "member", onlyLeads: true } });
    expect(about).not.toBeNull();
  });

  test("become friends when both press it; one tells the other how it is; a block ends it for every account", async () => {
    await using it = await rig();
    const { robin, wren } = await offered(it);
    for (const person of [robin, wren]) await person.press("Yes, say hello");
    for (const person of [robin, wren]) await until(() => inThread(person).includes("Hello, you two"));
    await robin.press("Add as friend");
    await sees(robin, "Until then they are not told.");
    expect(screenOf(wren)).not.toContain("You have a new friend here");
    await wren.press("Add as friend");
    for (const person of [robin, wren]) await sees(person, "You have a new friend here");
    await robin.command("update");
    await robin.submit({ "How are you?": "Home again. Call me on 020 7946 0958." });
    await sees(robin, "~~020 7946 0958~~");
    await robin.press("Edit");
    expect(robin.form?.fields.map(({ value }) => value)).toEqual(["Home again. Call me on 020 7946 0958."]);
    await robin.submit({ "How are you?": "Home again. Call me on 020 7946 0958." });
    await sees(robin, "~~020 7946 0958~~");
    expect(screenOf(wren)).not.toContain("Home again");
    await Promise.all([robin.press("Send to my friends"), robin.press("Send to my friends")]);
    await sees(wren, "Home again. Call me on [phone number].");
    await wren.press("Thinking of you");
    await sees(robin, "Calm wren: Thinking of you");
    await until(() => screenOf(wren).includes("You answered: Thinking of you."));

    await wren.userMenu("Block", robin.id, { channelId: it.askChannelId });
    await sees(wren, "Block this person?");
    await wren.press("Yes, block");
    await until(() => inThread(wren) === "[]");
    expect(screenOf(robin)).not.toMatch(/has ended|blocked/i);
    await robin.command("update");
    await robin.submit({ "How are you?": "Are you there?" });
    await sees(robin, "No friends here yet");
    await wren.command("blocks");
    await sees(wren, `<@${robin.id}>`);
    expect(screenOf(wren)).not.toMatch(/you blocked[^"]*Calm robin/);
    expect(it.logged.filter(({ event }) => event.startsWith("discord."))).toEqual([]);
  });
});
