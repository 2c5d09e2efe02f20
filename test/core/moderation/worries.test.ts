import { expect, test } from "vitest";
import type { Actor } from "#core/access.ts";
import { linkChannel } from "#core/communities/link-channel.ts";
import { nameCrisisContact } from "#core/communities/name-crisis-contact.ts";
import { askForCompany } from "#core/moderation/ask-for-company.ts";
import { escalateDue } from "#core/moderation/escalate-due.ts";
import { forgetWorries } from "#core/moderation/forget-worries.ts";
import { loadCrisisCard } from "#core/moderation/load-crisis-card.ts";
import { loadCrisisSupportCard } from "#core/moderation/load-crisis-support-card.ts";
import { raiseAlert } from "#core/moderation/raise-alert.ts";
import { takeAlert } from "#core/moderation/take-alert.ts";
import { worryAbout } from "#core/moderation/worry-about.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { addCommunity, auditOf, codeOf, HOUR_MS, joinAs, smallTown } from "../small-town.ts";

const WHY = "She wrote that she wants to die. Her name is Maria Lopez.";

async function setUp(store: Parameters<typeof smallTown>[0]) {
  const town = await smallTown(store);
  const { core, admin } = town;
  await nameCrisisContact(core, { actor: admin, member: "Ada Admin", on: true });
  const heron = await joinAs(town, "Quiet Heron", "heron#1");
  const otter = await joinAs(town, "Calm Otter", "otter#2");
  const worry = (actor: Actor, accountId: string, why = "") =>
    worryAbout(core, { actor, person: { platform: "north", accountId }, why });
  let seen = 0;
  /** What was sent since it was asked last, and to whom, by name. */
  const sent = async () => {
    const rows = (await core.db.delivery.findMany({ orderBy: { id: "asc" } })).slice(seen);
    seen += rows.length;
    const names = new Map((await core.db.member.findMany()).map(({ id, pseudonym }) => [id, pseudonym]));
    return rows.map(
      ({ op, kind, subjectId, targetKind, targetId }) =>
        `${op} ${kind} ${kind === "crisis" ? (subjectId.startsWith("again:") ? "again" : "first") : subjectId.split(":")[0]} to ${targetKind === "member" ? names.get(targetId) : "the team"}`,
    );
  };
  const alerts = () => core.db.crisisAlert.findMany({ orderBy: { id: "asc" } });
  const newest = async () => (await alerts()).at(-1)?.id ?? "";
  const card = async () => {
    const id = await newest();
    return core.tx((tx) => loadCrisisCard(tx, core, id));
  };
  return { ...town, town, heron, otter, worry, sent, alerts, newest, card };
}

describeOnBoth("a worry about somebody", ({ openNew }) => {
  test("who is a member tells the team, advises who is worried, and is gentle with the person, naming nobody", async () => {
    const { town, core, heron, otter, worry, sent, newest, card } = await setUp(await openNew());
    const { text } = await worry(otter, "heron#1");
    expect(text).toContain("call 999");
    expect(await sent()).toEqual([
      "post crisis first to the team",
      "post crisis-support worry to Quiet Heron",
      "post crisis-support advice to Calm Otter",
    ]);
    const alertId = await newest();
    expect(await card()).toMatchObject({ level: "worry", pseudonym: "Quiet Heron", worried: 1 });
    expect(JSON.stringify(await card())).not.toContain("Otter");
    const gentle = await core.tx((tx) => loadCrisisSupportCard(tx, core, `worry:${alertId}`));
    expect(gentle).toMatchObject({ about: "worry", companyFor: alertId });
    expect(gentle?.text).toContain("Hi Quiet Heron. Somebody here thought of you");
    expect(gentle?.text).not.toContain("Otter");
    const [kept] = await core.db.worry.findMany();
    const advice = await core.tx((tx) => loadCrisisSupportCard(tx, core, `advice:${kept?.id}`));
    expect(advice).toEqual({ kind: "crisis-support", companyFor: undefined, about: "advice", text });
    expect(await auditOf(town, alertId)).toEqual(["alert.raised", "worry.told"]);
    expect(heron.memberId).not.toBe(otter.memberId);
  });

  test("who is no member is the same to who is worried; only a channel on their platform shows the account", async () => {
    const { core, otter, admin, patientsSpaceId, worry, sent, card } = await setUp(await openNew());
    const about = await worry(otter, "stranger#77", "hm");
    expect(await sent()).toEqual([
      "post crisis first to the team",
      "post crisis-support advice to Calm Otter",
    ]);
    expect(await card()).toMatchObject({ level: "worry", pseudonym: undefined, accountId: undefined });
    const crisis = { purpose: "crisis", externalId: "moderators-only" } as const;
    await linkChannel(core, { actor: admin, spaceId: patientsSpaceId, ...crisis });
    expect(await card()).toMatchObject({ accountId: "stranger#77" });
    expect((await worry(otter, "heron#1")).text).toBe(about.text);
    const [stored] = await core.db.crisisAlert.findMany({ where: { memberId: null } });
    expect(Buffer.from(stored?.personSealed ?? []).length).toBeGreaterThan(0);
    expect(Buffer.from(stored?.personSealed ?? []).includes("stranger")).toBe(false);
    expect(stored?.personKey).not.toContain("stranger");
  });

  test("of several members makes one alert, and the person is written to once in a day", async () => {
    const { town, clock, heron, otter, worry, sent, alerts, card } = await setUp(await openNew());
    const wren = await joinAs(town, "Wren");
    await Promise.all([worry(otter, "heron#1"), worry(wren, "heron#1"), worry(otter, "heron#1")]);
    expect((await alerts()).length).toBe(1);
    expect(await card()).toMatchObject({ worried: 2 });
    const told = await sent();
    expect(told.filter((one) => one.startsWith("post")).sort()).toEqual([
      "post crisis first to the team",
      "post crisis-support advice to Calm Otter",
      "post crisis-support advice to Wren",
      "post crisis-support worry to Quiet Heron",
    ]);
    clock.advance(2 * HOUR_MS);
    await worry(otter, "heron#1");
    expect(await sent()).toEqual([
      "post crisis first to the team",
      "post crisis-support advice to Calm Otter",
    ]);
    clock.advance(24 * HOUR_MS);
    await worry(otter, "heron#1");
    expect(await sent()).toContain(`post crisis-support worry to ${heron.pseudonym}`);
  });

  test("joins the alert that waits, and hides no text of the person that comes after it", async () => {
    const { town, core, heron, otter, worry, sent, alerts } = await setUp(await openNew());
    const raise = (level: "crisis" | "emergency") =>
      core.tx((tx, now) => raiseAlert(tx, core, { actor: heron, level, now }));
    await worry(otter, "heron#1");
    await sent();
    expect((await raise("crisis")).isNew).toBe(true);
    expect(await sent()).toEqual([
      "post crisis first to the team",
      "post crisis-support raised to Quiet Heron",
    ]);
    const wren = await joinAs(town, "Wren");
    await worry(wren, "heron#1");
    expect((await alerts()).length).toBe(2);
    expect(await sent()).toEqual(["post crisis-support advice to Wren", "edit crisis first to the team"]);
  });

  test("is read by whoever takes the alert, without names, once, and is kept nowhere after that", async () => {
    const { core, admin, otter, worry, newest, sent } = await setUp(await openNew());
    await worry(otter, "heron#1", WHY);
    const [kept] = await core.db.worry.findMany();
    expect(kept?.whySealed).not.toBeNull();
    await sent();
    const taken = await takeAlert(core, { actor: admin, alertId: await newest() });
    expect(taken).toEqual({
      memberIsTold: false,
      whys: ["She wrote that she wants to die. Her name is [name]."],
    });
    expect(await sent()).toEqual(["edit crisis first to the team"]);
    expect((await core.db.worry.findMany()).map(({ whySealed }) => whySealed)).toEqual([null]);
    const entries = await core.db.auditEntry.findMany();
    expect(entries.map(({ detail }) => detail).join()).not.toContain("die");
  });

  test("that nobody takes is told to the team again, and not to the person; who then asks for company is told", async () => {
    const { core, clock, admin, heron, otter, worry, newest, sent } = await setUp(await openNew());
    await worry(otter, "heron#1");
    await sent();
    const alertId = await newest();
    clock.advance(core.config.timing.crisisEscalateMs);
    expect(await escalateDue(core)).toBe(1);
    expect(await sent()).toEqual(["post crisis again to the team"]);
    await askForCompany(core, { actor: heron, alertId });
    await takeAlert(core, { actor: admin, alertId: await newest() });
    expect(await sent()).toEqual([
      "post crisis first to the team",
      "edit crisis first to the team",
      "post crisis-support somebody-is-here to Quiet Heron",
    ]);
  });

  test("in answer to which company is asked for is an alert of theirs from then on", async () => {
    const { core, admin, heron, otter, worry, newest, sent } = await setUp(await openNew());
    await worry(otter, "heron#1");
    await takeAlert(core, { actor: admin, alertId: await newest() });
    await sent();
    await askForCompany(core, { actor: heron, alertId: await newest() });
    expect(await sent()).toEqual([
      "edit crisis first to the team",
      "post crisis-support somebody-is-here to Quiet Heron",
    ]);
  });

  test("is heard five times a day of one member, and the advice stands even then", async () => {
    const { core, clock, otter, worry, alerts } = await setUp(await openNew());
    for (const one of [1, 2, 3, 4, 5]) await worry(otter, `stranger#${one}`);
    await expect(worry(otter, "stranger#6")).rejects.toMatchObject({
      code: "too_many",
      help: { text: expect.stringContaining("call 999") },
    });
    expect((await alerts()).length).toBe(5);
    clock.advance(24 * HOUR_MS);
    expect(await codeOf(worry(otter, "stranger#6"))).toBe("ok");
    expect(await core.db.worry.count()).toBe(6);
  });

  test("is refused about oneself and with too many words, and is of one community", async () => {
    const { town, core, clock, admin, otter, worry, alerts } = await setUp(await openNew());
    expect(await codeOf(worry(otter, "otter#2"))).toBe("invalid_input");
    await expect(worry(otter, "heron#1", "so long ".repeat(50))).rejects.toMatchObject({
      code: "too_long",
      help: { text: expect.stringContaining("How you can help") },
    });
    expect(await alerts()).toEqual([]);
    // In another community the same account is nobody's that is known there.
    const other = await addCommunity(core, clock, { name: "Other", actor: admin });
    const lark = await joinAs(other, "Lark");
    await worry(lark, "heron#1");
    expect((await alerts()).map(({ memberId, communityId }) => [memberId, communityId])).toEqual([
      [null, other.communityId],
    ]);
    expect(town.communityId).not.toBe(other.communityId);
  });

  test("is forgotten after a week: who was meant, and what was written", async () => {
    const { core, clock, otter, worry, alerts } = await setUp(await openNew());
    await worry(otter, "stranger#77", WHY);
    const sealed = async () => [
      ...(await alerts()).map(({ personKey, personSealed }) => personKey !== null && personSealed !== null),
      ...(await core.db.worry.findMany()).map(({ whySealed }) => whySealed !== null),
    ];
    clock.advance(7 * 24 * HOUR_MS);
    await forgetWorries(core);
    expect(await sealed()).toEqual([true, true]);
    clock.advance(1);
    await forgetWorries(core);
    expect(await sealed()).toEqual([false, false]);
  });
});
