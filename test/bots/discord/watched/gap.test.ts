import { describe, expect, test } from "vitest";
import { createDiscordBot, type DiscordBot } from "#bots/discord/client.ts";
import { Secret } from "../../../../src/config.ts";
import { join } from "../patient.ts";
import { TOKEN, until } from "../rig.ts";
import { aWhile, database, direct, isRead, unwatch, type WatchedRig, watch, watched } from "./watched-rig.ts";

const DANGER = "I want to kill myself tonight";
const SALES = "Selling two boxes of Mounjaro, DM me";

/** As after a restart: a new client that knows nothing of the sessions before. */
async function startAgain(it: WatchedRig): Promise<DiscordBot> {
  const bot = createDiscordBot(it.core, { token: new Secret(TOKEN), api: it.discord.apiUrl, speed: 2 });
  await bot.start();
  return bot;
}

const handled = (it: WatchedRig) =>
  it.core.db.arrival.count({ where: { kind: "post-found", state: "handled" } });

describe("what was posted in a watched channel while the bot was down", () => {
  test("is looked at afterwards: new, edited, and in an open thread; what was heard before makes nothing new", async () => {
    await using it = await watched();
    const robin = await join(it);
    const guest = it.newPerson("guest");
    const thread = await guest.startThread(it.chatId, "Sleep");
    const secret = await guest.startThread(it.chatId, "Us two", { isPrivate: true });
    await guest.type(it.chatId, SALES);
    const old = await guest.type(it.chatId, "Good morning");
    await until(async () => (await handled(it)) === 1);
    await it.bot.stop();
    await robin.type(it.chatId, DANGER);
    await guest.edit(old, "Now selling leftover insulin");
    await guest.type(thread, "Selling my old pump, DM me");
    await guest.type(secret, "Selling my other pump, DM me");
    await guest.type(it.chatId, "The weather is nice");
    const bot = await startAgain(it);
    try {
      await until(async () => (await handled(it)) === 4);
      await until(async () => (await it.core.db.delivery.count({ where: { kind: "crisis-support" } })) === 1);
      await aWhile();
      expect(await handled(it)).toBe(4);
      expect(await it.core.db.case.count()).toBe(3);
      expect(await it.core.db.crisisAlert.count()).toBe(1);
    } finally {
      await bot.stop();
    }
  });

  test("is looked at after a session that could not be resumed, too", async () => {
    await using it = await watched();
    const guest = it.newPerson("guest");
    it.discord.faults.add("discord-invalid-session");
    await guest.type(it.chatId, SALES);
    await until(async () => (await handled(it)) === 1);
    expect(await it.core.db.case.count()).toBe(1);
  });

  test("is not looked at where it was not watched meanwhile, or before it was first", async () => {
    await using it = await watched();
    const guest = it.newPerson("guest");
    await unwatch(it, it.chatId);
    await until(async () => (await it.core.db.watchedChannel.count()) === 0);
    await guest.type(it.chatId, SALES);
    await aWhile();
    await watch(it, it.chatId);
    await isRead(it, it.chatId);
    await aWhile();
    expect(await handled(it)).toBe(0);
    await guest.type(it.chatId, SALES);
    await until(async () => (await handled(it)) === 1);
  });

  test("leaves no trace where nothing is found", async () => {
    await using it = await watched();
    const robin = await join(it);
    await it.bot.stop();
    await robin.type(it.chatId, "Good morning, did anybody sleep?");
    const before = await database(it.core);
    const bot = await startAgain(it);
    await aWhile();
    await aWhile();
    await bot.stop();
    expect(await database(it.core)).toEqual(before);
    expect(direct(robin)).not.toContain("Others can read");
  });
});
