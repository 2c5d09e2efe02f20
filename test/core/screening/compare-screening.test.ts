import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareScreening } from "#core/screening/compare-screening.ts";
import { packPolicies } from "#core/screening/policies/load-policies.ts";
import type { Policies } from "#core/screening/policies/policies.ts";
import { readText } from "#core/screening/read-text.ts";
import { screen } from "#core/screening/screen.ts";
import type { Direction, Screening } from "#core/screening/screening.ts";
import { packWith, textOfWords, twoPacks } from "./policy-files.ts";

const CORPUS = join(import.meta.dirname, "..", "..", "..", "corpus", "tuned");

/** A part of the texts that screening learned from, of all kinds. */
const CORPUS_TEXTS = readdirSync(CORPUS)
  .filter((file) => file.endsWith(".tsv"))
  .flatMap((file) => readFileSync(join(CORPUS, file), "utf8").split("\n"))
  .map((line) => line.split("\t")[2] ?? "")
  .filter((text) => text !== "");

const directions = fc.constantFrom<Direction[]>("inbound", "answer");
const anyText = fc.oneof(
  { arbitrary: textOfWords, weight: 4 },
  { arbitrary: fc.constantFrom(...CORPUS_TEXTS), weight: 2 },
  { arbitrary: fc.string({ unit: "binary" }), weight: 1 },
);

/** In any order, since the order of two signals with the same words says nothing. */
function seen({ verdict, signals }: Pick<Screening, "verdict" | "signals">) {
  return { verdict, signals: signals.map((signal) => JSON.stringify(signal)).sort() };
}

/** What the whole screening makes of a text under both packs; undefined when that is the same. */
function wholeScreen(text: string, direction: Direction, from: Policies, to: Policies) {
  const before = seen(screen(text, { direction, policies: from }));
  const after = seen(screen(text, { direction, policies: to }));
  return JSON.stringify(before) === JSON.stringify(after) ? undefined : { from: before, to: after };
}

function compared(text: string, direction: Direction, from: Policies, to: Policies) {
  const difference = compareScreening(from, to).differenceIn(readText(text), direction);
  return difference && { from: seen(difference.from), to: seen(difference.to) };
}

describe("comparing two packs of policies", () => {
  test("flips nothing for any text when they are the same", () => {
    fc.assert(
      fc.property(twoPacks(), anyText, directions, ({ from }, text, direction) => {
        const comparison = compareScreening(from, from);
        expect(comparison.rules.size).toBe(0);
        expect(comparison.canDiffer(direction)).toBe(false);
        expect(comparison.differenceIn(readText(text), direction)).toBeUndefined();
      }),
    );
  });

  test("flips exactly what the whole screening takes for something else, run under both", () => {
    let flips = 0;
    const packs = twoPacks();
    fc.assert(
      fc.property(
        packs,
        fc.array(anyText, { minLength: 8, maxLength: 8 }),
        directions,
        (pair, texts, direction) => {
          for (const text of texts) {
            const expected = wholeScreen(text, direction, pair.from, pair.to);
            expect(compared(text, direction, pair.from, pair.to)).toEqual(expected);
            if (expected !== undefined) flips += 1;
          }
        },
      ),
      { numRuns: 400 },
    );
    // Else the packs and the texts have too little in common to say anything.
    expect(flips).toBeGreaterThan(300);
  });

  test("flips exactly that on top of the default pack, among texts of all kinds", () => {
    let flips = 0;
    fc.assert(
      fc.property(
        twoPacks({ onPack: true }),
        fc.array(anyText, { minLength: 12, maxLength: 12 }),
        directions,
        (pair, texts, direction) => {
          for (const text of texts) {
            const expected = wholeScreen(text, direction, pair.from, pair.to);
            expect(compared(text, direction, pair.from, pair.to)).toEqual(expected);
            if (expected !== undefined) flips += 1;
          }
        },
      ),
      { numRuns: 15 },
    );
    expect(flips).toBeGreaterThan(5);
  });

  test("a rule in shadow changes nothing, and its trial is the same pack with the rule live", () => {
    fc.assert(
      fc.property(twoPacks(), anyText, directions, ({ to }, text, direction) => {
        const signals = screen(text, { direction, policies: to }).signals;
        for (const { rule } of signals) expect(to.rules.get(rule)?.mode).not.toBe("shadow");
        expect(compared(text, direction, to, to.trial)).toEqual(wholeScreen(text, direction, to, to.trial));
      }),
      { numRuns: 300 },
    );
  });

  test("a reader that listened to a changed rule flips with it", () => {
    const rule = (action: string, unless: string) => `
about: x
vetoes: [{ id: said-in-play, where: sentence, match: in the play }]
rules:
  - { id: house.rope, kind: crisis, severity: low, action: ${action}, score: 0.8, text: t, unless: { ${unless} },
      match: with the rope, mustMatch: [with the rope], mustNotMatch: [x] }
`;
    const [firm, lowered] = [packWith(rule("help", "")), packWith(rule("help", "said-in-play: lower"))];
    const text = "I will hang myself with the rope tonight, in the play and in my life";
    const difference = compareScreening(firm, lowered).differenceIn(readText(text), "inbound");
    expect(difference?.rules.map(({ rule }) => rule)).toContain("house.rope");
    expect(compared(text, "inbound", firm, lowered)).toEqual(wholeScreen(text, "inbound", firm, lowered));
  });

  test.each([
    ["what an exception of a veto finds", "except: [truly]", "match: really"],
    ["which exceptions a veto has", "except: []", "match: truly"],
  ])("%s flips what the veto cancelled", (_, except, match) => {
    const withVetoes = (mine: string, truly: string) =>
      packWith(`
about: x
vetoes:
  - { id: in-play, where: sentence, match: in the play, ${mine} }
  - { id: truly, where: sentence, ${truly} }
rules:
  - { id: house.rope, kind: community, severity: low, action: hold, text: t, unless: { in-play: drop },
      match: a rope, mustMatch: [a rope], mustNotMatch: [x] }
`);
    const from = withVetoes("except: [truly]", "match: truly");
    const to = withVetoes(except, match);
    const difference = compareScreening(from, to).differenceIn(
      readText("truly a rope in the play"),
      "inbound",
    );
    expect(difference?.rules.map(({ rule }) => rule)).toEqual(["house.rope"]);
  });

  test("opens no answer when only rules about patients' texts changed", () => {
    const own = packWith(
      "about: x\nrules: [{ id: house.raffle, kind: community, severity: low, action: hold, text: t, match: raffle, mustMatch: [raffle], mustNotMatch: [x] }]",
    );
    const comparison = compareScreening(packPolicies(), own);
    expect([comparison.canDiffer("inbound"), comparison.canDiffer("answer")]).toEqual([true, false]);
    expect([...comparison.rules]).toEqual(["house.raffle"]);
  });
});
