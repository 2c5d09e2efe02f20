import { expect, test } from "vitest";
import type { Actor } from "#core/access.ts";
import { setCare } from "#core/communities/set-care.ts";
import type { Store } from "#core/foundation/store/open-store.ts";
import { forgetReads } from "#core/moderation/care/forget-reads.ts";
import { tellCapsReached } from "#core/moderation/care/tell-caps-reached.ts";
import { waitsForCaps } from "#core/moderation/care/waiting.ts";
import { handBackCase } from "#core/moderation/cases/hand-back-case.ts";
import { showCase } from "#core/moderation/cases/show-case.ts";
import { takeCase, takeNextCase } from "#core/moderation/cases/take-case.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { undoDecision } from "#core/moderation/decisions/undo-decision.ts";
import { reportPost } from "#core/moderation/reports/report-post.ts";
import { setShifts } from "#core/moderation/shifts/set-shifts.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { codeOf, HOUR_MS, joinAs } from "../small-town.ts";
import { type Moderated, moderatedTown, postBy } from "./moderated.ts";

const ROUTINE = "3";
const URGENT = "10";

/** A town in which so many posts were reported, routine ones and after them urgent ones. */
async function busy(store: Store, { routine = 0, urgent = 0 }): Promise<Moderated> {
  const town = await moderatedTown(store);
  const actor = await joinAs(town, "Quiet Heron");
  for (let at = 0; at < routine + urgent; at += 1) {
    const rule = at < routine ? ROUTINE : URGENT;
    await reportPost(town.core, {
      actor,
      post: postBy("A Stranger", "Buy it", `m-${at}`),
      reason: "Look",
      rule,
    });
  }
  return town;
}

const dismiss = ({ core }: Moderated, actor: Actor, named: string) =>
  decideCase(core, { actor, named, chosen: { action: "dismiss", reason: "No rule is broken" } });

/** As `next` does: takes one, reads it, and decides it or hands it back. Gives its number, or why there is none. */
async function next(town: Moderated, actor: Actor, then: "decide" | "hand back" | "keep" = "decide") {
  const { core } = town;
  const code = await codeOf(takeNextCase(core, { actor }));
  if (code !== "ok") return code;
  const taken = await takeNextCase(core, { actor });
  if (taken === undefined) return "nothing";
  const named = String(taken.number);
  await showCase(core, { actor, named });
  if (then === "decide") await dismiss(town, actor, named);
  if (then === "hand back") await handBackCase(core, { actor, named });
  return taken.number;
}

describeOnBoth("a cap of the day", ({ openNew }) => {
  test("is none unless an admin sets it, and is a whole number", async () => {
    const town = await busy(await openNew(), { routine: 4 });
    const { core, admin, mo } = town;
    for (let at = 1; at <= 4; at += 1) expect(await next(town, mo)).toBe(at);
    expect(await codeOf(setCare(core, { actor: mo, casesADay: 3 }))).toBe("not_allowed");
    for (const wrong of [-1, 1.5, 501])
      expect(await codeOf(setCare(core, { actor: admin, casesADay: wrong }))).toBe("invalid_input");
    expect(await setCare(core, { actor: admin, casesADay: 3 })).toEqual({ casesADay: 3, urgentADay: 0 });
    expect(await setCare(core, { actor: admin, urgentADay: 2 })).toEqual({ casesADay: 3, urgentADay: 2 });
  });

  test("counts what was decided and what was read and handed back, each case once, and says so kindly", async () => {
    const town = await busy(await openNew(), { routine: 5 });
    const { core, admin, mo, kit } = town;
    await setCare(core, { actor: admin, casesADay: 2 });
    expect(await next(town, mo)).toBe(1);
    expect(await next(town, mo, "hand back")).toBe(2);
    expect(await next(town, mo)).toBe("enough_today");
    // Somebody else has room, and by its number it can still be taken.
    expect(await next(town, kit)).toBe(2);
    expect(await codeOf(takeCase(core, { actor: mo, named: "3" }))).toBe("ok");
    await showCase(core, { actor: mo, named: "3" });
    // What is theirs already is theirs again.
    expect((await takeNextCase(core, { actor: mo }))?.number).toBe(3);
    await dismiss(town, mo, "3");
    expect(await next(town, mo)).toBe("enough_today");
  });

  test("counts neither what was only taken, nor what somebody else has, nor the same twice", async () => {
    const town = await busy(await openNew(), { routine: 4 });
    const { core, admin, mo, kit } = town;
    await setCare(core, { actor: admin, casesADay: 2 });
    await takeCase(core, { actor: mo, named: "4" });
    await handBackCase(core, { actor: mo, named: "4" });
    await takeCase(core, { actor: kit, named: "3" });
    await showCase(core, { actor: mo, named: "3" });
    expect(await next(town, mo)).toBe(1);
    const { decisionId } = await dismiss(town, mo, "2");
    await undoDecision(core, { actor: mo, named: "2" });
    expect(decisionId).not.toBe("");
    expect(await core.db.caseRead.count({ where: { memberId: mo.memberId } })).toBe(2);
    expect(await next(town, mo)).toBe("enough_today");
  });

  test("of urgent ones leaves the others, and where only urgent ones wait it says that", async () => {
    const town = await busy(await openNew(), { routine: 1, urgent: 3 });
    const { core, admin, mo } = town;
    await setCare(core, { actor: admin, urgentADay: 2 });
    expect(await next(town, mo)).toBe(2);
    expect(await next(town, mo)).toBe(3);
    expect(await next(town, mo)).toBe(1);
    await expect(takeNextCase(core, { actor: mo })).rejects.toMatchObject({
      code: "enough_today",
      details: { what: "urgent", cap: 2 },
    });
    await dismiss(town, town.kit, "4");
    // Where nothing waits, nobody is told that they had enough.
    expect(await next(town, mo)).toBe("nothing");
  });

  test("begins anew with the day of one's own clock, else of UTC", async () => {
    const town = await busy(await openNew(), { routine: 4 });
    const { core, clock, admin, mo, kit } = town;
    await setCare(core, { actor: admin, casesADay: 1 });
    // It is 09:00 UTC: 01:00 in Los Angeles.
    await setShifts(core, { actor: mo, hours: "daily 0-24", zone: "America/Los_Angeles" });
    expect(await next(town, mo)).toBe(1);
    expect(await next(town, kit)).toBe(2);
    clock.advance(15 * HOUR_MS - 1);
    expect(await next(town, kit)).toBe("enough_today");
    clock.advance(1);
    expect(await next(town, kit)).toBe(3);
    expect(await next(town, mo)).toBe("enough_today");
    clock.advance(8 * HOUR_MS);
    expect(await next(town, mo)).toBe(4);
  });

  test("of a case in hand that ran out counts, since it was read", async () => {
    const town = await busy(await openNew(), { routine: 2 });
    const { core, clock, admin, mo } = town;
    await setCare(core, { actor: admin, casesADay: 1 });
    expect(await next(town, mo, "keep")).toBe(1);
    expect((await takeNextCase(core, { actor: mo }))?.number).toBe(1);
    clock.advance(HOUR_MS);
    expect(await next(town, mo)).toBe("enough_today");
  });

  test("is forgotten after two days: who read what", async () => {
    const town = await busy(await openNew(), { routine: 2 });
    const { core, clock, mo } = town;
    await next(town, mo);
    clock.advance(48 * HOUR_MS);
    expect(await forgetReads(core)).toBe(0);
    clock.advance(1);
    expect(await forgetReads(core)).toBe(1);
  });
});

describeOnBoth("everybody at the cap", ({ openNew }) => {
  test("is told to the moderators' channel once, and of nobody how much", async () => {
    const town = await busy(await openNew(), { routine: 3, urgent: 1 });
    const { core, clock, communityId, admin, mo, kit, ben, south } = town;
    await setCare(core, { actor: admin, casesADay: 1 });
    for (const actor of [mo, kit, ben]) {
      expect(await tellCapsReached(core)).toBe(0);
      await next(town, actor, "hand back");
    }
    expect(await tellCapsReached(core)).toBe(0);
    await next(town, admin, "hand back");
    const told = await Promise.all([tellCapsReached(core), tellCapsReached(core)]);
    expect(told.sort()).toEqual([0, 1]);
    expect(await tellCapsReached(core)).toBe(0);
    await town.drain();
    expect(town.cards(south, "cap")).toEqual([{ kind: "cap", waiting: 4, urgent: 1 }]);
    expect(await waitsForCaps(core.db, { communityId, now: clock.now() })).toMatchObject({ cases: 4 });
    const entries = await core.db.auditEntry.findMany({ where: { verb: "caps.reached" } });
    expect(entries.map(({ actor, subject }) => [actor, subject])).toEqual([["clock", communityId]]);
  });

  test("is of those on shift, where somebody has shifts; with nobody there, nothing is said", async () => {
    const town = await busy(await openNew(), { routine: 3 });
    const { core, clock, communityId, admin, mo, kit } = town;
    await setCare(core, { actor: admin, casesADay: 1 });
    // It is a Tuesday, 09:00 UTC.
    await setShifts(core, { actor: kit, hours: "tue 12-14", zone: "UTC" });
    expect(await tellCapsReached(core)).toBe(0);
    await setShifts(core, { actor: mo, hours: "tue 8-13, wed 0-24", zone: "UTC" });
    expect(await tellCapsReached(core)).toBe(0);
    await next(town, mo, "hand back");
    const waits = () => waitsForCaps(core.db, { communityId, now: clock.now() });
    expect(await waits()).toMatchObject({ cases: 3 });
    clock.advance(3 * HOUR_MS);
    // Kit is there, too, and has room.
    expect(await waits()).toBeUndefined();
    clock.advance(-3 * HOUR_MS);
    expect(await tellCapsReached(core)).toBe(1);
    clock.advance(15 * HOUR_MS);
    // The day after it is told again, when it is so again.
    expect(await tellCapsReached(core)).toBe(0);
    await next(town, mo, "hand back");
    expect(await tellCapsReached(core)).toBe(1);
  });

  test("is not so while a case that is not urgent can be taken, or nothing waits", async () => {
    const town = await busy(await openNew(), { routine: 1, urgent: 2 });
    const { core, clock, communityId, admin, mo } = town;
    await setShifts(core, { actor: mo, hours: "daily 0-24", zone: "UTC" });
    await setCare(core, { actor: admin, urgentADay: 1 });
    await next(town, mo, "hand back");
    const waits = () => waitsForCaps(core.db, { communityId, now: clock.now() });
    expect(await waits()).toBeUndefined();
    await dismiss(town, mo, "1");
    expect(await waits()).toMatchObject({ cases: 2, urgent: 2 });
    for (const named of ["2", "3"]) await dismiss(town, town.kit, named);
    expect(await waits()).toBeUndefined();
  });

  test("is so of what was said in private where all leads and admins are, whatever room a moderator has", async () => {
    const town = await busy(await openNew(), { routine: 1 });
    const { core, clock, communityId, admin, mo, ben } = town;
    const post = { ...postBy("A Stranger", "Buy it from me alone", "whispered"), isPrivate: true };
    await reportPost(core, { actor: mo, post, reason: "Look", rule: URGENT });
    await setCare(core, { actor: admin, casesADay: 1 });
    const waits = () => waitsForCaps(core.db, { communityId, now: clock.now() });
    expect(await waits()).toBeUndefined();
    for (const actor of [admin, ben]) {
      await takeCase(core, { actor, named: "1" });
      await showCase(core, { actor, named: "1" });
      await handBackCase(core, { actor, named: "1" });
    }
    // Mo can still have the first one.
    expect(await waits()).toMatchObject({ cases: 1, urgent: 1 });
    await setShifts(core, { actor: mo, hours: "daily 0-24", zone: "UTC" });
    expect(await waits()).toBeUndefined();
  });
});
