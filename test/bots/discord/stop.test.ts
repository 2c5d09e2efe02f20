import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { rig, until } from "./rig.ts";

/** discord.js waits 500 ms of real time before it connects again. */
const WAITS_MS = 500;

test("a bot that is stopped while it waits to reconnect stays away", async () => {
  await using it = await rig();
  await until(() => it.discord.connections() === 1);
  it.discord.faults.add("discord-drop");
  await until(() => it.discord.connections() === 0);
  await sleep(WAITS_MS / 5);
  await it.bot.stop();
  await sleep(WAITS_MS * 2);
  expect(it.discord.connections()).toBe(0);
});

test("a bot that is stopped at any moment of reconnecting holds no connection", async () => {
  await using it = await rig();
  await until(() => it.discord.connections() === 1);
  it.discord.faults.add("discord-drop");
  await until(() => it.discord.connections() === 0);
  await sleep(WAITS_MS);
  await it.bot.stop();
  await sleep(WAITS_MS * 2);
  expect(it.discord.connections()).toBe(0);
});
