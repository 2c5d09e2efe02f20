import { Routes } from "discord.js";
import { describe, expect, test } from "vitest";
import { codeOf, plainRest, rig } from "./rig.ts";

describe("the stand-in refuses what Discord refuses", () => {
  test("an unknown channel, an unknown message, nothing to say, and too much", async () => {
    await using it = await rig();
    const rest = plainRest(it.discord);
    const post = (body: object) => rest.post(Routes.channelMessages(it.channelId), { body });
    expect(await codeOf(rest.post(Routes.channelMessages("1"), { body: { content: "x" } }))).toBe(10003);
    expect(await codeOf(rest.delete(Routes.channelMessage(it.channelId, "1")))).toBe(10008);
    expect(await codeOf(post({ content: " " }))).toBe(50006);
    expect(await codeOf(post({ content: "x".repeat(2001) }))).toBe(50035);
    expect(await codeOf(post({ content: "x", nonce: "n".repeat(26) }))).toBe(50035);
    const embeds = [{ description: "x".repeat(4000) }, { description: "x".repeat(2001) }];
    expect(await codeOf(post({ embeds }))).toBe(50035);
  });

  test("a person whose direct messages are closed", async () => {
    await using it = await rig();
    const rest = plainRest(it.discord);
    const { id } = (await rest.post(Routes.userChannels(), { body: { recipient_id: it.robin.id } })) as {
      id: string;
    };
    it.robin.closeDms();
    expect(await codeOf(rest.post(Routes.channelMessages(id), { body: { content: "hello" } }))).toBe(50007);
    it.robin.openDms();
    await rest.post(Routes.channelMessages(id), { body: { content: "hello" } });
    expect(it.discord.messages(id)).toHaveLength(1);
  });

  test("says a thing once for one enforced nonce, and twice without", async () => {
    await using it = await rig();
    const rest = plainRest(it.discord);
    const post = (body: object) =>
      rest.post(Routes.channelMessages(it.channelId), { body }) as Promise<{ id: string }>;
    const first = await post({ content: "once", nonce: "k", enforce_nonce: true });
    expect((await post({ content: "once", nonce: "k", enforce_nonce: true })).id).toBe(first.id);
    expect((await post({ content: "once", nonce: "k" })).id).not.toBe(first.id);
  });

  test("a fault after storing leaves the message there, and one before does not", async () => {
    await using it = await rig();
    const rest = plainRest(it.discord);
    const post = (content: string) => rest.post(Routes.channelMessages(it.channelId), { body: { content } });
    it.discord.faults.add("discord-500");
    await expect(post("before")).rejects.toThrow();
    it.discord.faults.add("discord-500-after");
    await expect(post("after")).rejects.toThrow();
    it.discord.faults.add("discord-drop-response");
    await expect(post("dropped")).rejects.toThrow();
    expect(it.discord.messages(it.channelId).map(({ content }) => content)).toEqual(["after", "dropped"]);
  });

  test("a message to a forum, and a post without a title, a message or a tag of that forum", async () => {
    await using it = await rig();
    const { guildId } = it.discord.channel(it.channelId);
    const forum = Array.from({ length: 6 }, (_, at) => ({ id: `90${at}`, name: `tag ${at}` }));
    const { channelId } = it.discord.addChannel({ guildId: guildId ?? "", name: "shelf", forum });
    const rest = plainRest(it.discord);
    const message = { content: "hello" };
    const post = (body: object) => rest.post(Routes.threads(channelId), { body }) as Promise<{ id: string }>;
    expect(await codeOf(rest.post(Routes.channelMessages(channelId), { body: message }))).toBe(50008);
    expect(await codeOf(post({ message }))).toBe(50035);
    expect(await codeOf(post({ name: "x".repeat(101), message }))).toBe(50035);
    expect(await codeOf(post({ name: "A title" }))).toBe(50035);
    expect(await codeOf(post({ name: "A title", message: { content: " " } }))).toBe(50006);
    expect(await codeOf(post({ name: "A title", message, applied_tags: ["1"] }))).toBe(50035);
    const all = forum.map(({ id }) => id);
    expect(await codeOf(post({ name: "A title", message, applied_tags: all }))).toBe(50035);
    const { id } = await post({ name: "A title", message, applied_tags: all.slice(0, 5) });
    expect(it.discord.messages(id).map((one) => one.id)).toEqual([id]);
    await rest.patch(Routes.channel(id), { body: { locked: true } });
    await expect(it.robin.type(id, "me too")).rejects.toThrow("a box to write");
    const tags = (names: readonly string[]) =>
      rest.patch(Routes.channel(channelId), { body: { available_tags: names.map((name) => ({ name })) } });
    expect(await codeOf(tags(["x"]))).toBe(50013);
  });
});
