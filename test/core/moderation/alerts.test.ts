import { expect, test } from "vitest";
import type { Actor } from "#core/access.ts";
import { nameCrisisContact } from "#core/communities/name-crisis-contact.ts";
import { escalateDue } from "#core/moderation/escalate-due.ts";
import { loadCrisisCard } from "#core/moderation/load-crisis-card.ts";
import { loadCrisisSupportCard } from "#core/moderation/load-crisis-support-card.ts";
import { type Alert, raiseAlert } from "#core/moderation/raise-alert.ts";
import { takeAlert } from "#core/moderation/take-alert.ts";
import { describeOnBoth } from "../../support/databases.ts";
import {
  addCommunity,
  auditOf,
  codeOf,
  HOUR_MS,
  invite,
  joinAs,
  smallTown,
  type Town,
} from "../small-town.ts";

const raise = ({ core }: Town, actor: Actor, level: "crisis" | "emergency" = "crisis"): Promise<Alert> =>
  core.tx((tx, now) => raiseAlert(tx, core, { actor, level, now }));

async function sentBy({ core }: Town): Promise<string[]> {
  const rows = await core.db.delivery.findMany({ orderBy: { id: "asc" } });
  return rows.map((row) => `${row.op} ${row.kind} ${row.subjectId} to ${row.targetKind} on ${row.platform}`);
}

async function setUp(store: Parameters<typeof smallTown>[0]) {
  const town = await smallTown(store);
  await nameCrisisContact(town.core, { actor: town.admin, member: "Ada Admin", on: true });
  const heron = await joinAs(town, "Quiet Heron");
  const alert = await raise(town, heron);
  return { ...town, town, heron, alertId: alert.alertId, text: alert.text };
}

describeOnBoth("an alert", ({ openNew }) => {
  test("gives the right lines at once, and tells the team and the member", async () => {
    const { town, core, alertId, text } = await setUp(await openNew());
    expect(text).toContain("116 123");
    expect(text).toContain("Quiet Heron");
    expect(await sentBy(town)).toEqual([
      `post crisis ${alertId} to channel on south`,
      `post crisis-support raised:${alertId} to member on north`,
    ]);
    expect(await core.tx((tx) => loadCrisisCard(tx, core, alertId))).toMatchObject({
      pseudonym: "Quiet Heron",
      level: "crisis",
      takenBy: undefined,
      again: false,
      contacts: ["Ada Admin"],
    });
    expect(await core.tx((tx) => loadCrisisSupportCard(tx, core, `raised:${alertId}`))).toEqual({
      kind: "crisis-support",
      companyFor: alertId,
      about: "raised",
      text,
    });
    expect(await auditOf(town, alertId)).toEqual(["alert.raised"]);
  });

  test("the words are shown each time, the alert is raised once an hour, unless it gets worse", async () => {
    const { town, clock, heron, alertId } = await setUp(await openNew());
    const again = await raise(town, heron);
    expect(again).toMatchObject({ alertId, isNew: false });
    expect(again.text).toContain("116 123");
    const worse = await raise(town, heron, "emergency");
    expect(worse.isNew).toBe(true);
    expect(worse.text).toContain("999");
    expect((await raise(town, heron, "emergency")).alertId).toBe(worse.alertId);
    clock.advance(HOUR_MS - 1);
    expect((await raise(town, heron)).isNew).toBe(false);
    clock.advance(1);
    expect((await raise(town, heron)).isNew).toBe(true);
    const friend = await joinAs(town, "Calm Otter");
    expect((await raise(town, friend)).isNew).toBe(true);
  });

  test("of two who take it, one has it, the other learns who, and the member is told", async () => {
    const { town, core, admin, alertId } = await setUp(await openNew());
    const mo = await invite(town, "Mo Moderator", "moderator");
    const results = await Promise.all(
      [admin, mo].map((actor) => codeOf(takeAlert(core, { actor, alertId }))),
    );
    expect(results.sort()).toEqual(["already_taken", "ok"]);
    expect((await sentBy(town)).slice(2)).toEqual([
      `edit crisis ${alertId} to channel on south`,
      `post crisis-support somebody-is-here:${alertId} to member on north`,
    ]);
    const card = await core.tx((tx) => loadCrisisCard(tx, core, alertId));
    expect(["Ada Admin", "Mo Moderator"]).toContain(card?.takenBy);
    const told = await core.tx((tx) => loadCrisisSupportCard(tx, core, `somebody-is-here:${alertId}`));
    expect(told?.text).toContain(card?.takenBy);
    expect(await auditOf(town, alertId)).toEqual(["alert.raised", "alert.taken"]);
  });

  test("that was taken a while ago is raised anew when it goes on, and the member is not written to again", async () => {
    const { town, core, clock, admin, heron, alertId } = await setUp(await openNew());
    await takeAlert(core, { actor: admin, alertId });
    clock.advance(HOUR_MS / 6 - 1);
    expect((await raise(town, heron)).isNew).toBe(false);
    clock.advance(1);
    const before = await sentBy(town);
    const again = await raise(town, heron);
    expect((await sentBy(town)).slice(before.length)).toEqual([
      `post crisis ${again.alertId} to channel on south`,
    ]);
  });

  test("is nobody's to take who is a patient, or of another community", async () => {
    const { core, clock, admin, heron, alertId } = await setUp(await openNew());
    const other = await addCommunity(core, clock, { name: "Other", actor: admin });
    expect(await codeOf(takeAlert(core, { actor: heron, alertId }))).toBe("not_allowed");
    expect(await codeOf(takeAlert(core, { actor: other.admin, alertId }))).toBe("not_found");
  });

  test("that nobody takes is told again, once, and the member hears the truth", async () => {
    const { town, core, clock, admin, alertId } = await setUp(await openNew());
    clock.advance(core.config.timing.crisisEscalateMs - 1);
    expect(await escalateDue(core)).toBe(0);
    clock.advance(1);
    expect(await escalateDue(core)).toBe(1);
    expect(await escalateDue(core)).toBe(0);
    expect((await sentBy(town)).slice(2)).toEqual([
      `post crisis again:${alertId} to channel on south`,
      `post crisis-support nobody-yet:${alertId} to member on north`,
    ]);
    expect(await core.tx((tx) => loadCrisisCard(tx, core, `again:${alertId}`))).toMatchObject({
      again: true,
      contacts: ["Ada Admin"],
    });
    const told = await core.tx((tx) => loadCrisisSupportCard(tx, core, `nobody-yet:${alertId}`));
    expect(told?.text).toContain("116 123");

    await takeAlert(core, { actor: admin, alertId });
    expect((await sentBy(town)).slice(4)).toEqual([
      `edit crisis ${alertId} to channel on south`,
      `edit crisis again:${alertId} to channel on south`,
      `post crisis-support somebody-is-here:${alertId} to member on north`,
    ]);
  });

  test("that was taken in time is not told again", async () => {
    const { core, clock, admin, alertId } = await setUp(await openNew());
    await takeAlert(core, { actor: admin, alertId });
    clock.advance(core.config.timing.crisisEscalateMs);
    expect(await escalateDue(core)).toBe(0);
  });
});
