import { describe, expect, test } from "vitest";
import { endErasures } from "#core/privacy/end-erasures.ts";
import { answered, ask, join, screenOf, sees, teamCard } from "./patient.ts";
import { type Rig, rig, until } from "./rig.ts";

/** The timers' part, until it is over. */
const ended = (it: Rig): Promise<unknown> =>
  until(async () => {
    await endErasures(it.core);
    return (await it.core.db.erasureReceipt.count({ where: { finishedAt: { not: null } } })) > 0;
  });

describe("somebody who erases their data on Discord", () => {
  test("types their name, and everything goes on both sides; the receipt is the last message, and the bot knows them no more", async () => {
    await using it = await rig();
    const robin = await join(it);
    await answered(it, robin);
    await robin.command("privacy");
    await sees(robin, "Erase my data");
    await robin.press("Erase my data");
    await sees(robin, "What stays, and why");
    await robin.press("Erase everything");
    await robin.submit({ "Type Calm robin": "Robin" });
    await sees(robin, "What you typed is not your name here");
    expect(screenOf(robin)).toContain("Rest and drink water.");
    await robin.press("Try again");
    await robin.submit({ "Type Calm robin": "calm robin" });
    await sees(robin, "Everything of yours is being erased");
    await ended(it);
    await sees(robin, "Your data were erased");
    const screen = screenOf(robin);
    expect(screen).not.toContain("Rest and drink water.");
    expect(screen).toMatch(/Discord, direct messages: \d+ removed/);
    expect(JSON.stringify([...it.team.cards.values()])).not.toMatch(/Calm robin|so tired/);
    expect(it.logged.filter(({ event }) => event.startsWith("discord."))).toEqual([]);

    await robin.command("my");
    await sees(robin, "/start");
    // Whoever joins again is somebody new, with nothing of before.
    await robin.command("start");
    await robin.press("Next");
    await robin.press("Next");
    await robin.press("Join");
    await robin.submit({ "Name here": "Calm robin", Country: "GB", "I am 18 or over": "yes" });
    await sees(robin, "Welcome, Calm robin");
    await ask(robin, "Is this a new start?");
    await robin.press("Send this card");
    await until(() => teamCard(it, "triage")?.number === 2 || it.team.cards.size > 1);
    expect(await it.core.db.member.count({ where: { pseudonym: "Calm robin" } })).toBe(1);
  });
});
