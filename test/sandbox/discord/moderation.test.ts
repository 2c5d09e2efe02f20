import { ApplicationCommandType, Routes } from "discord.js";
import { describe, expect, test } from "vitest";
import { PERMISSION } from "#sandbox/discord/permissions.ts";
import { bot, codeOf, plainRest, type Rig, rig } from "./rig.ts";

const DAY_MS = 86_400_000;
const MODERATES =
  PERMISSION.kickMembers | PERMISSION.banMembers | PERMISSION.moderateMembers | PERMISSION.viewChannel;

/** The code of a refusal, or "done". */
async function outcomeOf(request: Promise<unknown>): Promise<number | string> {
  const done = await request.then(
    () => true,
    () => false,
  );
  return done ? "done" : codeOf(request);
}

/** Another server, where the app has these permissions, with Kim in it. */
function strictTown(it: Rig, permissions: bigint = MODERATES) {
  const { guildId } = it.discord.addGuild({ name: "Strict" });
  it.discord.installApplication({ guildId, applicationId: it.applicationId, permissions });
  const { channelId } = it.discord.addChannel({ guildId, name: "general" });
  const kim = it.discord.addPerson({ name: "kim", displayName: "Kim", guildIds: [guildId] });
  const rest = plainRest(it.discord);
  const until = (ms: number) => ({
    body: { communication_disabled_until: new Date(it.clock.now() + ms).toISOString() },
  });
  return {
    ...{ guildId, channelId, kim },
    pause: (personId: string, ms = 60_000) =>
      outcomeOf(rest.patch(Routes.guildMember(guildId, personId), until(ms))),
    free: (personId: string) =>
      outcomeOf(
        rest.patch(Routes.guildMember(guildId, personId), { body: { communication_disabled_until: null } }),
      ),
    kick: (personId: string) => outcomeOf(rest.delete(Routes.guildMember(guildId, personId))),
    ban: (personId: string, body: object = {}) =>
      outcomeOf(rest.put(Routes.guildBan(guildId, personId), { body })),
    unban: (personId: string) => outcomeOf(rest.delete(Routes.guildBan(guildId, personId))),
  };
}

describe("moderating people", () => {
  test("takes the permission for each act", async () => {
    await using it = await rig();
    const { kim, pause, kick, ban, unban } = strictTown(it, PERMISSION.viewChannel);
    expect([await pause(kim.id), await kick(kim.id), await ban(kim.id), await unban(kim.id)]).toEqual([
      50013, 50013, 50013, 50013,
    ]);
  });

  test("takes a role above theirs, and reaches neither the owner nor, for a pause, an administrator", async () => {
    await using it = await rig();
    const { guildId, kim, pause, free, kick, ban } = strictTown(it);
    const { ownerId } = it.discord.guild(guildId);
    const below = it.discord.addRole({ guildId, name: "Regulars", permissions: PERMISSION.administrator });
    it.discord.giveRole({ guildId, personId: kim.id, roleId: below.roleId });
    expect(await pause(kim.id)).toBe(50013);
    expect(await free(kim.id)).toBe("done");
    const above = it.discord.addRole({ guildId, name: "Elders", top: true });
    it.discord.giveRole({ guildId, personId: kim.id, roleId: above.roleId });
    for (const personId of [kim.id, ownerId])
      expect([await free(personId), await kick(personId), await ban(personId)]).toEqual([
        50013, 50013, 50013,
      ]);
  });

  test("knows who is not there, who is not banned, who does not exist, and how long a pause may be", async () => {
    await using it = await rig();
    const { kim, pause, kick, ban, unban } = strictTown(it);
    expect([await pause(it.robin.id), await kick(it.robin.id)]).toEqual([10007, 10007]);
    expect([await unban(kim.id), await ban("1"), await unban("1")]).toEqual([10026, 10013, 10013]);
    expect(await pause(kim.id, 29 * DAY_MS)).toBe(50035);
    expect(await ban(kim.id, { delete_message_seconds: 604_801 })).toBe(50035);
  });

  test("a paused person reads, and neither writes, presses nor uses commands in that server until it is over", async () => {
    await using it = await rig();
    const { guildId, channelId, kim, pause } = strictTown(it);
    await using app = await bot(it.discord, (client) => {
      client.on("interactionCreate", (interaction) => {
        if (interaction.isRepliable()) void interaction.reply({ content: "here", flags: 64 });
      });
    });
    await app.client.application.commands.set([
      { name: "hello", description: "Says hello" },
      { name: "Flag", type: ApplicationCommandType.Message },
    ]);
    const message = await kim.type(channelId, "one");
    const button = { type: 2, style: 1, custom_id: "a:b", label: "Go" };
    const body = { content: "Press", components: [{ type: 1, components: [button] }] };
    await plainRest(it.discord).post(Routes.channelMessages(channelId), { body });
    expect(kim.standing(guildId)).toBe("member");
    await pause(kim.id);
    expect(kim.standing(guildId)).toBe("timed-out");
    expect(JSON.stringify(kim.screen())).toContain("Press");
    await expect(kim.type(channelId, "two")).rejects.toThrow("does not see");
    await expect(kim.press("Go")).rejects.toThrow("in a timeout");
    await expect(kim.command("hello", {}, { channelId })).rejects.toThrow("in a timeout");
    await expect(kim.messageMenu("Flag", message)).rejects.toThrow("in a timeout");
    await kim.command("hello", {}, { dm: true });
    it.clock.advance(61_000);
    expect(kim.standing(guildId)).toBe("member");
    await kim.press("Go");
    await kim.type(channelId, "two");
  });

  test("whoever is removed may come back, and whoever is banned only once that is lifted", async () => {
    await using it = await rig();
    const { guildId, channelId, kim, kick, ban, unban } = strictTown(it);
    const rest = plainRest(it.discord);
    const { id } = (await rest.post(Routes.userChannels(), { body: { recipient_id: kim.id } })) as {
      id: string;
    };
    const write = () => outcomeOf(rest.post(Routes.channelMessages(id), { body: { content: "hello" } }));
    await kick(kim.id);
    expect(kim.standing(guildId)).toBe("out");
    expect(await write()).toBe(50278);
    await expect(kim.type(channelId, "still here")).rejects.toThrow("does not see");
    kim.rejoin(guildId);
    await kim.type(channelId, "back");
    expect(await write()).toBe("done");
    expect([await ban(kim.id), await ban(kim.id)]).toEqual(["done", "done"]);
    expect(kim.standing(guildId)).toBe("banned");
    expect(await write()).toBe(50278);
    expect(() => kim.rejoin(guildId)).toThrow("banned");
    await unban(kim.id);
    expect(kim.standing(guildId)).toBe("out");
    kim.rejoin(guildId);
    expect(kim.standing(guildId)).toBe("member");
  });

  test("a ban takes away what they wrote lately only where it says so", async () => {
    await using it = await rig();
    const { channelId, guildId, kim, ban, unban } = strictTown(it);
    await kim.type(channelId, "lately");
    const standing = () => it.discord.messages(channelId).filter(({ deleted }) => !deleted).length;
    await ban(kim.id);
    expect(standing()).toBe(1);
    await unban(kim.id);
    kim.rejoin(guildId);
    await ban(kim.id, { delete_message_seconds: 3600 });
    expect(standing()).toBe(0);
  });
});
