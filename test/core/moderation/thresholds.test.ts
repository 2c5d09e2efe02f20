import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readActor } from "#core/members/read-actor.ts";
import { decideAppeal } from "#core/moderation/appeals/decide-appeal.ts";
import { fileAppeal } from "#core/moderation/appeals/file-appeal.ts";
import { showCase } from "#core/moderation/cases/show-case.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { endDecisionsDue } from "#core/moderation/decisions/end-due.ts";
import { previewDecision } from "#core/moderation/decisions/preview-decision.ts";
import { myStrikes } from "#core/moderation/decisions/strikes.ts";
import { undoDecision } from "#core/moderation/decisions/undo-decision.ts";
import { reportMember } from "#core/moderation/reports/report-member.ts";
import { showThresholds } from "#core/moderation/thresholds/read-thresholds.ts";
import { previewThreshold, setThreshold } from "#core/moderation/thresholds/set-threshold.ts";
import {
  type PastStrike,
  pauseEnd,
  reachedBy,
  spreadOf,
  type Threshold,
  withPointsThen,
  wouldPause,
} from "#core/moderation/thresholds/threshold.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { codeOf, HOUR_MS, joinAs } from "../small-town.ts";
import { type Moderated, moderatedTown } from "./moderated.ts";

const DAY_MS = 24 * HOUR_MS;
/** Worth one point, and three. */
const ONE = "3";
const THREE = "5";

/** A strike on Otter by Mo, for something that Heron reported. */
async function strike(town: Moderated, rule = ONE) {
  const { core, mo, admin } = town;
  const person = { platform: "north", spaceId: "Sunny Side/patients", accountId: "Loud Otter" };
  const { caseId } = await reportMember(core, { actor: admin, person, reason: "They sell things" });
  const chosen = { action: "strike", rule, reason: "It sells something." } as const;
  const preview = await previewDecision(core, { actor: mo, named: caseId, chosen });
  const decided = await decideCase(core, { actor: mo, named: caseId, chosen });
  expect(preview.pauseUntil).toEqual(decided.pauseUntil);
  return decided;
}

const restraintOn = ({ north }: Moderated) => north.restrained.get("Sunny Side/patients/Loud Otter");

describeOnBoth("a threshold", ({ openNew }) => {
  test("pauses with the strike that reaches it, says so, and ends by itself while the points stay", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, admin, north } = town;
    const otter = await joinAs(town, "Loud Otter");
    await setThreshold(core, { actor: admin, points: 2, pauseMs: DAY_MS });
    expect((await strike(town)).pauseUntil).toBeNull();
    await town.drain();
    expect(restraintOn(town)).toBeUndefined();

    const { caseId, pauseUntil } = await strike(town);
    expect(pauseUntil).toEqual(new Date(clock.now().getTime() + DAY_MS));
    expect((await readActor(core.db, otter.memberId))?.silencedUntil).toEqual(pauseUntil);
    await town.drain();
    expect(restraintOn(town)).toEqual({ is: "timed-out", until: pauseUntil });
    expect(town.cards(north, "decision").at(-1)).toMatchObject({ action: "strike", pausesUntil: pauseUntil });
    expect((await showCase(core, { actor: admin, named: caseId })).decisions).toMatchObject([
      { action: "strike", pausesUntil: pauseUntil },
    ]);

    clock.advance(DAY_MS);
    expect(await endDecisionsDue(core)).toBe(1);
    expect(await endDecisionsDue(core)).toBe(0);
    await town.drain();
    expect(restraintOn(town)).toEqual({ is: "free" });
    expect((await readActor(core.db, otter.memberId))?.silencedUntil).toBeUndefined();
    expect((await myStrikes(core, { actor: otter })).points).toBe(2);
  });

  test("the highest that is reached counts, and one graver decision goes on when the pause ends", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, admin, mo } = town;
    await joinAs(town, "Loud Otter");
    await setThreshold(core, { actor: admin, points: 1, pauseMs: DAY_MS });
    await setThreshold(core, { actor: admin, points: 4, pauseMs: 3 * DAY_MS });
    const first = await strike(town);
    expect(first.pauseUntil?.getTime()).toBe(clock.now().getTime() + DAY_MS);
    const second = await strike(town, THREE);
    expect(second.pauseUntil?.getTime()).toBe(clock.now().getTime() + 3 * DAY_MS);
    const person = { platform: "north", spaceId: "Sunny Side/patients", accountId: "Loud Otter" };
    const { caseId } = await reportMember(core, { actor: admin, person, reason: "Again" });
    const chosen = { action: "ban", rule: ONE, reason: "Again.", forMs: 10 * DAY_MS } as const;
    await decideCase(core, { actor: mo, named: caseId, chosen });
    clock.advance(4 * DAY_MS);
    await endDecisionsDue(core);
    await town.drain();
    expect(restraintOn(town)).toMatchObject({ is: "banned" });
  });

  test("undone or overturned, a strike takes its pause with it", async () => {
    const town = await moderatedTown(await openNew());
    const { core, admin, kit } = town;
    const otter = await joinAs(town, "Loud Otter");
    await setThreshold(core, { actor: admin, points: 1, pauseMs: DAY_MS });
    const { caseId } = await strike(town);
    await undoDecision(core, { actor: kit, named: caseId });
    await town.drain();
    expect(restraintOn(town)).toEqual({ is: "free" });
    const again = await decideCase(core, {
      actor: town.mo,
      named: caseId,
      chosen: { action: "strike", rule: ONE, reason: "It sells something." },
    });
    await town.drain();
    expect(restraintOn(town)).toMatchObject({ is: "timed-out" });
    const { appealId } = await fileAppeal(core, {
      actor: otter,
      decisionId: again.decisionId,
      text: "It was a gift.",
    });
    await decideAppeal(core, { actor: kit, named: appealId, outcome: "overturned", reason: "It was." });
    await town.drain();
    expect(restraintOn(town)).toEqual({ is: "free" });
    expect((await readActor(core.db, otter.memberId))?.silencedUntil).toBeUndefined();
  });

  test("is not reached any more where an earlier strike is overturned: the pause of a later one goes too, or is as short as without", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, admin, kit, north } = town;
    const otter = await joinAs(town, "Loud Otter");
    await setThreshold(core, { actor: admin, points: 2, pauseMs: DAY_MS });
    await setThreshold(core, { actor: admin, points: 4, pauseMs: 7 * DAY_MS });
    const first = await strike(town);
    const second = await strike(town, THREE);
    expect(second.pauseUntil?.getTime()).toBe(clock.now().getTime() + 7 * DAY_MS);
    const overturn = async (decisionId: string) => {
      const { appealId } = await fileAppeal(core, { actor: otter, decisionId, text: "It was a gift." });
      await decideAppeal(core, { actor: kit, named: appealId, outcome: "overturned", reason: "It was." });
      await town.drain();
    };
    const decidedAt = clock.now().getTime();
    await overturn(first.decisionId);
    const shorter = new Date(decidedAt + DAY_MS);
    expect((await readActor(core.db, otter.memberId))?.silencedUntil).toEqual(shorter);
    expect(restraintOn(town)).toEqual({ is: "timed-out", until: shorter });
    const notices = town
      .cards(north, "decision")
      .map(({ decisionId, pausesUntil }) => [decisionId, pausesUntil]);
    expect(notices).toContainEqual([second.decisionId, shorter]);
    await undoDecision(core, { actor: kit, named: second.caseId });
    await strike(town);
    const last = await strike(town);
    expect(last.pauseUntil).not.toBeNull();
    const [oldest] = await core.db.decision.findMany({
      where: { state: "standing" },
      orderBy: { id: "asc" },
    });
    await overturn(oldest?.id ?? "");
    expect((await readActor(core.db, otter.memberId))?.silencedUntil).toBeUndefined();
    expect(restraintOn(town)).toEqual({ is: "free" });
  });

  test("holds for strikes from then on only, is tried before it holds, and is an admin's", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, admin, mo } = town;
    const otter = await joinAs(town, "Loud Otter");
    await strike(town);
    await strike(town);
    const wanted = { actor: admin, points: 2, pauseMs: DAY_MS };
    const tried = await previewThreshold(core, wanted);
    expect(tried).toEqual({
      thresholds: [{ points: 2, pauseHours: 24 }],
      spread: [{ points: 2, members: 1 }],
      strikes: { strikes: 2, members: 1 },
      would: { strikes: 1, members: 1 },
    });
    expect((await showThresholds(core, { actor: mo })).thresholds).toEqual([]);
    expect(await setThreshold(core, wanted)).toEqual(tried);
    expect(await setThreshold(core, wanted)).toEqual(tried);
    expect((await readActor(core.db, otter.memberId))?.silencedUntil).toBeUndefined();
    const entries = await core.db.auditEntry.findMany({ where: { verb: "threshold.set" } });
    expect(entries).toHaveLength(2);

    expect(await codeOf(setThreshold(core, { ...wanted, actor: mo }))).toBe("not_allowed");
    for (const wrong of [
      { points: 0 },
      { points: 101 },
      { points: 1.5 },
      { pauseMs: 1 },
      { pauseMs: 29 * DAY_MS },
    ])
      expect(await codeOf(setThreshold(core, { ...wanted, ...wrong }))).toBe("invalid_input");
    const off = { actor: admin, points: 2, pauseMs: undefined };
    expect((await setThreshold(core, off)).thresholds).toEqual([]);
    expect(await codeOf(setThreshold(core, off))).toBe("not_found");
    expect((await strike(town)).pauseUntil).toBeNull();

    clock.advance(100 * DAY_MS);
    await endDecisionsDue(core);
    expect((await previewThreshold(core, wanted)).strikes).toEqual({ strikes: 0, members: 0 });
    expect((await previewThreshold(core, wanted)).spread).toEqual([]);
  });

  test("taken away, ends no pause, and neither does an older strike that fades", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, admin } = town;
    const otter = await joinAs(town, "Loud Otter");
    await setThreshold(core, { actor: admin, points: 2, pauseMs: 7 * DAY_MS });
    const first = await strike(town);
    const fades = (first.endsAt?.getTime() ?? 0) - clock.now().getTime();
    clock.advance(fades - DAY_MS);
    const { pauseUntil } = await strike(town);
    expect(pauseUntil?.getTime()).toBe(clock.now().getTime() + 7 * DAY_MS);
    await setThreshold(core, { actor: admin, points: 2, pauseMs: undefined });
    clock.advance(2 * DAY_MS);
    expect(await endDecisionsDue(core)).toBe(1);
    await town.drain();
    expect((await myStrikes(core, { actor: otter })).points).toBe(1);
    expect((await readActor(core.db, otter.memberId))?.silencedUntil).toEqual(pauseUntil);
    expect(restraintOn(town)).toEqual({ is: "timed-out", until: pauseUntil });
  });

  test("two communities have thresholds of their own", async () => {
    const store = await openNew();
    const town = await moderatedTown(store);
    const { core, admin } = town;
    await setThreshold(core, { actor: admin, points: 2, pauseMs: DAY_MS });
    const elsewhere = { ...admin, communityId: "another" };
    expect((await showThresholds(core, { actor: elsewhere })).thresholds).toEqual([]);
    await expect(
      core.db.threshold.create({
        data: { id: "x", communityId: "another", points: 0, pauseHours: 1, setById: "x", setAt: new Date(0) },
      }),
    ).rejects.toThrow();
  });
});

describe("what thresholds come to", () => {
  const threshold = fc.record({
    points: fc.integer({ min: 1, max: 12 }),
    pauseHours: fc.integer({ min: 1, max: 672 }),
  });
  const thresholds = fc.uniqueArray(threshold, { selector: ({ points }) => points, maxLength: 5 });
  const strikes = fc.array(
    fc
      .record({
        memberId: fc.constantFrom("a", "b", "c"),
        points: fc.integer({ min: 1, max: 3 }),
        decidedAt: fc.integer({ min: 0, max: 1000 }),
        lasts: fc.integer({ min: 1, max: 400 }),
      })
      .map(({ lasts, ...one }): PastStrike => ({ ...one, fadesAt: one.decidedAt + lasts })),
    { maxLength: 30 },
  );

  test("nothing below the lowest; above it the highest that is reached, whatever their order", () => {
    fc.assert(
      fc.property(thresholds, fc.integer({ min: 0, max: 15 }), (all, points) => {
        const reached = reachedBy(all, points);
        const below = all.filter((one) => one.points <= points);
        expect(reached === undefined).toBe(below.length === 0);
        if (reached !== undefined) expect(reached.points).toBe(Math.max(...below.map((one) => one.points)));
        expect(reachedBy(all.toReversed(), points)).toEqual(reached);
        const end = pauseEnd(all, points, new Date(0));
        expect(end?.getTime()).toBe(reached === undefined ? undefined : reached.pauseHours * HOUR_MS);
      }),
    );
  });

  test("a strike leaves somebody with all of theirs that have not faded, and a lower threshold never pauses less", () => {
    fc.assert(
      fc.property(strikes, thresholds, (past, all) => {
        const then = withPointsThen(past);
        expect(then).toHaveLength(past.length);
        for (const [at, { memberId, decidedAt, pointsThen }] of then.entries()) {
          const standing = then
            .slice(0, at + 1)
            .filter((one) => one.memberId === memberId && (one.fadesAt > decidedAt || one === then[at]));
          expect(pointsThen).toBe(standing.reduce((sum, { points }) => sum + points, 0));
        }
        const lower: Threshold[] = all.map((one) => ({ ...one, points: Math.max(1, one.points - 1) }));
        expect(wouldPause(lower, then).strikes).toBeGreaterThanOrEqual(wouldPause(all, then).strikes);
        expect(wouldPause([], then)).toEqual({ strikes: 0, members: 0 });
        const members = spreadOf(past, 500).reduce((sum, bar) => sum + bar.members, 0);
        const having = past.filter(({ decidedAt, fadesAt }) => decidedAt <= 500 && fadesAt > 500);
        expect(members).toBe(new Set(having.map(({ memberId }) => memberId)).size);
      }),
    );
  });
});
