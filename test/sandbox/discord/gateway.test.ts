import { Events, GatewayIntentBits } from "discord.js";
import { describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { bot, plainRest, rig, TOKEN, until } from "./rig.ts";

interface Raw {
  readonly socket: WebSocket;
  readonly frames: { op: number; t?: string; d?: unknown }[];
  closed: number | undefined;
}

/** A client that says what it likes. */
async function raw(apiUrl: string, frames: readonly unknown[], query = "?v=10&encoding=json"): Promise<Raw> {
  const socket = new WebSocket(`${apiUrl.replace("http", "ws").replace("/api", "/gateway")}${query}`);
  const client: Raw = { socket, frames: [], closed: undefined };
  socket.on("message", (data) => client.frames.push(JSON.parse(String(data))));
  socket.on("close", (code) => {
    client.closed = code;
  });
  await new Promise((resolve) => socket.once("open", resolve));
  for (const frame of frames) socket.send(typeof frame === "string" ? frame : JSON.stringify(frame));
  return client;
}

const identify = (more: object = {}) => ({ op: 2, d: { token: TOKEN, intents: 1, shard: [0, 1], ...more } });

describe("a connection is closed", () => {
  const cases: [string, number, unknown[]][] = [
    ["4001 for an unknown opcode", 4001, [{ op: 99, d: null }]],
    ["4002 for what is no JSON", 4002, ["{"]],
    ["4002 for a frame over 4,096 bytes", 4002, [{ op: 1, d: "x".repeat(4096) }]],
    ["4003 when it speaks before it identifies", 4003, [{ op: 3, d: {} }]],
    ["4004 for a wrong token", 4004, [identify({ token: "wrong" })]],
    ["4005 when it identifies twice", 4005, [identify(), identify()]],
    ["4010 for a shard that cannot be", 4010, [identify({ shard: [2, 1] })]],
    ["4013 for intents that do not exist", 4013, [identify({ intents: 2 ** 30 })]],
    ["4014 for a privileged intent that was not granted", 4014, [identify({ intents: 1 << 15 })]],
  ];
  for (const [name, code, frames] of cases)
    test(name, async () => {
      await using it = await rig();
      const client = await raw(it.discord.apiUrl, frames);
      await until(() => client.closed !== undefined);
      expect(client.closed).toBe(code);
    });

  test("4012 for another version", async () => {
    await using it = await rig();
    const client = await raw(it.discord.apiUrl, [], "?v=9");
    await until(() => client.closed !== undefined);
    expect(client.closed).toBe(4012);
  });

  test("4008 after 120 frames in a minute", async () => {
    await using it = await rig({ limits: true });
    const client = await raw(it.discord.apiUrl, Array(121).fill({ op: 1, d: null }));
    await until(() => client.closed !== undefined);
    expect(client.closed).toBe(4008);
  });
});

test("a second identify within 5 s is an invalid session", async () => {
  await using it = await rig({ limits: true });
  await raw(it.discord.apiUrl, [identify()]);
  await until(() => it.discord.connections() === 1);
  const second = await raw(it.discord.apiUrl, [identify()]);
  await until(() => second.frames.some(({ op }) => op === 9));
  expect(second.frames.find(({ op }) => op === 9)?.d).toBe(false);
});

test("after a drop the client resumes and hears what it missed, once", async () => {
  await using it = await rig();
  const heard: string[] = [];
  let resumed = 0;
  await using app = await bot(it.discord, (client) => {
    client.on(Events.MessageCreate, ({ id }) => void heard.push(id));
    client.on(Events.ShardResume, () => {
      resumed += 1;
    });
  });
  it.discord.faults.add("discord-drop");
  const id = await it.robin.type(it.channelId, "while you were away");
  await until(() => resumed === 1 && heard.length > 0);
  expect(heard).toEqual([id]);
  expect(app.client.isReady()).toBe(true);
});

for (const kind of ["discord-reconnect", "discord-invalid-session"] as const)
  test(`${kind}: the client comes back by itself`, async () => {
    await using it = await rig();
    const heard: string[] = [];
    await using app = await bot(it.discord, (client) => {
      client.on(Events.MessageCreate, ({ id }) => void heard.push(id));
    });
    it.discord.faults.add(kind);
    await until(() => it.discord.received.filter(({ body }) => /"op":(2|6)/.test(body)).length >= 2);
    await until(() => it.discord.connections() === 1 && app.client.ws.status === 0);
    const id = await it.robin.type(it.channelId, "back?");
    await until(() => heard.includes(id));
    expect(it.discord.stats[kind]).toBe(1);
  });

test("when heartbeats are not acknowledged the client gives the connection up and resumes", async () => {
  await using it = await rig({ speed: 40 });
  await using _app = await bot(it.discord);
  it.discord.faults.add("discord-zombie");
  await until(() => it.discord.received.some(({ body }) => body.includes('"op":6')), 10_000);
  expect(it.discord.stats["discord-zombie"]).toBe(1);
});

test("without the content intent other people's words arrive blank, on both roads; with it they are there", async () => {
  await using it = await rig({ privileged: 1 << 15 });
  const heard: string[] = [];
  const intents = [GatewayIntentBits.MessageContent];
  {
    await using _app = await bot(it.discord, (client) =>
      client.on(Events.MessageCreate, ({ content }) => void heard.push(content)),
    );
    await it.robin.type(it.channelId, "plain words");
    await it.robin.type(it.channelId, `hello <@${it.botUserId}>`);
    await it.robin.type(it.robin.dm(), "a direct word");
    await until(() => heard.length === 3);
    expect(heard).toEqual(["", `hello <@${it.botUserId}>`, "a direct word"]);
    const read = (await plainRest(it.discord).get(`/channels/${it.channelId}/messages`)) as {
      content: string;
    }[];
    expect(read.map(({ content }) => content)).toEqual([`hello <@${it.botUserId}>`, ""]);
  }
  await using _again = await bot(
    it.discord,
    (client) => client.on(Events.MessageCreate, ({ content }) => void heard.push(content)),
    { intents },
  );
  await it.robin.type(it.channelId, "plain again");
  await until(() => heard.includes("plain again"));
});

test("a duplicate event comes twice with the same id (discord.js itself hides the second message)", async () => {
  await using it = await rig();
  const heard: string[] = [];
  await using _app = await bot(it.discord, (client) =>
    client.on(Events.Raw, (packet: { t: string; d: { id: string } }) => {
      if (packet.t === "MESSAGE_CREATE") heard.push(packet.d.id);
    }),
  );
  it.discord.faults.add("discord-duplicate-event", { person: it.robin.id });
  const id = await it.robin.type(it.channelId, "twice");
  await until(() => heard.length === 2);
  expect(heard).toEqual([id, id]);
});

test("channels, servers and members come and go for the client", async () => {
  await using it = await rig();
  await using app = await bot(it.discord);
  const { channelId } = it.discord.addChannel({ guildId: it.guildId, name: "later" });
  await until(() => app.client.channels.cache.has(channelId));
  const hidden = it.discord.addChannel({ guildId: it.guildId, name: "staff", hiddenFromEveryone: true });
  const { guildId } = it.discord.addGuild({ name: "Second" });
  it.discord.installApplication({ guildId, applicationId: it.applicationId });
  await until(() => app.client.guilds.cache.has(guildId));
  expect(app.client.channels.cache.has(hidden.channelId)).toBe(false);
  it.discord.removeApplication({ guildId, applicationId: it.applicationId });
  await until(() => !app.client.guilds.cache.has(guildId));
});
