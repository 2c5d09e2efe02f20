import { expect, test } from "vitest";
import { suspendCredential } from "#core/credentials/decision/suspend-credential.ts";
import { keptForInbox } from "#core/deliveries/kept-for-inbox.ts";
import { type DeliveryRow, pickDue } from "#core/deliveries/pick.ts";
import { settleFailure } from "#core/deliveries/settle-failure.ts";
import { raiseAlert } from "#core/moderation/raise-alert.ts";
import { takeAlert } from "#core/moderation/take-alert.ts";
import { inbox } from "#core/questions/inbox.ts";
import { takeBack } from "#core/questions/take-back.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { openPractice, type Practice, questionAt } from "../questions/asked.ts";

/** Picks all that is due on a platform, one head after another, and ends each by `end`. */
async function endAll(
  { core }: Practice,
  platform: string,
  end: (row: DeliveryRow) => Promise<unknown>,
): Promise<void> {
  for (;;) {
    const rows = await pickDue(core, { owner: "test", shares: [{ platform, limit: 20 }] });
    if (rows.length === 0) return;
    for (const row of rows) await end(row);
  }
}

function done({ core }: Practice) {
  return ({ id }: DeliveryRow) =>
    core.db.delivery.update({ where: { id }, data: { state: "done", settledAtMs: 1n } });
}

function refused({ core }: Practice) {
  return (row: DeliveryRow) => settleFailure(core, row, { why: "rejected", what: "test" });
}

describeOnBoth("how a delivery ends", ({ openNew }) => {
  test("a removal that fails for good is no lost message, and the receipt says what stands", async () => {
    const practice = await openPractice(await openNew());
    const { core, heron } = practice;
    const questionId = await questionAt(practice, "answered");
    for (const platform of ["south", "north"]) await endAll(practice, platform, done(practice));
    await takeBack(core, { actor: heron, questionId });
    await endAll(practice, "north", done(practice));
    await endAll(practice, "south", refused(practice));
    const notices = await core.db.delivery.findMany({ where: { kind: "notice" } });
    expect(notices).toEqual([]);
    const renewed = { kind: "taken-back", op: "edit", subjectId: questionId };
    expect(await core.db.delivery.count({ where: renewed })).toBeGreaterThan(0);
    expect(core.logged.filter(({ event }) => event === "delivery.dead").length).toBeGreaterThan(0);
  });

  test("a question that the team's side refuses is told to its asker", async () => {
    const practice = await openPractice(await openNew());
    const { core } = practice;
    const questionId = await practice.send();
    await endAll(practice, "south", refused(practice));
    const told = { kind: "notice", subjectId: { startsWith: `undelivered:${questionId}:refused` } };
    expect(await core.db.delivery.count({ where: told })).toBe(1);
  });

  test("with closed direct messages everything is in the inbox, not only answers", async () => {
    const practice = await openPractice(await openNew());
    const { core, heron } = practice;
    await questionAt(practice, "answered");
    await endAll(practice, "north", (row) => settleFailure(core, row, { why: "closed" }));
    expect((await keptForInbox(core, { actor: heron })).map(({ kind }) => kind)).toEqual(["receipt"]);
    expect(await inbox(core, { actor: heron })).toHaveLength(1);
  });

  test("help is in the inbox however it reached them, the newest first, and for a week", async () => {
    const practice = await openPractice(await openNew());
    const { core, clock, heron, town } = practice;
    const { alertId } = await core.tx((tx, now) =>
      raiseAlert(tx, core, { actor: heron, level: "crisis", now }),
    );
    await endAll(practice, "north", done(practice));
    const kept = async () =>
      (await keptForInbox(core, { actor: heron })).map((card) =>
        card.kind === "crisis-support" ? card.about : card.kind,
      );
    expect(await kept()).toEqual(["raised"]);
    clock.advance(1000);
    await takeAlert(core, { actor: town.admin, alertId });
    expect(await kept()).toEqual(["somebody-is-here", "raised"]);
    clock.advance(7 * 24 * 3_600_000);
    expect(await kept()).toEqual([]);
  });

  test("whoever loses their standing sends nothing that was not sent yet, and holds nothing", async () => {
    const practice = await openPractice(await openNew());
    const { core, town, row, credentialId } = practice;
    const [held, answered] = [await questionAt(practice, "claimed"), await questionAt(practice, "answered")];
    await suspendCredential(core, { actor: town.admin, credentialId, reason: "The register says inactive" });
    expect([(await row(held)).status, (await row(answered)).status]).toEqual(["waiting", "waiting"]);
    const unsent = { kind: "answer", trouble: "author-lost-standing" };
    expect(await core.db.delivery.count({ where: unsent })).toBe(1);
    expect(await inbox(core, { actor: practice.heron })).toEqual([]);
  });
});
