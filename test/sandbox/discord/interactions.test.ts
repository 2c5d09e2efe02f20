import {
  ApplicationCommandType,
  type ChatInputCommandInteraction,
  type Client,
  ContextMenuCommandBuilder,
  Events,
  GatewayDispatchEvents,
  type Interaction,
  MessageFlags,
  Routes,
  SlashCommandBuilder,
} from "discord.js";
import { describe, expect, test } from "vitest";
import { bot, codeOf, plainRest, type Rig, rig, until } from "./rig.ts";

const GO = new SlashCommandBuilder()
  .setName("go")
  .setDescription("Go")
  .addStringOption((o) =>
    o
      .setName("size")
      .setDescription("How large")
      .setRequired(true)
      .addChoices({ name: "Small", value: "s" }, { name: "Large", value: "l" }),
  );
const WHO = new ContextMenuCommandBuilder().setName("Who is this").setType(ApplicationCommandType.User);
const LOOK = new ContextMenuCommandBuilder().setName("Look").setType(ApplicationCommandType.Message);

/** A bot that answers every interaction by `answer`. */
async function answering(it: Rig, answer: (interaction: Interaction) => Promise<unknown>) {
  const failures: unknown[] = [];
  const app = await bot(it.discord, (client: Client) =>
    client.on(Events.InteractionCreate, (interaction) => {
      answer(interaction).catch((error: unknown) => failures.push(error));
    }),
  );
  await app.client.application.commands.set([GO, LOOK, WHO]);
  return { ...app, failures };
}

const chat =
  (run: (interaction: ChatInputCommandInteraction) => Promise<unknown>) => async (one: Interaction) => {
    if (one.isChatInputCommand()) await run(one);
  };

test("an app that says nothing for 3 s has failed, and its late answer is refused with 10062", async () => {
  await using it = await rig({ speed: 20 });
  let late: (() => void) | undefined;
  await using app = await answering(
    it,
    chat(async (one) => {
      await new Promise<void>((resolve) => {
        late = resolve;
      });
      await one.reply("too late");
    }),
  );
  await expect(it.robin.command("go", { size: "Small" })).rejects.toThrow("This interaction failed");
  late?.();
  await until(() => app.failures.length === 1);
  expect(app.failures[0]).toMatchObject({ code: 10062 });
});

test("a second first answer is 40060; a form cannot answer a form; a deferral takes the private flag alone", async () => {
  await using it = await rig();
  const rest = plainRest(it.discord);
  const codes: (number | string)[] = [];
  await using _app = await answering(
    it,
    chat(async ({ id, token }) => {
      const answer = (body: object) =>
        rest.post(Routes.interactionCallback(id, token), { body, auth: false });
      codes.push(await codeOf(answer({ type: 5, data: { flags: 4 } })));
      codes.push(await codeOf(answer({ type: 6 })));
      codes.push(
        await codeOf(answer({ type: 9, data: { custom_id: "f", title: "x".repeat(46), components: [] } })),
      );
      await answer({ type: 4, data: { content: "one" } });
      codes.push(await codeOf(answer({ type: 4, data: { content: "two" } })));
      codes.push(
        await codeOf(rest.post(Routes.interactionCallback("1", token), { body: { type: 5 }, auth: false })),
      );
    }),
  );
  await it.robin.command("go", { size: "Small" });
  await until(() => codes.length === 5);
  expect(codes).toEqual([50035, 50035, 50035, 40060, 10062]);
});

test("a private deferral is filled by an edit, followed up, read, and removed; after 15 min its token is dead", async () => {
  await using it = await rig();
  let kept: ChatInputCommandInteraction | undefined;
  await using _app = await answering(
    it,
    chat(async (one) => {
      kept = one;
      await one.deferReply({ flags: MessageFlags.Ephemeral });
      await one.editReply("first");
    }),
  );
  await it.robin.command("go", { size: "Small" });
  const on = () =>
    it.robin.screen().flatMap(({ messages }) => messages.map(({ text, ephemeral }) => [text, ephemeral]));
  expect(on()).toEqual([["first", true]]);
  await kept?.editReply("changed");
  const further = await kept?.followUp({ content: "second", flags: MessageFlags.Ephemeral });
  expect((await kept?.fetchReply())?.content).toBe("changed");
  await kept?.webhook.editMessage(further?.id ?? "", "second, changed");
  expect(on()).toEqual([
    ["changed", true],
    ["second, changed", true],
  ]);
  await kept?.deleteReply();
  expect(on()).toEqual([["second, changed", true]]);
  it.clock.advance(16 * 60_000);
  expect(await codeOf(kept?.followUp("third") ?? Promise.resolve())).toBe(50027);
});

test("the first follow-up after a deferral fills it", async () => {
  await using it = await rig();
  await using _app = await answering(
    it,
    chat(async (one) => {
      await one.deferReply({ flags: MessageFlags.Ephemeral });
      await one.followUp("filled");
    }),
  );
  await it.robin.command("go", { size: "Large" });
  expect(it.seen.at(-1)).toMatchObject({ text: "filled", place: "private" });
});

test("options, the member's permissions, the channel and a menu's target arrive whole, without the content intent", async () => {
  await using it = await rig();
  const facts: unknown[] = [];
  await using _app = await answering(it, async (one) => {
    if (one.isMessageContextMenuCommand()) facts.push(one.targetMessage.content, one.targetMessage.author.id);
    if (one.isChatInputCommand())
      facts.push(
        one.options.getString("size"),
        one.channelId,
        one.guildId,
        one.memberPermissions?.has("SendMessages"),
      );
    if (one.isRepliable()) await one.reply({ content: "ok", flags: MessageFlags.Ephemeral });
  });
  await it.robin.command("go", { size: "Large" }, { channelId: it.channelId });
  await it.robin.messageMenu("Look", await it.robin.type(it.channelId, "my words"));
  expect(facts).toEqual(["l", it.channelId, it.guildId, true, "my words", it.robin.id]);
});

test("a person's menu brings that person, as a user and as a member without what Discord leaves out", async () => {
  await using it = await rig();
  const facts: unknown[] = [];
  const raw: unknown[] = [];
  await using app = await answering(it, async (one) => {
    if (!one.isUserContextMenuCommand()) return;
    const { targetUser, targetMember } = one;
    facts.push(one.targetId, targetUser.username, targetMember !== null && "roles" in targetMember);
    await one.reply({ content: "ok", flags: MessageFlags.Ephemeral });
  });
  app.client.ws.on(GatewayDispatchEvents.InteractionCreate, ({ data }) => raw.push(data));
  const sam = it.discord.addPerson({ name: "sam", guildIds: [it.guildId] });
  await it.robin.userMenu("Who is this", sam.id);
  expect(facts).toEqual([sam.id, "sam", true]);
  const [{ resolved }] = raw as [{ resolved: { members: Record<string, object> } }];
  expect(Object.keys(resolved.members[sam.id] ?? {})).not.toContain("user");
  expect(Object.keys(resolved.members[sam.id] ?? {})).toContain("permissions");
  const far = it.discord.addPerson({ name: "far", guildIds: [] });
  await expect(it.robin.userMenu("Who is this", far.id)).rejects.toThrow("does not see");
});

test("commands keep their ids, belong to one server where they were put there, and are refused when wrong", async () => {
  await using it = await rig();
  await using app = await answering(it, async () => undefined);
  const first = await app.client.application.commands.set([GO, LOOK]);
  const again = await app.client.application.commands.set([GO, LOOK]);
  expect([...again.keys()]).toEqual([...first.keys()]);
  expect(again.size).toBe(2);
  await app.client.application.commands.set([{ name: "only-here", description: "x" }], it.guildId);
  await expect(it.robin.command("go", { size: "Huge" })).rejects.toThrow("Huge");
  await expect(it.robin.command("go")).rejects.toThrow("size");
  await expect(it.robin.command("unknown")).rejects.toThrow("does not see");
  const put = (body: unknown[]) =>
    plainRest(it.discord).put(Routes.applicationCommands(it.applicationId), { body });
  expect(await codeOf(put([{ name: "Upper", description: "x" }]))).toBe(50035);
  expect(await codeOf(put([{ name: "a", description: "" }]))).toBe(50035);
  expect(await codeOf(put([{ type: 2, name: "Check me", description: "x" }]))).toBe(50035);
  expect(await codeOf(put([{ type: 2, name: " " }]))).toBe(50035);
  await put([
    { type: 2, name: "Check me" },
    { type: 3, name: "Check me" },
  ]);
  const many = Array.from({ length: 101 }, (_, index) => ({ name: `c${index}`, description: "x" }));
  expect(await codeOf(put(many))).toBe(30032);
});

describe("a person acts only on what is there", () => {
  test("no such button, a disabled one, no form, a form that is full or unfinished", async () => {
    await using it = await rig();
    const open = async (one: Interaction): Promise<void> => {
      if (!one.isButton()) return;
      const input = { type: 4 as const, custom_id: "t", style: 1 as const, max_length: 5 };
      const components = [{ type: 18 as const, label: "Text", component: input }];
      await one.showModal({ custom_id: "f", title: "Form", components });
    };
    await using app = await bot(it.discord, (client) =>
      client.on(Events.InteractionCreate, (one) => void open(one)),
    );
    const channel = await app.client.channels.fetch(it.channelId);
    if (!channel?.isSendable()) throw new Error("not sendable");
    const part = (id: string, disabled: boolean) => ({
      type: 2 as const,
      style: 2 as const,
      label: id,
      custom_id: id,
      disabled,
    });
    await channel.send({ components: [{ type: 1, components: [part("Off", true), part("On", false)] }] });
    await expect(it.robin.press("Nowhere")).rejects.toThrow("does not see");
    await expect(it.robin.press("Off")).rejects.toThrow("does not see");
    await expect(it.robin.submit({})).rejects.toThrow("a form");
    await it.robin.press("On");
    expect(it.robin.form?.title).toBe("Form");
    await expect(it.robin.press("On")).rejects.toThrow("a form is open");
    await expect(it.robin.submit({ Text: "too long" })).rejects.toThrow("room for");
    await expect(it.robin.submit({})).rejects.toThrow("empty");
    it.robin.dismiss();
    expect(it.robin.form).toBeUndefined();
  });
});

const FIND = {
  name: "find",
  description: "Look for something",
  type: 1,
  options: [{ name: "words", description: "What for", type: 3, required: true, max_length: 10 }],
};

test("a subcommand arrives with what was given to it, and a command that has some is none by itself", async () => {
  await using it = await rig();
  const heard: unknown[] = [];
  await using app = await bot(it.discord, (client) =>
    client.on(Events.InteractionCreate, (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      heard.push([interaction.options.getSubcommand(), interaction.options.getString("words")]);
      void interaction.reply("Found");
    }),
  );
  await app.client.application.commands.set([{ name: "book", description: "Books", options: [FIND] }]);
  await it.robin.command("book find", { words: "sleep" });
  expect(heard).toEqual([["find", "sleep"]]);
  await expect(it.robin.command("book")).rejects.toThrow("the subcommand");
  await expect(it.robin.command("book lend")).rejects.toThrow("lend");
  await expect(it.robin.command("book find")).rejects.toThrow("words");
  await expect(it.robin.command("book find", { words: "x".repeat(11) })).rejects.toThrow("room for 11");
  const beside = { name: "page", description: "x", type: 4 };
  const required = { ...beside, name: "shelf", required: true };
  for (const options of [
    [FIND, beside],
    [FIND, FIND],
    [{ ...FIND, options: [FIND] }],
    [beside, required],
    [{ ...beside, max_length: 5 }],
  ])
    await expect(
      app.client.application.commands.set([{ name: "book", description: "Books", options }] as never),
    ).rejects.toThrow("Invalid Form Body");
});
