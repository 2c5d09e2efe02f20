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
});
