import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { SandboxClock } from "#sandbox/clock.ts";
import { Gateway } from "./gateway.ts";
import { answerHttp, send } from "./http.ts";
import { channelJson, isThread } from "./json.ts";
import { Limits } from "./limits.ts";
import { removeMessage, tellPinned } from "./messages.ts";
import { DiscordPerson } from "./person.ts";
import {
  addApplication,
  addChannel,
  addGuild,
  addRecord,
  addRole,
  applicationIn,
  guildIn,
  installApplication,
  joinGuild,
  removeApplication,
} from "./scene.ts";
import type { DiscordServer } from "./surface.ts";
import { World } from "./world.ts";

export type { DiscordServer } from "./surface.ts";

/**
 * Starts a Discord on loopback that real clients talk to unmodified; it refuses what Discord refuses. `limits: false`
 * lifts the rate limits and nothing else.
 */
export async function startDiscord({
  port = 0,
  clock,
  limits = true,
}: {
  port?: number;
  clock: SandboxClock;
  seed?: number;
  limits?: boolean;
}): Promise<DiscordServer> {
  const world = new World(clock);
  const bound = { port: 0 };
  const gateway = new Gateway(world, () => `ws://127.0.0.1:${bound.port}/gateway`, limits);
  const api = { world, gateway, limits: new Limits(clock, limits) };
  const server = createServer((request, response) => {
    answerHttp(api, request, response).catch((error: unknown) => {
      if (!request.complete) return; // the app went away while it was still sending
      process.emitWarning(error instanceof Error ? error : String(error));
      send(response, { status: 500, body: { message: "the stand-in failed", code: 0 } });
    });
  });
  server.on("upgrade", (request, socket, head) => gateway.upgrade(request, socket, head));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve());
  });
  bound.port = (server.address() as AddressInfo).port;
  return {
    ...surface(world, gateway),
    apiUrl: `http://127.0.0.1:${bound.port}/api`,
    faults: world.faults,
    stats: world.faults.stats,
    received: world.received.items,
    refusedAsTooMany: () => api.limits.refused,
    async [Symbol.asyncDispose]() {
      world.timers[Symbol.dispose]();
      gateway.dispose();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The part of the server that sets the scene and looks at it. */
function surface(world: World, gateway: Gateway) {
  const people = new Map<string, DiscordPerson>();
  return {
    addApplication: (o) => addApplication(world, o),
    allowIntents(applicationId, allowed) {
      applicationIn(world, applicationId).allowedPrivilegedIntents = allowed;
    },
    revokeToken(applicationId) {
      const application = applicationIn(world, applicationId);
      application.revoked = true;
      gateway.closeAll(application, 4004);
    },
    addGuild: (o) => addGuild(world, o),
    addRole: (o) => addRole(world, o),
    giveRole({ guildId, personId, roleId }) {
      const { rolesOf } = guildIn(world, guildId);
      rolesOf.set(personId, new Set([...(rolesOf.get(personId) ?? []), roleId]));
    },
    installApplication: (o) => installApplication(world, o),
    removeApplication: (o) => removeApplication(world, o),
    addChannel: (o) => ({ channelId: addChannel(world, o).id }),
    removeChannel(channelId) {
      world.channels.delete(channelId);
    },
    setTags(channelId, tags) {
      world.channel(channelId).tags = tags;
    },
    setOverwrites(channelId, overwrites) {
      const channel = world.channel(channelId);
      channel.overwrites = [...overwrites];
      world.dispatchIn(channel, "CHANNEL_UPDATE", channelJson(world, channel));
    },
    setThread(threadId, { archived, locked }) {
      const thread = world.channel(threadId);
      if (archived !== undefined) thread.archived = archived;
      if (locked !== undefined) thread.locked = locked;
      world.dispatchIn(thread, "THREAD_UPDATE", channelJson(world, thread));
    },
    unpin(channelId, messageId) {
      world.message(channelId, messageId).pinned = false;
      tellPinned(world, world.channel(channelId));
    },
    removeMessage: (channelId, messageId) => removeMessage(world, world.message(channelId, messageId)),
    addPerson({ guildIds, moderates = false, ...o }) {
      const record = addRecord(world, { ...o, bot: false });
      for (const guildId of guildIds) joinGuild(world, record, guildId, moderates);
      const person = new DiscordPerson(world, record);
      people.set(record.id, person);
      return person;
    },
    person(id) {
      const person = people.get(id);
      if (person === undefined) throw new Error(`nobody has the id ${id}`);
      return person;
    },
    messages: (channelId) => world.in(channelId),
    channel: (channelId) => world.channel(channelId),
    guild: (guildId) => guildIn(world, guildId),
    channels: (guildId) =>
      [...world.channels.values()].filter((one) => !isThread(one) && one.guildId === guildId),
    threads: (channelId) =>
      [...world.channels.values()].filter((one) => isThread(one) && one.parentId === channelId),
    connections: () => [...gateway.sessions.values()].filter(({ socket }) => socket !== undefined).length,
    onSeen: (listener) => world.onSeen(listener),
  } satisfies Partial<DiscordServer>;
}
