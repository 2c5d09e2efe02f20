import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ACTIONS } from "#core/moderation/decisions/action.ts";
import type { Counts, Durations, FigureId } from "#core/reporting/figures.ts";
import { outlineOf } from "#core/reporting/outline.ts";
import { toldMonth } from "#core/reporting/told.ts";
import { ownRuleBook } from "../../support/own-rules.ts";
import { bounds } from "./attackers.ts";

const RULES = ownRuleBook();
const OUTLINE = outlineOf(RULES);
const { figures: FIGURES, sums: SUMS } = OUTLINE;

const NO_TIMES: Durations = { decision: [], appeal: [], answer: [], alert: [] };
const times = (count: number): number[] => Array.from({ length: count }, (_, at) => (at + 1) * 60_000);

/** Random counts that add up as those of a month do. */
function drawMonth(draw: fc.GeneratorValue, largest: number): Record<string, number> {
  const counts: Record<string, number> = {};
  const within = (most: number) => draw(fc.integer, { min: 0, max: most });
  const fill = (id: string, value: number) => {
    counts[id] = value;
    for (const { parts } of SUMS.filter(({ total }) => total === id)) {
      const open = parts.filter((part) => counts[part] === undefined);
      let rest = value - parts.reduce((sum, part) => sum + (counts[part] ?? 0), 0);
      for (const [at, part] of open.entries()) {
        const given = at === open.length - 1 ? rest : within(rest);
        rest -= given;
        fill(part, given);
      }
    }
  };
  // A count that is part of two sums is drawn first, so that neither is broken.
  const decided = within(largest);
  const same = within(decided);
  fill("cases.opened.decided", same);
  fill("cases.opened.waiting", within(largest));
  counts["cases.opened"] = same + (counts["cases.opened.waiting"] ?? 0);
  fill("cases.decided", decided);
  fill("reports", (counts["cases.opened"] ?? 0) + within(largest));
  fill("alerts", within(largest));
  fill("worries", (counts["alerts.worry"] ?? 0) + within(largest));
  for (const id of FIGURES) if (counts[id] === undefined) fill(id, within(largest));
  return counts;
}

describe("the outline of the report", () => {
  test("has each action and each rule, and no count twice with other words", () => {
    for (const action of ACTIONS.filter((one) => one !== "dismiss"))
      expect(FIGURES).toContain(`action.${action}`);
    for (const { id } of RULES.all) expect(FIGURES).toContain(`rule.${id}`);
    const ids = OUTLINE.sections
      .flatMap(({ tables, rows }) => [...tables.flatMap((table) => table.rows), ...rows])
      .map(({ id }) => id);
    expect([...new Set(ids)].filter((id) => ids.indexOf(id) !== ids.lastIndexOf(id))).toEqual([
      "cases.opened.decided",
    ]);
  });

  test("has sums that form no ring, so that bounds handed from one to the next are all that can be known", () => {
    const joined = new Map<string, string>();
    const rootOf = (id: string): string => {
      const up = joined.get(id);
      return up === undefined ? id : rootOf(up);
    };
    for (const [at, { total, parts }] of SUMS.entries())
      for (const id of [total, ...parts]) {
        const [one, other] = [rootOf(`sum ${at}`), rootOf(id)];
        expect(`${id} of sum ${at}: ${one === other ? "a ring" : "no ring"}`).toContain("no ring");
        joined.set(one, other);
      }
  });
});

describe("what is told of a month", () => {
  test("of random months leaves every hidden count open, across all tables", () => {
    fc.assert(
      fc.property(fc.gen(), fc.constantFrom(6, 20, 90), (draw, largest) => {
        const counts = drawMonth(draw, largest);
        for (const { total, parts } of SUMS)
          expect([total, counts[total]]).toEqual([
            total,
            parts.reduce((sum, part) => sum + (counts[part] ?? 0), 0),
          ]);
        const { counts: told } = toldMonth({ counts, durations: NO_TIMES }, OUTLINE);
        const hidden = new Set(FIGURES.filter((id) => told[id] === "hidden"));
        // Told nowhere: from 0 on.
        const unsaid = Object.keys(counts).filter((id) => !(id in told));
        const open = new Map(Object.entries(counts));
        const known = bounds({ counts: open, sums: SUMS }, hidden, new Set(unsaid));
        for (const id of FIGURES) {
          if ((counts[id] ?? 0) > 0 && (counts[id] ?? 0) < 5) expect(hidden).toContain(id);
          const [least, most] = known.get(id) ?? [0, 0];
          if (hidden.has(id)) expect([id, most - least > 0]).toEqual([id, true]);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("shares are of told numbers only, and of nothing there is no share", () => {
    const told = (counts: Counts) => toldMonth({ counts, durations: NO_TIMES }, OUTLINE).shares;
    const appeals = (upheld: number, overturned: number): Counts => ({
      "appeals.decided": upheld + overturned,
      "appeals.upheld": upheld,
      "appeals.overturned": overturned,
    });
    expect(told(appeals(15, 5))["appeals.overturned"]).toBe(25);
    expect(told(appeals(12, 0))["appeals.overturned"]).toBe(0);
    expect(told(appeals(12, 3))["appeals.overturned"]).toBe("hidden");
    expect(told({})["appeals.overturned"]).toBe("none");
  });

  test("a time takes five, the slowest tenth takes twenty, and both hide with what says how many", () => {
    const answers = (count: number) =>
      toldMonth(
        { counts: { "answers.first": count }, durations: { ...NO_TIMES, answer: times(count) } },
        OUTLINE,
      ).times.answer;
    expect(answers(0)).toEqual({ median: "none", ninetieth: "none" });
    expect(answers(4)).toEqual({ median: "hidden", ninetieth: "hidden" });
    expect(answers(5)).toEqual({ median: 3, ninetieth: "hidden" });
    expect(answers(20)).toEqual({ median: 11, ninetieth: 18 });
    const counts: Counts = { "appeals.decided": 5, "appeals.upheld": 5 };
    const hides = toldMonth(
      {
        counts: { ...counts, "appeals.decided": 4, "appeals.upheld": 4 },
        durations: { ...NO_TIMES, appeal: times(30) },
      },
      OUTLINE,
    );
    expect(hides.times.appeal.median).toBe("hidden");
  });

  test("alerts that were sent again hide with those that nobody took at once", () => {
    const alerts = (soon: number, later: number): Counts => ({
      alerts: soon + later,
      "alerts.wrote": soon + later,
      "alerts.taken": soon + later,
      "alerts.taken.soon": soon,
      "alerts.taken.later": later,
      "alerts.told-again": later,
    });
    const again = (counts: Counts) =>
      toldMonth({ counts, durations: NO_TIMES }, OUTLINE).counts["alerts.told-again" satisfies FigureId];
    expect(again(alerts(9, 6))).toBe(6);
    expect(again(alerts(3, 6))).toBe("hidden");
  });
});
