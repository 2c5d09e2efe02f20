import { describe, expect, test } from "vitest";
import { createDiscordBot, type DiscordBot } from "#bots/discord/client.ts";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import type { DiscordPerson } from "#sandbox/discord/person.ts";
import { Secret } from "../../../src/config.ts";
import { type Rig, rig, TOKEN, until } from "./rig.ts";

function screenOf(person: DiscordPerson): string {
  return JSON.stringify(person.screen());
}

function cardsOf(it: Rig): string[] {
  return [...it.team.cards.values()].flatMap((card) => (card.kind === "follow-up" ? [card.text] : []));
}

/** Somebody whose question was answered, so that what they type belongs to it. */
async function answered(it: Rig): Promise<DiscordPerson> {
  const robin = it.newPerson("robin");
  await robin.command("start", {}, { channelId: it.askChannelId });
  await robin.press("Next");
  await robin.press("Next");
  await robin.press("Join");
  await robin.submit({ Country: "GB", "I am 18 or over": "yes" });
  await robin.command("ask", {}, { channelId: it.askChannelId });
  const form = { Topic: "Symptoms", "For whom": "For myself", Age: "30-44" };
  await robin.submit({ "Your question": "Why am I so tired?", ...form });
  await robin.press("Send this card");
  const question = await until(async () => (await it.core.db.question.findFirst()) ?? undefined);
  await claimQuestion(it.core, { actor: it.provider, questionId: question.id });
  const text = { often: "It is often harmless.", can: "", urgent: "", clinician: "" };
  await answerQuestion(it.core, { actor: it.provider, questionId: question.id, text });
  await until(() => screenOf(robin).includes("often harmless"));
  return robin;
}

/** Presses Send on the preview of these words as soon as it is there. */
async function send(robin: DiscordPerson, containing: string): Promise<void> {
  await until(() =>
    robin.press("Send this card", { containing }).then(
      () => true,
      () => false,
    ),
  );
}

/** As after a restart: a new client that knows nothing of the sessions before. */
async function startAgain(it: Rig): Promise<DiscordBot> {
  const bot = createDiscordBot(it.core, { token: new Secret(TOKEN), api: it.discord.apiUrl, speed: 2 });
  await bot.start();
  return bot;
}

describe("what a patient did while the bot was down", () => {
  test("typed: each is shown once before it crosses, in its last words, and what was deleted is not", async () => {
    await using it = await rig();
    const robin = await answered(it);
    await it.bot.stop();
    await robin.type(robin.dm(), "First, it began after lunch");
    const edited = await robin.type(robin.dm(), "Second, it hurts");
    const removed = await robin.type(robin.dm(), "Third, forget this");
    await robin.edit(edited, "Second, it hurts at night");
    await robin.remove(removed);
    const bot = await startAgain(it);
    try {
      await send(robin, "it began after lunch");
      await send(robin, "it hurts at night");
      await until(() => cardsOf(it).length === 2);
      expect(cardsOf(it)).toEqual(["First, it began after lunch", "Second, it hurts at night"]);
      expect(await it.core.db.message.count({ where: { kind: "follow-up" } })).toBe(2);
      expect(screenOf(robin)).not.toContain("forget this");
    } finally {
      await bot.stop();
    }
  });

  test("to what had crossed: an edit is offered as a new version, and a deletion takes the copy away", async () => {
    await using it = await rig();
    const robin = await answered(it);
    const one = await robin.type(robin.dm(), "It began after lunch");
    await send(robin, "It began after lunch");
    const two = await robin.type(robin.dm(), "It hurts at night");
    await send(robin, "It hurts at night");
    await until(() => cardsOf(it).length === 2);
    await it.bot.stop();
    await robin.edit(one, "It began after dinner");
    await robin.remove(two);
    const bot = await startAgain(it);
    try {
      await send(robin, "It began after dinner");
      await until(() => cardsOf(it).join() === "It began after dinner");
      await until(() => screenOf(robin).includes("its copy is being removed too"));
    } finally {
      await bot.stop();
    }
  });

  test("nothing: nothing is said or done again", async () => {
    await using it = await rig();
    const robin = await answered(it);
    await robin.type(robin.dm(), "It began after lunch");
    await send(robin, "It began after lunch");
    await until(() => cardsOf(it).length === 1);
    const before = it.discord.messages(robin.dm()).length;
    await it.bot.stop();
    const bot = await startAgain(it);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await bot.stop();
    expect(it.discord.messages(robin.dm()).length).toBe(before);
    expect(cardsOf(it)).toEqual(["It began after lunch"]);
  });

  test("and what came between two sessions of a running bot is caught up with too", async () => {
    await using it = await rig();
    const robin = await answered(it);
    it.discord.faults.add("discord-invalid-session");
    await robin.type(robin.dm(), "It began after lunch");
    await send(robin, "It began after lunch");
    await until(() => cardsOf(it).length === 1);
  });
});
