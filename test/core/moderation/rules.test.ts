import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { ruleChoices } from "#bots/discord/choices.ts";
import { SEVERITIES } from "#core/moderation/cases/case.ts";
import { loadRules, ownRules, readRules, rulesWith } from "#core/moderation/load-rules.ts";
import {
  KEPT_RULES,
  type RuleBook,
  ruleCounted,
  ruleDecided,
  ruleNamed,
  ruleWords,
} from "#core/moderation/rules.ts";
import { RulesError } from "#core/moderation/rules-file.ts";
import { SHIPPED_RULES, shippedRules } from "#core/moderation/shipped-rules.ts";
import { fileWith, fullRules, ownRuleBook } from "../../support/own-rules.ts";

const FILE = "rules.yaml";

function problemsOf(load: () => unknown): readonly string[] {
  try {
    load();
    return [];
  } catch (error) {
    if (!(error instanceof RulesError)) throw error;
    return error.problems.map(({ file, where, problem }) =>
      [file, where, problem].filter(Boolean).join(": "),
    );
  }
}

const problemsIn = (source: string) => problemsOf(() => rulesWith(FILE, source));

/** The path of an own file with this in it. */
function ownFile(text: string): string {
  const home = mkdtempSync(join(tmpdir(), "curbside-rules-"));
  onTestFinished(() => rmSync(home, { recursive: true }));
  writeFileSync(ownRules(home), text);
  return ownRules(home);
}

const idsOf = (rules: RuleBook["all"]) => rules.map(({ id }) => id);

describe("the rules that come with Curbside", () => {
  test("are those in force where there is no file, or nothing in it", () => {
    expect(loadRules("/nowhere/rules.yaml")).toBe(shippedRules());
    expect(loadRules(ownFile("# none yet\n"))).toEqual(shippedRules());
  });

  test("keep their numbers and ids, which decisions of years ago name", () => {
    expect(SHIPPED_RULES.map(({ number, id }) => `${number} ${id}`)).toEqual([
      "1 kind",
      "2 private",
      "3 no-sales",
      "4 no-dosing",
      "5 honest-roles",
      "6 no-methods",
      "7 no-harassment",
      "8 no-flooding",
      "9 general",
      "10 lawful",
    ]);
    for (const id of KEPT_RULES) expect(ruleNamed(shippedRules(), id)?.id).toBe(id);
  });

  test("hold themselves to what is asked of a file", () => {
    const written = SHIPPED_RULES.map(({ from: _from, retired: _retired, severity, ...rule }) => ({
      ...rule,
      severity: SEVERITIES[severity],
    }));
    const read = rulesWith(FILE, fileWith(written));
    expect(read.all.map((rule) => ({ ...rule, from: "shipped" }))).toEqual(SHIPPED_RULES);
  });
});

describe("rules of one's own", () => {
  const book = ownRuleBook();

  test("are added, changed and retired, and the rest stays", () => {
    expect(ruleNamed(book, "own-photos")).toEqual({
      id: "own-photos",
      number: 21,
      title: "No photos of wards",
      text: "Other patients may be in them, and they were not asked.",
      severity: 2,
      points: 2,
      reason: "The photo shows {what}. Please take it down.",
      from: "own",
      retired: false,
    });
    const [kind] = SHIPPED_RULES;
    expect(ruleNamed(book, "1")).toEqual({ ...kind, title: "Kindness first", points: 2, from: "changed" });
    expect(ruleNamed(book, "rule 8")).toBeUndefined();
    expect(idsOf(book.all)).toContain("no-flooding");
    expect(idsOf(book.inForce)).toEqual([
      ...idsOf(SHIPPED_RULES).filter((id) => id !== "no-flooding"),
      "own-photos",
    ]);
    for (const rule of SHIPPED_RULES.filter(({ id }) => id !== "kind" && id !== "no-flooding"))
      expect(book.all).toContainEqual(rule);
  });

  test("are said as they were when a decision was made, and that they are no rule any more", () => {
    const asRead = { number: 22, title: "No BAA talk", text: "Not here." };
    expect(ruleWords(book, "own-photos", undefined)).toBe("rule 21 (no photos of wards)");
    expect(ruleWords(book, "kind", { number: 1, title: "Be kind", text: "" })).toBe("rule 1 (be kind)");
    expect(ruleWords(book, "no-flooding", undefined)).toBe("rule 8 (no flooding, no longer a rule)");
    expect(ruleWords(book, "own-gone", asRead)).toBe("rule 22 (no BAA talk, no longer a rule)");
    expect(ruleWords(book, "own-gone", undefined)).toBe("own-gone (no longer a rule)");
    expect(ruleWords(book, "", undefined)).toBe("");
    expect(ruleDecided(book, "own-gone", asRead)).toEqual({ ...asRead, retired: true });
    expect(ruleCounted({ number: 9, title: "HIPAA", retired: true })).toBe("Rule 9: HIPAA, no longer a rule");
  });

  test("fit the report form of Discord, however many and long they are", () => {
    const choices = ruleChoices(fullRules());
    expect(choices).toHaveLength(25);
    for (const { label, value, description = "" } of choices) {
      expect(label.length).toBeLessThanOrEqual(75);
      expect(value.length).toBeLessThanOrEqual(100);
      expect(description.length).toBeLessThanOrEqual(100);
    }
    expect(choices.at(-1)?.description).toMatch(/words…$/i);
  });

  test("are what the guide for moderators shows", () => {
    const guide = readFileSync(join(import.meta.dirname, "../../../docs/moderation.md"), "utf8");
    const [, example = ""] = /```yaml\n(.*?)```/s.exec(guide) ?? [];
    const { all } = rulesWith(FILE, example);
    expect(all.filter(({ from }) => from !== "shipped").map(({ id }) => id)).toEqual([
      "no-dosing",
      "no-flooding",
      "own-photos",
    ]);
  });

  test("lose what hides in a text or turns it around", () => {
    const hidden = fileWith([{ id: "kind", title: " Be\u202E ki\u200Bnd " }]);
    expect(ruleNamed(rulesWith(FILE, hidden), "kind")?.title).toBe("Be kind");
  });
});

const PHOTOS = { title: "No photos", text: "None.", severity: "routine", points: 1 } as const;

describe("a file of rules with mistakes", () => {
  test("is refused with all of them, each by its line and its rule", () => {
    const wrong = `# ours
- id: own-photos
  number: 4.5
  title: ""
  text: |
    Two
    lines
  severity: grave
  points: 0
  retired: false
  colour: red
- title: 12
- id: Kind
`;
    expect(problemsIn(wrong)).toEqual([
      "rules.yaml: line 3, own-photos number: must be a whole number from 1 to 999",
      "rules.yaml: line 4, own-photos title: must not be empty",
      "rules.yaml: line 5, own-photos text: must be one line",
      "rules.yaml: line 8, own-photos severity: must be routine, serious or urgent",
      "rules.yaml: line 9, own-photos points: must be a whole number from 1 to 10",
      "rules.yaml: line 10, own-photos retired: must be true, or be left out",
      "rules.yaml: line 11, own-photos colour: is nothing that a rule has: it has id, number, title, text, severity, points, reason, retired",
      "rules.yaml: line 12, id: must be there: small letters, digits and hyphens",
      "rules.yaml: line 12, title: must be text; write it in quotes",
      "rules.yaml: line 13, Kind id: must be small letters, digits and hyphens",
    ]);
  });

  test("is refused where ids or numbers would mean two things", () => {
    const own = (id: string, more: object = {}) => ({ id, number: 20, ...PHOTOS, ...more });
    const cases: [rules: object[], problem: RegExp][] = [
      [[{ id: "kind" }, { id: "kind" }], /line 2, kind id: is there twice$/],
      [[{ id: "kind", number: 2 }], /kind number: is 1 and stays so/],
      [[{ id: "kid", title: "Be kind" }], /kid id: is none that comes with Curbside; .* own-photos$/],
      [[own("own-a", { number: 11 })], /own-a number: must be from 20 on/],
      [[own("own-a"), own("own-b", { title: "B" })], /line 2, own-b number: is the number of own-a too/],
      [[own("own-a", { retired: true }), own("own-b")], /own-b number: is the number of own-a too/],
      [[own("own-a"), own("own-b", { number: 21, title: "no PHOTOS" })], /title: is the same for rules 20/],
      [[own("own-a", { title: "Be kind" })], /line 1, own-a title: is the same for rules 1 and 20/],
    ];
    for (const [rules, problem] of cases)
      expect(problemsIn(fileWith(rules))).toEqual([expect.stringMatching(problem)]);
    expect(problemsIn("- id: own-a")).toEqual(
      ["number", "title", "text", "severity", "points"].map(
        (name) => `rules.yaml: line 1, own-a: needs a ${name}`,
      ),
    );
  });

  test("is refused where it takes away what automatic reports rest on", () => {
    for (const id of KEPT_RULES) {
      expect(problemsIn(fileWith([{ id, retired: true }]))).toEqual([
        `rules.yaml: line 1, ${id} retired: is not for this rule: automatic reports name it`,
      ]);
      const { severity = 1 } = SHIPPED_RULES.find((rule) => rule.id === id) ?? {};
      const lower = fileWith([{ id, severity: "routine" }]);
      if (severity > 1) expect(problemsIn(lower)).toEqual([expect.stringContaining("not lowered")]);
      expect(ruleNamed(rulesWith(FILE, fileWith([{ id, severity: "urgent" }])), id)?.severity).toBe(3);
    }
  });

  test("is refused where a report form would not hold it, unless some are retired", () => {
    const rules = Array.from({ length: 15 }, (_, at) => ({
      id: `own-${at}`,
      number: 20 + at,
      ...PHOTOS,
      title: `Rule of ${at}`,
    }));
    expect(problemsIn(fileWith(rules))).toEqual([
      "rules.yaml: leaves 25 rules in force, and a report form holds 24: retire some",
    ]);
    expect(problemsIn(fileWith([...rules, { id: "kind", retired: true }]))).toEqual([]);
  });

  test("is refused where it is no list, no YAML, or no file that can be read", () => {
    expect(problemsIn("kind: 1")).toEqual(["rules.yaml: must be a list of rules"]);
    expect(problemsIn("- id: [")[0]).toMatch(/^rules.yaml: line 1: /);
    expect(problemsIn("- id: kind\n  id: private")[0]).toMatch(/^rules.yaml: line [12]: /);
    expect(problemsIn("- &a { id: kind }\n- *a")).toEqual([
      "rules.yaml: line 2: *a points at another place: write it out",
    ]);
    expect(problemsIn("- id: kind\n--- \n- id: private")).toHaveLength(1);
    const nowhere = join(ownFile(""), "..", "none.yaml");
    expect(problemsOf(() => readRules(nowhere))).toEqual(["none.yaml: it cannot be read (ENOENT)"]);
  });
});

const word = fc.stringMatching(/^[a-z]{1,8}$/);
const own = fc.record(
  {
    id: word.map((end) => `own-${end}`),
    number: fc.integer({ min: 20, max: 999 }),
    title: fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
    text: fc.string({ minLength: 1, maxLength: 40 }),
    severity: fc.constantFrom(...Object.values(SEVERITIES)),
    points: fc.integer({ min: 1, max: 10 }),
    reason: fc.string({ minLength: 1, maxLength: 40 }),
    retired: fc.constant(true),
  },
  { requiredKeys: ["id", "number", "title", "text", "severity", "points"] },
);
const change = fc.record(
  {
    id: fc.constantFrom(...SHIPPED_RULES.map(({ id }) => id)),
    title: fc.string({ minLength: 1, maxLength: 20 }),
    severity: fc.constantFrom(...Object.values(SEVERITIES)),
    points: fc.integer({ min: 1, max: 10 }),
    retired: fc.constant(true),
  },
  { requiredKeys: ["id"] },
);
const anything = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.oneof(own, change), { maxLength: 12 }).map(fileWith) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  { weight: 1, arbitrary: fc.array(fc.jsonValue()).map((data) => JSON.stringify(data)) },
  {
    weight: 1,
    arbitrary: fc
      .array(
        fc.constantFrom(
          "- ",
          "id",
          ": ",
          "\n",
          "  ",
          "&a ",
          "*a",
          "kind",
          "[",
          "{",
          "!!int ",
          "<<",
          "__proto__",
        ),
      )
      .map((parts) => parts.join("")),
  },
);

describe("whatever stands in a file", () => {
  const bookIn = (source: string): RuleBook | undefined => {
    try {
      return rulesWith(FILE, source);
    } catch (error) {
      if (!(error instanceof RulesError)) throw error;
      expect(error.problems.length).toBeGreaterThan(0);
      return undefined;
    }
  };

  test("it is refused with words, or leaves every old decision readable and every automatic report its rule", () => {
    fc.assert(
      fc.property(anything, (source) => {
        const book = bookIn(source);
        if (book === undefined) return;
        const { all, inForce } = book;
        for (const { id, number } of SHIPPED_RULES)
          expect(all.find((rule) => rule.id === id)?.number).toBe(number);
        for (const id of KEPT_RULES) {
          const shipped = SHIPPED_RULES.find((rule) => rule.id === id);
          expect(ruleNamed(book, id)?.severity).toBeGreaterThanOrEqual(shipped?.severity ?? 9);
        }
        expect(new Set(all.map(({ number }) => number)).size).toBe(all.length);
        expect(new Set(idsOf(all)).size).toBe(all.length);
        expect(all.toSorted((a, b) => a.number - b.number)).toEqual(all);
        expect(inForce).toEqual(all.filter(({ retired }) => !retired));
        expect(inForce.length).toBeLessThanOrEqual(24);
        for (const { id, number, title, text, points } of all) {
          expect(title).toMatch(/^\S(.*\S)?$/u);
          expect(title.length).toBeLessThanOrEqual(60);
          expect(text).not.toBe("");
          expect(points).toBeGreaterThan(0);
          expect(ruleDecided(book, id, undefined)?.title).toBe(title);
          expect(ruleWords(book, id, undefined)).toContain(`rule ${number} (`);
        }
        for (const rule of inForce)
          for (const typed of [rule.id, String(rule.number), ` Rule ${rule.number} `])
            expect(ruleNamed(book, typed)).toEqual(rule);
      }),
      { numRuns: 500 },
    );
  });

  test("one rule alone that is whole is read as it was written", () => {
    fc.assert(
      fc.property(own, (entry) => {
        const book = bookIn(fileWith([entry]));
        const rule = book?.all.find(({ id }) => id === entry.id);
        if (rule === undefined) return;
        const { number, points, retired = false } = entry;
        expect(rule).toMatchObject({ number, points, retired, from: "own" });
        expect(SEVERITIES[rule.severity]).toBe(entry.severity);
        expect(rule.reason === "").toBe(entry.reason === undefined);
      }),
    );
  });
});
