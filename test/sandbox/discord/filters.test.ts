import { type AutoModerationActionExecution, Events, GatewayIntentBits, Routes } from "discord.js";
import { describe, expect, test } from "vitest";
import { PERMISSION } from "#sandbox/discord/permissions.ts";
import { bot, codeOf, plainRest, type Rig, rig } from "./rig.ts";

function mayManage({ discord, guildId }: Rig): void {
  const { roles } = discord.guild(guildId);
  for (const role of roles.values())
    if (role.managed) roles.set(role.id, { ...role, permissions: role.permissions | PERMISSION.manageGuild });
}

const ruleFor = (it: Rig, more: object = {}) => ({
  name: "No raffles",
  event_type: 1,
  trigger_type: 1,
  trigger_metadata: { keyword_filter: ["raffle*"], regex_patterns: ["(?i)\\blott(?:o|ery)\\b"] },
  actions: [{ type: 2, metadata: { channel_id: it.channelId } }],
  enabled: true,
  ...more,
});

describe("AutoMod on the stand-in", () => {
  test("is for who may manage the server", async () => {
    await using it = await rig();
    const rest = plainRest(it.discord);
    expect(await codeOf(rest.get(Routes.guildAutoModerationRules(it.guildId)))).toBe(50013);
    expect(await codeOf(rest.post(Routes.guildAutoModerationRules(it.guildId), { body: ruleFor(it) }))).toBe(
      50013,
    );
    mayManage(it);
    const { id } = (await rest.post(Routes.guildAutoModerationRules(it.guildId), { body: ruleFor(it) })) as {
      id: string;
    };
    await rest.patch(Routes.guildAutoModerationRule(it.guildId, id), { body: { enabled: false } });
    expect(await rest.get(Routes.guildAutoModerationRule(it.guildId, id))).toMatchObject({
      name: "No raffles",
      enabled: false,
    });
    await rest.delete(Routes.guildAutoModerationRule(it.guildId, id));
    expect(await codeOf(rest.get(Routes.guildAutoModerationRule(it.guildId, id)))).toBe(10066);
  });

  test("refuses what is too many, too long or not of Rust", async () => {
    await using it = await rig();
    mayManage(it);
    const rest = plainRest(it.discord);
    const post = (more: object) =>
      codeOf(rest.post(Routes.guildAutoModerationRules(it.guildId), { body: ruleFor(it, more) }));
    const words = (keyword_filter: string[], regex_patterns: string[] = []) => ({
      trigger_metadata: { keyword_filter, regex_patterns },
    });
    const alert = { type: 2, metadata: { channel_id: it.channelId } };
    for (const wrong of [
      words(Array.from({ length: 1001 }, (_, at) => `word ${at}`)),
      words(["x".repeat(61)]),
      words(
        [],
        Array.from({ length: 11 }, () => "x"),
      ),
      words([], ["x".repeat(261)]),
      words([], ["a(?=b)"]),
      words([], ["(a"]),
      words([]),
      { actions: [] },
      { actions: [{ type: 2, metadata: { channel_id: "1" } }] },
      { actions: [{ type: 1, metadata: { custom_message: "x".repeat(151) } }, alert] },
      { exempt_roles: Array.from({ length: 21 }, String) },
      { exempt_channels: Array.from({ length: 51 }, String) },
      { name: "" },
    ])
      expect(await post(wrong)).toBe(50035);
    for (let at = 0; at < 6; at += 1)
      await rest.post(Routes.guildAutoModerationRules(it.guildId), { body: ruleFor(it) });
    expect(await post({})).toBe(50035);
  });

  test("blocks before anybody sees it, and tells the writer alone", async () => {
    await using it = await rig();
    mayManage(it);
    const actions = [{ type: 1, metadata: { custom_message: "No raffles here." } }];
    await plainRest(it.discord).post(Routes.guildAutoModerationRules(it.guildId), {
      body: ruleFor(it, { actions }),
    });
    const otter = it.discord.addPerson({ name: "otter", guildIds: [it.guildId] });
    expect(await it.robin.type(it.channelId, "a Raffles ticket")).toBe("");
    expect(JSON.stringify(it.robin.screen())).toContain("No raffles here.");
    expect(JSON.stringify(otter.screen())).not.toContain("affle");
    const fine = await it.robin.type(it.channelId, "unraffled");
    await it.robin.edit(fine, "raffle");
    expect(JSON.stringify(otter.screen())).toContain("unraffled");
    expect(it.discord.messages(it.channelId).some(({ content }) => content === "raffle")).toBe(false);
  });

  test("tells who may manage the server of each find; the text only with its intent", async () => {
    for (const content of [false, true]) {
      await using it = await rig({ privileged: content ? 1 << 15 : 0 });
      mayManage(it);
      const heard: AutoModerationActionExecution[] = [];
      const intents = [
        GatewayIntentBits.Guilds,
        GatewayIntentBits.AutoModerationExecution,
        ...(content ? [GatewayIntentBits.MessageContent] : []),
      ];
      await using _client = await bot(
        it.discord,
        (client) => client.on(Events.AutoModerationActionExecution, (one) => heard.push(one)),
        { intents },
      );
      await plainRest(it.discord).post(Routes.guildAutoModerationRules(it.guildId), { body: ruleFor(it) });
      const id = await it.robin.type(it.channelId, "who plays the LOTTERY?");
      await expect.poll(() => heard.length).toBe(1);
      expect(heard[0]).toMatchObject({
        userId: it.robin.id,
        channelId: it.channelId,
        messageId: id,
        matchedKeyword: "(?i)\\blott(?:o|ery)\\b",
        content: content ? "who plays the LOTTERY?" : "",
        matchedContent: content ? "LOTTERY" : "",
      });
      expect(it.discord.messages(it.channelId).some(({ embeds }) => embeds.length > 0)).toBe(true);
    }
  });

  test("spares exempt roles and channels, whoever manages the server, and rules that are off", async () => {
    await using it = await rig();
    mayManage(it);
    const rest = plainRest(it.discord);
    const actions = [{ type: 1, metadata: {} }];
    const { id } = (await rest.post(Routes.guildAutoModerationRules(it.guildId), {
      body: ruleFor(it, { actions }),
    })) as { id: string };
    const change = (body: object) => rest.patch(Routes.guildAutoModerationRule(it.guildId, id), { body });
    const isPosted = async (who = it.robin) => (await who.type(it.channelId, "raffle")) !== "";
    expect(await isPosted()).toBe(false);
    await change({ exempt_channels: [it.channelId] });
    expect(await isPosted()).toBe(true);
    await change({ exempt_channels: [], enabled: false });
    expect(await isPosted()).toBe(true);
    await change({ enabled: true });
    const { roleId } = it.discord.addRole({ guildId: it.guildId, name: "team" });
    it.discord.guild(it.guildId).rolesOf.set(it.robin.id, new Set([roleId]));
    await change({ exempt_roles: [roleId] });
    expect(await isPosted()).toBe(true);
  });
});
