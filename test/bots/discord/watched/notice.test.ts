import { describe, expect, test } from "vitest";
import { createDiscordBot } from "#bots/discord/client.ts";
import { NOTICES } from "#bots/discord/watched/notice.ts";
import { listWatched } from "#core/communities/watched/list-watched.ts";
import { Secret } from "../../../../src/config.ts";
import { join } from "../patient.ts";
import { CONTENT, type Rig, TOKEN, until } from "../rig.ts";
import {
  aWhile,
  chatRig,
  isRead,
  NOW_READ,
  noticesIn,
  pinnedIn,
  READ_NO_MORE,
  unwatch,
  watch,
  watched,
} from "./watched-rig.ts";

const SALES = "Selling two boxes of Mounjaro, DM me";

/** The intents that the bot signed in with, each time. */
const intentsOf = (it: Rig) =>
  it.discord.received
    .flatMap(({ body }) => [...body.matchAll(/"intents":(\d+)/g)])
    .map(([, bits]) => Number(bits));

const asksForContent = (it: Rig) => intentsOf(it).map((bits) => (bits & CONTENT) !== 0);

const states = (it: Rig) => listWatched(it.core, { actor: it.admin, platform: "discord" });
const cases = (it: Rig) => it.core.db.case.count();
const connections = (it: Rig) => it.discord.connections();

test("the notice promises nothing to whoever has not joined: nobody can write to them", () => {
  const { body } = NOTICES.reading;
  expect(body).toContain("gets help in private if they have joined");
  expect(body).toContain("Members who wrote something personal");
});

describe("the intent that watching needs", () => {
  test("is never asked for while no channel is watched, and by itself once one is", async () => {
    await using it = await chatRig({ content: true });
    const guest = it.newPerson("guest");
    await guest.type(it.chatId, SALES);
    await aWhile();
    expect(asksForContent(it)).toEqual([false]);
    expect(await cases(it)).toBe(0);
    await watch(it, it.chatId);
    await isRead(it, it.chatId);
    expect(asksForContent(it)).toEqual([false, true]);
    await until(() => connections(it) === 1);
    expect(await cases(it)).toBe(0);
    await guest.type(it.chatId, SALES);
    await until(async () => (await cases(it)) === 1);
  });

  test("is given up with the last channel, whose notice says that reading is over", async () => {
    await using it = await watched();
    const guest = it.newPerson("guest");
    await unwatch(it, it.chatId);
    await until(() => pinnedIn(it, it.chatId).includes(READ_NO_MORE));
    await until(() => asksForContent(it).at(-1) === false && connections(it) === 1);
    await until(async () => (await states(it)).length === 0);
    await guest.type(it.chatId, SALES);
    await aWhile();
    expect(await cases(it)).toBe(0);
    expect(noticesIn(it, it.chatId)).toEqual([READ_NO_MORE]);
    await watch(it, it.chatId);
    await isRead(it, it.chatId);
    expect(noticesIn(it, it.chatId)).toEqual([NOW_READ]);
    const audit = await it.core.db.auditEntry.findMany({ orderBy: { seq: "asc" } });
    expect(audit.map(({ verb }) => verb).filter((verb) => /watched|reading/.test(verb))).toEqual([
      "channel.watched",
      "reading.began",
      "channel.unwatched",
      "reading.ended",
      "channel.watched",
      "reading.began",
    ]);
  });

  test("where it is off, all else works, no notice claims reading, and it begins when it is switched on", async () => {
    await using it = await chatRig();
    await watch(it, it.chatId);
    await until(async () => (await states(it))[0]?.trouble === "intent");
    const robin = await join(it);
    await robin.type(it.chatId, SALES);
    await aWhile();
    expect(await cases(it)).toBe(0);
    expect(noticesIn(it, it.chatId)).toEqual([]);
    expect(asksForContent(it)).toEqual([false]);
    it.discord.allowIntents(it.applicationId, CONTENT);
    await until(() => pinnedIn(it, it.chatId).includes(NOW_READ), 45_000);
    await isRead(it, it.chatId);
    await robin.type(it.chatId, SALES);
    await until(async () => (await cases(it)) === 1);
  }, 90_000);

  test("refused to a bot that thought it had it (4014): it starts without, and watches nothing", async () => {
    await using it = await chatRig({ start: false, content: true });
    await watch(it, it.chatId);
    // Discord says that it is on, and refuses it all the same.
    it.discord.faults.add("discord-content-refused");
    await it.bot.start();
    await until(async () => (await states(it))[0]?.trouble === "intent");
    expect(asksForContent(it)).toEqual([true, false]);
    expect(it.logged.map(({ event }) => event)).toContain("discord.content_refused");
    expect(noticesIn(it, it.chatId)).toEqual([]);
    // All that members send is read as ever.
    await join(it);
  });

  test("taken away from a running bot: it goes on without, and the notice says so", async () => {
    await using it = await watched();
    it.discord.allowIntents(it.applicationId, 0);
    it.discord.faults.add("discord-invalid-session");
    await until(() => pinnedIn(it, it.chatId).includes(READ_NO_MORE));
    await until(() => asksForContent(it).at(-1) === false && connections(it) === 1);
    expect((await states(it))[0]).toMatchObject({ trouble: "intent", readSince: undefined });
    const robin = await join(it);
    await robin.type(it.chatId, SALES);
    await aWhile();
    expect(await cases(it)).toBe(0);
    let isOver = false;
    void it.bot.signedOut.then(() => {
      isOver = true;
    });
    await aWhile();
    expect(isOver).toBe(false);
  });
});

describe("the notice", () => {
  test("stands once, also after a restart, and says what is done", async () => {
    await using it = await watched();
    await it.bot.stop();
    const bot = createDiscordBot(it.core, { token: new Secret(TOKEN), api: it.discord.apiUrl, speed: 2 });
    await bot.start();
    try {
      await aWhile();
      await aWhile();
      expect(noticesIn(it, it.chatId)).toEqual([NOW_READ]);
      expect(pinnedIn(it, it.chatId)).toEqual([NOW_READ]);
      const [notice] = it.discord.messages(it.chatId);
      const body = notice?.embeds[0]?.description ?? "";
      for (const words of [
        "every message",
        "only what it finds",
        "Nothing is deleted",
        "around the clock",
        "/help-now",
      ])
        expect(body).toContain(words);
    } finally {
      await bot.stop();
    }
  });

  test("that was unpinned or deleted by somebody stands again within seconds", async () => {
    await using it = await watched();
    const [first] = it.discord.messages(it.chatId);
    it.discord.unpin(it.chatId, first?.id ?? "");
    await until(() => pinnedIn(it, it.chatId).includes(NOW_READ));
    expect(noticesIn(it, it.chatId)).toEqual([NOW_READ]);
    it.discord.removeMessage(it.chatId, first?.id ?? "");
    await until(() => pinnedIn(it, it.chatId).includes(NOW_READ));
    expect(noticesIn(it, it.chatId)).toEqual([NOW_READ]);
  });

  test("that cannot be pinned is not posted, and nothing is read", async () => {
    await using it = await chatRig({ content: true });
    const { roles } = it.discord.guild(it.guildId);
    for (const role of roles.values())
      if (role.managed) roles.set(role.id, { ...role, permissions: role.permissions & ~(1n << 51n) });
    await watch(it, it.chatId);
    await until(async () => (await states(it))[0]?.trouble === "rights");
    const guest = it.newPerson("guest");
    await guest.type(it.chatId, SALES);
    await aWhile();
    expect(await cases(it)).toBe(0);
    expect(it.discord.messages(it.chatId).filter(({ embeds }) => embeds.length > 0)).toEqual([]);
  });

  test("a channel of another server is not read, whoever lists it", async () => {
    await using it = await chatRig({ content: true });
    const { guildId } = it.discord.addGuild({ name: "Elsewhere" });
    it.discord.installApplication({ guildId, applicationId: it.applicationId });
    const { channelId } = it.discord.addChannel({ guildId, name: "theirs" });
    await watch(it, channelId);
    await until(async () => (await states(it))[0]?.trouble === "place");
    expect(noticesIn(it, channelId)).toEqual([]);
  });

  test("of a channel that is gone needs no change", async () => {
    await using it = await watched();
    it.discord.setOverwrites(it.chatId, [{ id: it.guildId, type: 0, allow: 0n, deny: 1n << 10n }]);
    await unwatch(it, it.chatId);
    await until(async () => (await it.core.db.watchedChannel.count()) === 0);
    expect(await it.core.db.watchedChannel.count()).toBe(0);
  });
});
