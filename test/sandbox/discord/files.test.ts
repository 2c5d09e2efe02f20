import { type Interaction, MessageFlags, Routes, SlashCommandBuilder } from "discord.js";
import { describe, expect, test } from "vitest";
import { bot, codeOf, plainRest, rig, until } from "./rig.ts";

const GO = new SlashCommandBuilder().setName("go").setDescription("Go");
const MIB = 1024 * 1024;
const file = (name: string, size: number) => ({ name, data: Buffer.alloc(size, "x") });

describe("files", () => {
  test("come with the answer to a press, for whoever pressed alone, and open with what is in them", async () => {
    await using it = await rig();
    const sam = it.discord.addPerson({ name: "sam", guildIds: [it.guildId] });
    const failures: unknown[] = [];
    const answer = async (one: Interaction) => {
      if (!one.isChatInputCommand()) return;
      await one.deferReply({ flags: MessageFlags.Ephemeral });
      expect(one.attachmentSizeLimit).toBe(10 * MIB);
      const page = Buffer.from("<title>no</title><p>for &lt;you&gt;</p>");
      await one.editReply({ files: [{ attachment: page, name: "page.html" }] });
    };
    await using app = await bot(it.discord, (client) =>
      client.on("interactionCreate", (one) => void answer(one).catch((error) => failures.push(error))),
    );
    await app.client.application.commands.set([GO]);
    await it.robin.command("go");
    await until(() => JSON.stringify(it.robin.screen()).includes("(file: page.html, 1 kB)"));
    expect(it.robin.open("page.html")).toContain("&lt;you&gt;");
    expect(it.seen.at(-1)).toMatchObject({ place: "private", viewers: [it.robin.id], text: "for <you>" });
    expect(() => sam.open("page.html")).toThrow("does not see a file");
    expect(failures).toEqual([]);
  });

  test("are refused where one is larger than 10 MiB, or there are more than ten", async () => {
    await using it = await rig();
    const rest = plainRest(it.discord);
    const send = (files: ReturnType<typeof file>[]) =>
      rest.post(Routes.channelMessages(it.channelId), { files, body: {} });
    expect(await codeOf(send([file("a.txt", 10 * MIB + 1)]))).toBe(40005);
    expect(await codeOf(send(Array.from({ length: 11 }, (_, at) => file(`${at}.txt`, 1))))).toBe(50035);
    expect(it.discord.messages(it.channelId)).toHaveLength(0);
    await send([file("a.txt", 10 * MIB)]);
    expect(it.discord.messages(it.channelId)[0]?.files.map(({ name }) => name)).toEqual(["a.txt"]);
  });

  test("stay on an edit that does not speak of them, and go with one that does not name them", async () => {
    await using it = await rig();
    const rest = plainRest(it.discord);
    const sent = (await rest.post(Routes.channelMessages(it.channelId), {
      files: [file("a.txt", 1), file("b.txt", 1)],
      body: { content: "two" },
    })) as { id: string; attachments: { id: string }[] };
    const edit = (body: object) => rest.patch(Routes.channelMessage(it.channelId, sent.id), { body });
    const names = () => it.discord.messages(it.channelId)[0]?.files.map(({ name }) => name);
    await edit({ content: "still two" });
    expect(names()).toEqual(["a.txt", "b.txt"]);
    await edit({ attachments: [{ id: sent.attachments[1]?.id }] });
    expect(names()).toEqual(["b.txt"]);
    expect(await codeOf(edit({ attachments: [{ id: "7" }] }))).toBe(50035);
  });
});
