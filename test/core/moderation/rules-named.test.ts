import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reportFound } from "#core/moderation/automatic/report-found.ts";
import { showCase } from "#core/moderation/cases/show-case.ts";
import { reportPost } from "#core/moderation/reports/report-post.ts";
import { keptRule } from "#core/moderation/reports/rules-named.ts";
import { SHIPPED_RULES, shippedRules } from "#core/moderation/shipped-rules.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { joinAs } from "../small-town.ts";
import { moderatedTown, postBy } from "./moderated.ts";

describeOnBoth("the rules that reports name", ({ openNew }) => {
  test("are counted on the case, the most-named first, also those of automatic reports, and never by whom", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo, communityId } = town;
    const names = ["Quiet Heron", "Calm Finch", "Kind Robin", "Shy Wren"];
    const people = await Promise.all(names.map((name) => joinAs(town, name)));
    for (const [at, rule] of ["3", "no-dosing", "rule 4", undefined].entries()) {
      const actor = people[at];
      if (actor === undefined) throw new Error("nobody");
      const named = rule === undefined ? {} : { rule };
      await reportPost(core, { actor, post: postBy("a stranger"), reason: "See", ...named });
    }
    await reportFound(core, {
      communityId,
      kind: "sales",
      post: { ...postBy("a stranger") },
      reason: "Automatic: found sales.",
    });
    const { rules, reports } = await showCase(core, { actor: mo, named: "1" });
    expect(reports).toHaveLength(5);
    expect(rules.map(({ id, number, reports: count }) => [id, number, count])).toEqual([
      ["no-dosing", 4, 2],
      ["no-sales", 3, 2],
    ]);
    expect(rules[0]?.text).toBe(SHIPPED_RULES.find(({ id }) => id === "no-dosing")?.text);
    expect(JSON.stringify(await showCase(core, { actor: mo, named: "1" }))).not.toMatch(
      /Heron|Finch|Robin|Wren/,
    );
  });

  test("of somebody who reports again are one: the graver, which makes it more urgent; and the first of two as grave", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo } = town;
    const actor = await joinAs(town, "Quiet Heron");
    const report = async (rule?: string) => {
      await reportPost(core, {
        actor,
        post: postBy("a stranger"),
        reason: "See",
        ...(rule === undefined ? {} : { rule }),
      });
      const { rules, severity } = await showCase(core, { actor: mo, named: "1" });
      return [rules.map(({ number, reports }) => [number, reports]), severity];
    };
    expect(await report()).toEqual([[], 1]);
    expect(await report("3")).toEqual([[[3, 1]], 1]);
    expect(await report("1")).toEqual([[[3, 1]], 1]);
    expect(await report("10")).toEqual([[[10, 1]], 3]);
    expect(await report("4")).toEqual([[[10, 1]], 3]);
    expect(await report("no such rule")).toEqual([[[10, 1]], 3]);
  });

  test("that are no longer in the list keep their id", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo } = town;
    const actor = await joinAs(town, "Quiet Heron");
    await reportPost(core, { actor, post: postBy("a stranger"), reason: "See", rule: "3" });
    await core.db.report.updateMany({ data: { rule: "of-old" } });
    const { rules } = await showCase(core, { actor: mo, named: "1" });
    expect(rules).toEqual([{ id: "of-old", number: null, title: "of-old", text: "", reports: 1 }]);
  });
});

describe("the rule that one report keeps", () => {
  const some = fc.option(fc.constantFrom(...SHIPPED_RULES.map(({ id }) => id)), { nil: undefined });
  const gravity = (id: string | null) => SHIPPED_RULES.find((rule) => rule.id === id)?.severity ?? 0;

  test("is the gravest of all that were named, in whatever order", () => {
    fc.assert(
      fc.property(fc.array(some), (named) => {
        const kept = named.reduce(
          (before: string | null, one) => keptRule(shippedRules(), before, one),
          null,
        );
        const gravest = Math.max(0, ...named.map((one) => gravity(one ?? null)));
        expect(gravity(kept)).toBe(gravest);
        expect(kept).toBe(named.find((one) => gravity(one ?? null) === gravest && one !== undefined) ?? null);
      }),
    );
  });
});
