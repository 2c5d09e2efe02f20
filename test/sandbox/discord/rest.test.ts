import { RateLimitError } from "discord.js";
import { describe, expect, test } from "vitest";
import { codeOf, plainRest, rig, until } from "./rig.ts";

const row = (...parts: object[]) => ({ type: 1, components: parts });
const button = (id: string, more: object = {}) => ({ type: 2, style: 1, label: id, custom_id: id, ...more });
const select = (count: number, more: object = {}) => ({
  type: 3,
  custom_id: "s",
  options: Array.from({ length: count }, (_, index) => ({ label: `o${index}`, value: `o${index}` })),
  ...more,
});
const V2 = 1 << 15;

describe("a message is refused with 50035", () => {
  const cases: Record<string, object> = {
    "over 2,000 characters": { content: "x".repeat(2001) },
    "with 11 embeds": { embeds: Array(11).fill({ title: "t" }) },
    "with a title of 257": { embeds: [{ title: "x".repeat(257) }] },
    "with a description of 4,097": { embeds: [{ description: "x".repeat(4097) }] },
    "with 26 fields": { embeds: [{ fields: Array(26).fill({ name: "n", value: "v" }) }] },
    "with an empty field value": { embeds: [{ fields: [{ name: "n", value: "" }] }] },
    "with over 6,000 characters in its embeds": { embeds: Array(2).fill({ description: "x".repeat(3001) }) },
    "with six rows": { components: Array.from({ length: 6 }, (_, index) => row(button(`b${index}`))) },
    "with six buttons in a row": {
      components: [row(...Array.from({ length: 6 }, (_, i) => button(`b${i}`)))],
    },
    "with a select beside a button": { components: [row(select(1), button("b"))] },
    "with 26 options": { components: [row(select(26))] },
    "with an empty custom id": { components: [row(button("", { label: "x" }))] },
    "with the same custom id twice": { components: [row(button("a")), row(button("a"))] },
    "with a label of 81": { components: [row(button("a", { label: "x".repeat(81) }))] },
    "with a link without address": { components: [row({ type: 2, style: 5, label: "go" })] },
    "with a nonce of 26": { content: "x", nonce: "x".repeat(26) },
    "with parse and a list of the same kind": {
      content: "x",
      allowed_mentions: { parse: ["users"], users: ["1"] },
    },
    "with the private flag": { content: "x", flags: 64 },
    "with content beside components V2": {
      content: "x",
      flags: V2,
      components: [{ type: 10, content: "y" }],
    },
    "with 41 components": { flags: V2, components: Array(41).fill({ type: 10, content: "y" }) },
    "with a container outside V2": { components: [{ type: 17, components: [{ type: 10, content: "y" }] }] },
    "with a section without accessory": {
      flags: V2,
      components: [{ type: 9, components: [{ type: 10, content: "y" }] }],
    },
  };
  for (const [name, body] of Object.entries(cases))
    test(name, async () => {
      await using it = await rig();
      const post = plainRest(it.discord).post(`/channels/${it.channelId}/messages`, { body });
      expect(await codeOf(post)).toBe(50035);
      expect(it.discord.messages(it.channelId)).toEqual([]);
    });
});

test("what discord.js always sends, and all that fits the limits, is taken", async () => {
  await using it = await rig();
  const rest = plainRest(it.discord);
  for (const body of [
    { content: "x".repeat(2000), tts: false, enforce_nonce: false },
    { embeds: [{ title: "t", description: "x".repeat(4096) }], components: [row(select(25))] },
    {
      flags: V2,
      components: [
        { type: 17, components: [{ type: 10, content: "head" }, { type: 14 }, row(button("b"))] },
        { type: 9, components: [{ type: 10, content: "in a section" }], accessory: button("c") },
      ],
    },
  ])
    await rest.post(`/channels/${it.channelId}/messages`, { body });
  expect(it.seen.at(-1)?.text).toBe("head\nin a section\n[b] [c]");
});

test("an empty message is 50006, a broken body 50109, an unknown place 10003, an unknown message 10008", async () => {
  await using it = await rig();
  const rest = plainRest(it.discord);
  const messages = `/channels/${it.channelId}/messages` as const;
  expect(await codeOf(rest.post(messages, { body: { content: " " } }))).toBe(50006);
  expect(await codeOf(rest.post("/channels/1/messages", { body: { content: "x" } }))).toBe(10003);
  expect(await codeOf(rest.patch(`${messages}/1`, { body: { content: "x" } }))).toBe(10008);
  const theirs = await it.robin.type(it.channelId, "mine");
  expect(await codeOf(rest.patch(`${messages}/${theirs}`, { body: { content: "x" } }))).toBe(50005);
  const raw = rest.post(messages, {
    body: "{",
    passThroughBody: true,
    headers: { "content-type": "application/json" },
  });
  expect(await codeOf(raw)).toBe(50109);
});

test("an enforced nonce gives the message that stands for three minutes, then a new one; without it, always a new one", async () => {
  await using it = await rig();
  const rest = plainRest(it.discord);
  const post = async (body: object) =>
    (
      (await rest.post(`/channels/${it.channelId}/messages`, {
        body: { content: "x", nonce: "n", ...body },
      })) as { id: string }
    ).id;
  const first = await post({ enforce_nonce: true });
  expect(await post({ enforce_nonce: true, content: "other" })).toBe(first);
  expect(await post({})).not.toBe(first);
  it.clock.advance(181_000);
  expect(await post({ enforce_nonce: true, nonce: "n" })).not.toBe(first);
  expect(it.discord.messages(it.channelId)).toHaveLength(3);
});

test("history by after, before, around and limit; nothing, and no error, without the right to read it", async () => {
  await using it = await rig();
  const rest = plainRest(it.discord);
  const ids: string[] = [];
  for (let index = 0; index < 7; index += 1) ids.push(await it.robin.type(it.channelId, `m${index}`));
  const read = async (query: string) =>
    (
      (await rest.get(`/channels/${it.channelId}/messages`, { query: new URLSearchParams(query) })) as {
        id: string;
      }[]
    ).map(({ id }) => ids.indexOf(id));
  expect(await read("limit=3")).toEqual([6, 5, 4]);
  expect(await read(`after=${ids[1]}&limit=2`)).toEqual([3, 2]);
  expect(await read(`before=${ids[2]}`)).toEqual([1, 0]);
  expect(await read(`around=${ids[3]}&limit=3`)).toEqual([4, 3, 2]);
  expect(await codeOf(read("limit=101"))).toBe(50035);
  it.discord.faults.add("discord-no-history");
  expect(await read("limit=3")).toEqual([]);
  it.discord.setOverwrites(it.channelId, [{ id: it.botUserId, type: 1, allow: 0n, deny: 1n << 16n }]);
  expect(await read("limit=3")).toEqual([]);
});

test("permissions: hidden is 50001, silent 50013, embeds vanish, pings need the right, others' messages stay", async () => {
  await using it = await rig();
  const rest = plainRest(it.discord);
  const deny = (bit: bigint) =>
    it.discord.setOverwrites(it.channelId, [{ id: it.botUserId, type: 1, allow: 0n, deny: bit }]);
  const messages = `/channels/${it.channelId}/messages` as const;
  const post = (body: object) => rest.post(messages, { body });
  const theirs = await it.robin.type(it.channelId, "mine");
  deny(1n << 10n);
  expect(await codeOf(post({ content: "x" }))).toBe(50001);
  deny(1n << 11n);
  expect(await codeOf(post({ content: "x" }))).toBe(50013);
  deny(1n << 13n);
  expect(await codeOf(rest.delete(`${messages}/${theirs}`))).toBe(50013);
  deny(1n << 51n);
  expect(await codeOf(rest.put(`/channels/${it.channelId}/pins/${theirs}`))).toBe(50013);
  deny(1n << 14n);
  await post({ content: "with", embeds: [{ title: "gone" }] });
  expect(it.discord.messages(it.channelId).at(-1)?.embeds).toEqual([]);
  deny(0n);
  await post({ content: `@everyone <@${it.robin.id}>` });
  expect(it.discord.messages(it.channelId).at(-1)?.pinged).toEqual([it.robin.id]);
  await post({ content: `@everyone <@${it.robin.id}>`, allowed_mentions: { parse: [] } });
  expect(it.discord.messages(it.channelId).at(-1)?.pinged).toEqual([]);
  const hidden = it.discord.addChannel({ guildId: it.guildId, name: "staff", hiddenFromEveryone: true });
  expect(await codeOf(rest.get(`/channels/${hidden.channelId}`))).toBe(50001);
  expect(it.robin.screen().map(({ channelId }) => channelId)).not.toContain(hidden.channelId);
});

test("direct messages: closed or blocked is 50007 on sending, and no server in common 50278", async () => {
  await using it = await rig();
  const rest = plainRest(it.discord);
  const { id } = (await rest.post("/users/@me/channels", { body: { recipient_id: it.robin.id } })) as {
    id: string;
  };
  const post = () => rest.post(`/channels/${id}/messages`, { body: { content: "x" } });
  await post();
  it.robin.closeDms();
  expect(await codeOf(post())).toBe(50007);
  it.robin.openDms();
  it.robin.block(it.botUserId);
  expect(await codeOf(post())).toBe(50007);
  it.robin.unblock(it.botUserId);
  it.discord.faults.add("discord-dm-closed", { person: it.robin.id });
  expect(await codeOf(post())).toBe(50007);
  await post();
  it.robin.leave(it.guildId);
  expect(await codeOf(post())).toBe(50278);
});

test("private threads: who sees them, 50083 when archived, 160005 when locked, and waking", async () => {
  await using it = await rig();
  const mod = it.discord.addPerson({ name: "mo", guildIds: [it.guildId], moderates: true });
  const kim = it.discord.addPerson({ name: "kim", guildIds: [it.guildId] });
  const rest = plainRest(it.discord);
  const body = { name: "private", type: 12, invitable: false };
  const { id } = (await rest.post(`/channels/${it.channelId}/threads`, { body })) as { id: string };
  await rest.put(`/channels/${id}/thread-members/${it.robin.id}`);
  const post = () => rest.post(`/channels/${id}/messages`, { body: { content: "x" } });
  await post();
  expect(it.seen.at(-1)?.viewers).toEqual(expect.arrayContaining([it.robin.id, mod.id]));
  expect(it.seen.at(-1)?.viewers).not.toContain(kim.id);
  it.discord.setThread(id, { archived: true });
  expect(await codeOf(post())).toBe(50083);
  expect(await codeOf(rest.put(`/channels/${id}/thread-members/${kim.id}`))).toBe(50083);
  await rest.patch(`/channels/${id}`, { body: { archived: false } });
  await post();
  it.discord.faults.add("discord-thread-archived");
  expect(await codeOf(post())).toBe(50083);
  it.discord.setOverwrites(it.channelId, [{ id: it.botUserId, type: 1, allow: 0n, deny: 1n << 34n }]);
  await rest.patch(`/channels/${id}`, { body: { archived: false } });
  it.discord.setThread(id, { locked: true });
  expect(await codeOf(post())).toBe(160005);
  expect(await codeOf(rest.patch(`/channels/${id}`, { body: { locked: false } }))).toBe(50013);
  await rest.delete(`/channels/${id}/thread-members/@me`).catch(() => undefined);
});

test("timeouts and roles need their permissions", async () => {
  await using it = await rig();
  const rest = plainRest(it.discord);
  const { roleId } = it.discord.addRole({ guildId: it.guildId, name: "Patient" });
  const member = `/guilds/${it.guildId}/members/${it.robin.id}` as const;
  const until28 = { communication_disabled_until: new Date(it.clock.now() + 60_000).toISOString() };
  expect(await codeOf(rest.patch(member, { body: until28 }))).toBe(50013);
  expect(await codeOf(rest.put(`${member}/roles/${roleId}`))).toBe(50013);
  const { guildId } = it.discord.addGuild({ name: "Strict" });
  const kim = it.discord.addPerson({ name: "kim", guildIds: [guildId] });
  it.discord.installApplication({ guildId, applicationId: it.applicationId, permissions: 1n << 3n });
  const tooLong = { communication_disabled_until: new Date(it.clock.now() + 29 * 86_400_000).toISOString() };
  expect(await codeOf(rest.patch(`/guilds/${guildId}/members/${kim.id}`, { body: tooLong }))).toBe(50035);
  await rest.patch(`/guilds/${guildId}/members/${kim.id}`, { body: until28 });
  const { channelId } = it.discord.addChannel({ guildId, name: "general" });
  await expect(kim.type(channelId, "may I?")).rejects.toThrow("does not see");
});

test("five sends in five seconds for each channel, told in the headers; the sixth is a 429 that says how long", async () => {
  await using it = await rig({ limits: true });
  const other = it.discord.addChannel({ guildId: it.guildId, name: "other" });
  const post = (channelId: string) =>
    fetch(`${it.discord.apiUrl}/v10/channels/${channelId}/messages`, {
      method: "POST",
      headers: { authorization: "Bot token-of-the-rig", "content-type": "application/json" },
      body: JSON.stringify({ content: "x" }),
    });
  const answers: Response[] = [];
  for (let index = 0; index < 6; index += 1) answers.push(await post(it.channelId));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
  expect(answers.map(({ headers }) => headers.get("x-ratelimit-remaining"))).toEqual([
    "4",
    "3",
    "2",
    "1",
    "0",
    "0",
  ]);
  const [last] = answers.slice(-1);
  if (last === undefined) throw new Error("nothing was answered");
  expect(last.headers.get("x-ratelimit-scope")).toBe("user");
  const told = (await last.json()) as { retry_after: number };
  expect(told.retry_after).toBeGreaterThan(0);
  expect((await post(other.channelId)).status).toBe(200);
});

describe("faults of sending", () => {
  const body = { content: "x", nonce: "n", enforce_nonce: true };
  test("429 with its scope, and 500 before storing, store nothing", async () => {
    await using it = await rig();
    const rest = plainRest(it.discord);
    const post = () => rest.post(`/channels/${it.channelId}/messages`, { body });
    it.discord.faults.add("discord-429", { retryAfter: 0.3, scope: "shared" });
    const refused = await post().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RateLimitError);
    it.discord.faults.add("discord-500");
    await expect(post()).rejects.toMatchObject({ status: 500 });
    it.discord.faults.add("discord-html");
    await expect(post()).rejects.toMatchObject({ status: 502 });
    expect(it.discord.messages(it.channelId)).toEqual([]);
    expect(it.discord.stats).toMatchObject({ "discord-429": 1, "discord-500": 1, "discord-html": 1 });
  });

  for (const kind of ["discord-500-after", "discord-drop-response"] as const)
    test(`${kind}: fails for the client, and the message stands once when it tries again`, async () => {
      await using it = await rig();
      const rest = plainRest(it.discord);
      it.discord.faults.add(kind);
      await expect(rest.post(`/channels/${it.channelId}/messages`, { body })).rejects.toThrow();
      await rest.post(`/channels/${it.channelId}/messages`, { body });
      expect(it.discord.messages(it.channelId)).toHaveLength(1);
    });

  test("late: the client gave up, and the message stands afterwards", async () => {
    await using it = await rig();
    it.discord.faults.add("discord-late", { lateMs: 150 });
    const rest = plainRest(it.discord, { timeout: 50 });
    await expect(rest.post(`/channels/${it.channelId}/messages`, { body })).rejects.toThrow();
    await until(() => it.discord.messages(it.channelId).length === 1);
  });

  test("at random, with the same seed, the same calls are hit", async () => {
    const run = async () => {
      await using it = await rig();
      it.discord.faults.random({ seed: 3, rates: { e500Before: 0.3 } });
      const outcomes: boolean[] = [];
      for (let index = 0; index < 20; index += 1)
        outcomes.push(
          await plainRest(it.discord)
            .post(`/channels/${it.channelId}/messages`, { body: { content: "x" } })
            .then(
              () => true,
              () => false,
            ),
        );
      return outcomes;
    };
    const first = await run();
    expect(first).toContain(false);
    expect(first).toContain(true);
    expect(await run()).toEqual(first);
  });

  test("a revoked token is 401", async () => {
    await using it = await rig();
    it.discord.revokeToken(it.applicationId);
    await expect(plainRest(it.discord).get("/users/@me")).rejects.toMatchObject({ status: 401 });
  });
});
