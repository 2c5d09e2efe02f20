import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { ClosingStrategy } from "#bots/discord/closing-strategy.ts";
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

test("a connection that is only half open is cut without an error", async () => {
  const silent = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void silent.close());
  await once(silent, "listening");
  const connection = new WebSocket(`ws://127.0.0.1:${(silent.address() as AddressInfo).port}`);
  const manager = { options: { retrieveSessionInfo: () => null } };
  const strategy = new ClosingStrategy(
    manager as unknown as ConstructorParameters<typeof ClosingStrategy>[0],
  );
  // As the library's shard ends: it listens to its connection no longer, and leaves it as it is.
  const shard = { connection, destroy: async () => connection.removeAllListeners() };
  (strategy as unknown as { shards: Map<number, unknown> }).shards.set(0, shard);
  const [[socket]] = await Promise.all([once(silent, "connection"), sleep(50)]);
  socket.resume();
  await Promise.all([once(socket, "close"), strategy.destroy()]);
  expect(connection.readyState).not.toBe(WebSocket.OPEN);
});
