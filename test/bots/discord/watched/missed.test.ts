import { REST } from "discord.js";
import { expect, test } from "vitest";
import { Watch } from "#bots/discord/watched/keep-watch.ts";
import { TOKEN, until } from "../rig.ts";
import { type WatchedRig, watched } from "./watched-rig.ts";

const DANGER = "I want to kill myself tonight";
const LINE = { hasContent: () => true, isOpen: () => true, reconnect: async () => true };

const restOf = (it: WatchedRig) => new REST({ api: it.discord.apiUrl, retries: 0 }).setToken(TOKEN);

test("a session that begins while a gap is read back is a gap of its own", async () => {
  await using it = await watched();
  const guest = it.newPerson("guest");
  await it.bot.stop();
  const first = await guest.type(it.chatId, "Good morning");
  let second = "";
  const heard: string[] = [];
  const watch = new Watch({
    core: it.core,
    rest: restOf(it),
    line: LINE,
    async hear({ messageId }) {
      heard.push(messageId);
      if (heard.length === 1) {
        second = await guest.type(it.chatId, "Good evening");
        watch.beganAnew();
      }
      return true;
    },
  });
  await watch.poll();
  await watch.poll();
  expect(heard).toEqual([first, first, second]);
  await watch.poll();
  expect(heard.length).toBe(3);
});

test("danger that could not be stored is looked at again until it is, however often that fails", async () => {
  await using it = await watched();
  const guest = it.newPerson("guest");
  const { core } = it;
  const { create } = core.db.arrival;
  let fails = 0;
  // What a database says that is away for a while.
  Object.assign(core.db.arrival, {
    create(input: Parameters<typeof create>[0]) {
      fails += 1;
      return fails <= 5 ? Promise.reject(new Error("the database is away")) : create(input);
    },
  });
  await guest.type(it.chatId, DANGER);
  await until(async () => (await core.db.crisisAlert.count()) === 1);
  expect(fails).toBe(6);
});
