import { describe, expect, test } from "vitest";
import { readEvidence } from "#core/moderation/cases/evidence.ts";
import { join } from "../patient.ts";
import { until } from "../rig.ts";
import { aWhile, database, direct, filterFor, filterNamed, watch, watched } from "./watched-rig.ts";

const DANGER = "I want to kill myself tonight";
const SALES = "Selling two boxes of Mounjaro, DM me";

describe("in a watched channel", () => {
  test("somebody in danger gets help within seconds, the team is told, and what they wrote stands", async () => {
    await using it = await watched();
    const robin = await join(it);
    const began = performance.now();
    const messageId = await robin.type(it.chatId, DANGER);
    await until(() => direct(robin).includes("116 123"));
    expect(performance.now() - began).toBeLessThan(5000);
    await until(() => [...it.team.cards.values()].some(({ kind }) => kind === "crisis"));
    expect(it.discord.messages(it.chatId).find(({ id }) => id === messageId)?.deleted).toBe(false);
    expect(await it.core.db.case.count()).toBe(0);
    const alerts = await it.core.db.crisisAlert.findMany();
    expect(alerts.map(({ level, memberId }) => [level, memberId !== null])).toEqual([["crisis", true]]);
    expect(await it.core.db.crisisAlert.count({ where: { personKey: null } })).toBe(1);
  });

  test("of somebody who has not joined only the team is told", async () => {
    await using it = await watched();
    const guest = it.newPerson("guest");
    await guest.type(it.chatId, DANGER);
    await until(async () => (await it.core.db.crisisAlert.count({ where: { memberId: null } })) === 1);
    await until(() => [...it.team.cards.values()].some(({ kind }) => kind === "crisis"));
    expect(direct(guest)).toBe("[]");
  });

  test("an ordinary message leaves no trace in any table", async () => {
    await using it = await watched();
    const robin = await join(it);
    const guest = it.newPerson("guest");
    await aWhile();
    const before = await database(it.core);
    const first = await robin.type(it.chatId, "Good morning, did anybody sleep? The rain kept me up.");
    await guest.type(it.chatId, "Same here! I had tea with my sister and watched the birds.");
    await robin.edit(first, "Good morning, did anybody sleep? The wind kept me up.");
    await aWhile();
    expect(await database(it.core)).toEqual(before);
    // The comparison can fail: what is found is seen by it.
    await guest.type(it.chatId, SALES);
    await until(async () => (await it.core.db.case.count()) === 1);
    await aWhile();
    const after = await database(it.core);
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toContain("Arrival");
    expect(JSON.stringify(after)).not.toContain("Mounjaro");
  });

  test("sales are one case however often Discord tells of them, edited too, and nothing is taken away", async () => {
    await using it = await watched();
    const robin = await join(it);
    it.discord.faults.add("discord-duplicate-event");
    const messageId = await robin.type(it.chatId, SALES);
    await until(async () => (await it.core.db.case.count()) === 1);
    await robin.edit(messageId, `${SALES}, cheap`);
    await until(async () => (await it.core.db.evidence.count()) === 2);
    await aWhile();
    expect(await it.core.db.case.findMany()).toMatchObject([{ subjectKind: "post", state: "open" }]);
    expect(await it.core.db.report.count()).toBe(1);
    expect(await it.core.db.arrival.count({ where: { kind: "post-found" } })).toBe(2);
    expect(it.discord.messages(it.chatId).find(({ id }) => id === messageId)?.deleted).toBe(false);
    expect(direct(robin)).not.toContain("Mounjaro");
  });

  test("an edit does not get around it", async () => {
    await using it = await watched();
    const guest = it.newPerson("guest");
    const messageId = await guest.type(it.chatId, "Good morning");
    await aWhile();
    expect(await it.core.db.case.count()).toBe(0);
    await guest.edit(messageId, SALES);
    await until(async () => (await it.core.db.case.count()) === 1);
  });

  test("open threads count as the channel; a private thread, another channel and a bot do not", async () => {
    await using it = await watched();
    const guest = it.newPerson("guest");
    const { channelId: otherId } = it.discord.addChannel({ guildId: it.guildId, name: "other" });
    const open = await guest.startThread(it.chatId, "Sleep");
    const closed = await guest.startThread(it.chatId, "Us two", { isPrivate: true });
    await guest.type(closed, SALES);
    await guest.type(otherId, SALES);
    await guest.type(it.askChannelId, SALES);
    await aWhile();
    expect(await it.core.db.arrival.count({ where: { kind: "post-found" } })).toBe(0);
    await guest.type(open, SALES);
    await until(async () => (await it.core.db.case.count()) === 1);
  });

  test("what Discord's filter found too is one case and one alert", async () => {
    await using it = await watched();
    const guest = it.newPerson("guest");
    const robin = await join(it);
    await filterFor(it, "sales", "mounjaro");
    await filterFor(it, "people in danger", "kill myself");
    await guest.type(it.chatId, SALES);
    await robin.type(it.chatId, DANGER);
    await until(
      async () =>
        (await it.core.db.arrival.count({ where: { kind: "filter-found", state: "handled" } })) === 2,
    );
    await until(
      async () => (await it.core.db.arrival.count({ where: { kind: "post-found", state: "handled" } })) === 2,
    );
    expect(await it.core.db.case.count()).toBe(1);
    expect(await it.core.db.report.count()).toBe(1);
    expect(await it.core.db.crisisAlert.count()).toBe(1);
    await until(() => direct(robin).includes("116 123"));
    await aWhile();
    expect(direct(robin).split("116 123").length).toBe(2);
  });

  test("the intent that it needs opens no other channel: what the filter found there stays a keyword", async () => {
    await using it = await watched();
    const guest = it.newPerson("guest");
    const { channelId: otherId } = it.discord.addChannel({ guildId: it.guildId, name: "other" });
    await filterFor(it, "sales", "mounjaro");
    await guest.type(otherId, SALES);
    await until(async () => (await it.core.db.evidence.count()) === 1);
    const [{ caseId } = { caseId: "" }] = await it.core.db.evidence.findMany();
    const shown = await it.core.tx((tx) =>
      readEvidence(tx, it.core, { caseId, communityId: it.admin.communityId }),
    );
    expect(shown[0]?.text).toContain("does not give the text");
  });
});

test("what a rule of the server's own filter found is not stored for a moment", async () => {
  await using it = await watched();
  const guest = it.newPerson("guest");
  const { vault } = it.core;
  const { seal } = vault;
  const sealed: string[] = [];
  Object.assign(vault, {
    seal(...args: Parameters<typeof seal>) {
      sealed.push(String(args.at(-1)));
      return seal(...args);
    },
  });
  await filterNamed(it, "No swearing", "crikey");
  await filterFor(it, "sales", "mounjaro");
  await guest.type(it.chatId, "Crikey, what a morning");
  await guest.type(it.chatId, SALES);
  await until(
    async () => (await it.core.db.arrival.count({ where: { kind: "filter-found", state: "handled" } })) === 2,
  );
  expect(sealed.some((text) => text.includes("Mounjaro"))).toBe(true);
  expect(sealed.join()).not.toContain("Crikey");
  expect(await it.core.db.case.count()).toBe(1);
});

describe("personal details in a watched channel", () => {
  test("are told to a member alone, in private, once in an hour, and make no case", async () => {
    await using it = await watched();
    const robin = await join(it);
    await robin.type(it.chatId, "I'm Maria Gonzalez, call me on 555-201-8834 or maria@example.com");
    await until(() => direct(robin).includes("Others can read something personal"));
    expect(direct(robin)).toContain("a phone number, an e-mail address, and a full name");
    expect(direct(robin)).not.toContain("555-201-8834");
    await robin.type(it.chatId, "or write to maria@example.com");
    await aWhile();
    const told = () => direct(robin).split("Others can read something personal").length - 1;
    expect(told()).toBe(1);
    it.clock.advance(3_600_001);
    await robin.type(it.chatId, "or write to maria@example.com");
    await until(() => told() === 2);
    expect(await it.core.db.case.count()).toBe(0);
    expect(await it.core.db.arrival.count({ where: { kind: "post-found" } })).toBe(0);
    expect(JSON.stringify(await database(it.core))).not.toContain("555-201");
  });

  test("wait in the inbox of somebody with closed direct messages", async () => {
    await using it = await watched();
    const robin = await join(it);
    robin.closeDms();
    await robin.type(it.chatId, "My e-mail is maria@example.com");
    await until(
      async () =>
        (await it.core.db.delivery.count({ where: { kind: "own-details", state: "dropped" } })) === 1,
    );
    await robin.command("inbox", {}, { channelId: it.askChannelId });
    await until(() => JSON.stringify(robin.screen()).includes("Others can read something personal"));
  });

  test("of somebody who has not joined are nobody's concern, and leave no trace", async () => {
    await using it = await watched();
    const guest = it.newPerson("guest");
    await aWhile();
    const before = await database(it.core);
    await guest.type(it.chatId, "My e-mail is maria@example.com");
    await aWhile();
    expect(await database(it.core)).toEqual(before);
    expect(direct(guest)).toBe("[]");
  });
});

test("a second channel, and one in which people ask, can be watched beside it", async () => {
  await using it = await watched();
  const guest = it.newPerson("guest");
  await watch(it, it.askChannelId);
  await until(() => it.discord.messages(it.askChannelId).filter(({ pinned }) => pinned).length === 2);
  await until(
    async () => (await it.core.db.watchedChannel.count({ where: { readSince: { not: null } } })) === 2,
  );
  await guest.type(it.askChannelId, SALES);
  await until(async () => (await it.core.db.case.count()) === 1);
});
