import { expect, test } from "vitest";
import { nameCrisisContact } from "#core/communities/name-crisis-contact.ts";
import { askForCompany } from "#core/moderation/ask-for-company.ts";
import { escalateDue } from "#core/moderation/escalate-due.ts";
import { loadCrisisCard } from "#core/moderation/load-crisis-card.ts";
import { raiseAlert } from "#core/moderation/raise-alert.ts";
import { takeAlert } from "#core/moderation/take-alert.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { auditOf, codeOf, HOUR_MS, joinAs, smallTown, type Town } from "../small-town.ts";

async function sentBy({ core }: Town): Promise<string[]> {
  const rows = await core.db.delivery.findMany({ orderBy: { id: "asc" } });
  return rows.map((row) => `${row.op} ${row.kind} ${row.subjectId}`);
}

async function setUp(store: Parameters<typeof smallTown>[0]) {
  const town = await smallTown(store);
  const { core, admin } = town;
  await nameCrisisContact(core, { actor: admin, member: "Ada Admin", on: true });
  const heron = await joinAs(town, "Quiet Heron");
  const { alertId } = await core.tx((tx, now) =>
    raiseAlert(tx, core, { actor: heron, level: "crisis", now }),
  );
  const told = (await sentBy(town)).length;
  /** What was sent since. */
  const since = async () => (await sentBy(town)).slice(told);
  const card = (id = alertId) => core.tx((tx) => loadCrisisCard(tx, core, id));
  return { ...town, town, heron, alertId, since, card };
}

describeOnBoth("company", ({ openNew }) => {
  test("asked for is shown on the team's card, once, however often it is pressed", async () => {
    const { town, core, clock, heron, alertId, since, card } = await setUp(await openNew());
    const asked = await askForCompany(core, { actor: heron, alertId });
    expect(asked).toEqual({ takenBy: undefined, toldAgainAfterMinutes: 10 });
    const at = clock.now();
    clock.advance(60_000);
    expect(await askForCompany(core, { actor: heron, alertId })).toEqual(asked);
    expect(await since()).toEqual([`edit crisis ${alertId}`]);
    expect((await card())?.wantsCompanyAt).toEqual(at);
    expect(await auditOf(town, alertId)).toEqual(["alert.raised", "alert.company-asked"]);
  });

  test("asked for twice at once is asked for once", async () => {
    const { core, heron, alertId, since } = await setUp(await openNew());
    await Promise.all([1, 2, 3].map(() => askForCompany(core, { actor: heron, alertId })));
    expect(await since()).toEqual([`edit crisis ${alertId}`]);
  });

  test("is for whom the alert is about, and for nobody else", async () => {
    const { town, core, admin, heron, alertId } = await setUp(await openNew());
    const otter = await joinAs(town, "Calm Otter");
    for (const actor of [otter, admin])
      expect(await codeOf(askForCompany(core, { actor, alertId }))).toBe("not_found");
    expect(await codeOf(askForCompany(core, { actor: heron, alertId: "no-alert" }))).toBe("not_found");
  });

  test("says who is there already", async () => {
    const { core, admin, heron, alertId, since } = await setUp(await openNew());
    await takeAlert(core, { actor: admin, alertId });
    const before = (await since()).length;
    expect(await askForCompany(core, { actor: heron, alertId })).toMatchObject({ takenBy: "Ada Admin" });
    expect((await since()).slice(before)).toEqual([`edit crisis ${alertId}`]);
  });

  test("after the second telling, or on an old card, tells the team anew, since nobody would see an edit", async () => {
    const { core, clock, heron, alertId, since, card } = await setUp(await openNew());
    clock.advance(core.config.timing.crisisEscalateMs);
    await escalateDue(core);
    const before = (await since()).length;
    await askForCompany(core, { actor: heron, alertId });
    await askForCompany(core, { actor: heron, alertId });
    const [posted = "", ...more] = (await since()).slice(before);
    const newId = posted.replace("post crisis ", "");
    expect([newId === alertId, more]).toEqual([false, []]);
    expect(await card(newId)).toMatchObject({
      level: "company",
      pseudonym: "Quiet Heron",
      takenBy: undefined,
    });
    clock.advance(5 * 24 * HOUR_MS);
    await askForCompany(core, { actor: heron, alertId });
    expect((await since()).slice(before + 1)).toEqual([expect.stringMatching(/^post crisis /)]);
  });

  test("that nobody gives in time is told again, and the member hears how it stands", async () => {
    const { core, clock, heron, alertId, since } = await setUp(await openNew());
    clock.advance(24 * HOUR_MS);
    await askForCompany(core, { actor: heron, alertId });
    clock.advance(core.config.timing.crisisEscalateMs);
    await escalateDue(core);
    const told = await since();
    const [posted = ""] = told.filter((one) => one.startsWith("post crisis ") && !one.includes("again:"));
    expect(told).toContain(posted.replace("crisis ", "crisis again:"));
    expect(told).toContain(posted.replace("crisis ", "crisis-support nobody-yet:"));
  });
});
