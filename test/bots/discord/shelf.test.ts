import { type APIUser, REST, Routes } from "discord.js";
import { describe, expect, test } from "vitest";
import { readyChannel } from "#bots/discord/ready-channel.ts";
import { SHELF_TAGS } from "#bots/discord/shelf-tags.ts";
import { linkChannel } from "#core/communities/link-channel.ts";
import { keepShelf } from "#core/library/keep-shelf.ts";
import { passEntry } from "#core/library/pass-entry.ts";
import { proposeEntry } from "#core/library/propose-entry.ts";
import { renewShelf } from "#core/library/renew-shelf.ts";
import { turnStale } from "#core/library/turn-stale.ts";
import type { DiscordPerson } from "#sandbox/discord/person.ts";
import { Secret } from "../../../src/config.ts";
import { answered, join, screenOf, sees, teamCard } from "./patient.ts";
import { type Rig, rig, TOKEN, until } from "./rig.ts";

const WORDS = `Why are people tired all the time, ${"and what may be behind it, ".repeat(4)}really?`;
const MANAGE_CHANNELS = 1n << 4n;
const MANAGE_THREADS = 1n << 34n;

/** Robin's answer in the library. */
async function kept(it: Rig, robin: DiscordPerson): Promise<string> {
  await answered(it, robin);
  const { messageId } = await until(() => teamCard(it, "sent-copy"));
  const { entryId } = await proposeEntry(it.core, { actor: it.provider, named: { messageId }, words: WORDS });
  await sees(robin, "where this server has a channel for kept answers");
  await robin.press("Yes, keep it");
  await until(async () => (await it.core.db.libraryEntry.findFirst())?.state === "agreed");
  await passEntry(it.core, { actor: await it.colleague("Ben"), entryId, months: 12 });
  return entryId;
}

/** A forum as `community sync --create --library` makes it, by a bot that may make channels. */
async function shelf(it: Rig): Promise<{ forumId: string; botId: string }> {
  const { discord, guildId, core, admin } = it;
  const rest = new REST().setToken(TOKEN);
  rest.options.api = discord.apiUrl;
  const { id: botId } = (await rest.get(Routes.user())) as APIUser;
  const { roleId } = discord.addRole({ guildId, name: "Maker", permissions: MANAGE_CHANNELS });
  discord.giveRole({ guildId, personId: botId, roleId });
  const { id: spaceId } = await core.db.space.findFirstOrThrow({ where: { platform: "discord" } });
  const wanted = { purpose: "library", platform: "discord", spaceId, spaceExternalId: guildId } as const;
  const bot = { token: new Secret(TOKEN), api: discord.apiUrl };
  const made = await readyChannel(bot, { ...wanted, channelExternalId: undefined });
  expect(made.how).toBe("made");
  // Doing it again finds it.
  expect(await readyChannel(bot, { ...wanted, channelExternalId: undefined })).toEqual({
    ...made,
    how: "found",
  });
  await linkChannel(core, { actor: admin, spaceId, purpose: "library", externalId: made.channelId });
  return { forumId: made.channelId, botId };
}

describe("the shelf of the library on Discord", () => {
  test("shows what is kept to everybody, once and locked; its buttons work, and it goes with its patient's word", async () => {
    await using it = await rig();
    const { core, discord, admin } = it;
    const robin = await join(it);
    const sam = await join(it, "sam");
    await kept(it, robin);
    const { forumId, botId } = await shelf(it);
    const forum = discord.channel(forumId);
    expect(forum.tags?.map(({ name }) => name)).toEqual(SHELF_TAGS);
    await keepShelf(core);
    // It may not take a post away yet, so that it puts none up.
    await until(
      async () => (await core.db.delivery.count({ where: { trouble: "forbidden:shelf-permission" } })) > 0,
    );
    expect(discord.threads(forumId)).toEqual([]);

    const allowed = forum.overwrites.map((one) =>
      one.id === botId ? { ...one, allow: one.allow | MANAGE_THREADS } : one,
    );
    discord.setOverwrites(forumId, allowed);
    discord.faults.add("discord-drop-response", { method: "POST", path: `/channels/${forumId}/threads` });
    await renewShelf(core, { actor: admin });
    await keepShelf(core);
    const copy = { kind: "shelf-answer", removedAtMs: null };
    await until(async () => (await core.db.delivery.count({ where: { trouble: "ambiguous" } })) > 0);
    it.clock.advance(core.config.timing.settleMs);
    await until(async () => (await core.db.copy.count({ where: copy })) === 1);
    expect(discord.faults.stats["discord-drop-response"]).toBe(1);
    const posts = () => discord.threads(forumId);
    await until(() => posts()[0]?.locked);
    expect(posts()).toHaveLength(1);
    const [post] = posts();
    const threadId = post?.id ?? "";
    expect(post?.name).toMatch(/^Why are people tired all the time.{50,}…$/);
    expect(post?.name.length).toBeLessThanOrEqual(100);
    const tagsOf = () => posts()[0]?.appliedTags?.map((id) => forum.tags?.find((tag) => tag.id === id)?.name);
    expect(tagsOf()).toEqual(["Checked", "Symptoms"]);
    const [starter] = discord.messages(threadId);
    expect(starter?.id).toBe(threadId);
    expect(JSON.stringify(starter)).toContain("Nobody here is your own doctor");
    expect(JSON.stringify(starter)).toContain("by a colleague (pharmacist)");
    await sees(robin, "everybody on this server can read it");

    await expect(sam.type(threadId, "I take three of these")).rejects.toThrow("a box to write");
    await sam.press("This helped", { in: threadId });
    await sees(sam, "Nobody sees who pressed");
    await sam.press("This helped", { in: threadId });
    await until(() => screenOf(sam).split("Nobody sees who pressed").length === 3);
    expect(await core.db.libraryUse.findFirst()).toMatchObject({ found: 1 });
    const lee = it.newPerson("lee");
    await lee.press("This helped", { in: threadId });
    await sees(lee, "/start");
    await sam.press("Report", { in: threadId });
    await sam.submit({ "What is wrong?": "This is out of date." });
    await sees(sam, "Until then it stays as it is.");
    expect(await until(() => teamCard(it, "case"))).toMatchObject({ about: "kept-answer", reports: 1 });
    expect(discord.messages(threadId).filter((one) => one.ephemeralFor === undefined)).toHaveLength(1);

    it.clock.advance(345 * 86_400_000);
    await turnStale(core);
    await keepShelf(core);
    await until(() => tagsOf()?.[0] === "Due for another look");
    // Long ago archived, it is still changed and taken away.
    discord.setThread(threadId, { archived: true });
    await robin.command("my");
    await robin.press("Take it out of the library", { containing: "My questions" });
    await until(() => posts().length === 0);
    expect(screenOf(sam)).not.toContain("Rest and drink water.");
    expect(it.logged.filter(({ event }) => event === "delivery.dead")).toEqual([]);
  });
});
