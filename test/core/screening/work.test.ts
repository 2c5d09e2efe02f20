import { describe, expect, test } from "vitest";
import { cleanText, splitText } from "#core/screening/clean-text.ts";
import { foldForms } from "#core/screening/reading/fold.ts";
import { screen } from "#core/screening/screen.ts";
import { HOSTILE } from "../../../scripts/screening/hostile.ts";

const SIZE = 40_000;
const TRIES = 40;

function best(run: (text: string) => unknown, text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 2; i++) {
    const before = performance.now();
    run(text);
    least = Math.min(least, performance.now() - before);
  }
  return least;
}

/** The smallest growth seen when the text doubles; a busy machine can only make single tries look worse. */
function growth(run: (text: string) => unknown, seed: string): number {
  const whole = seed.repeat(Math.ceil(SIZE / seed.length)).slice(0, SIZE);
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < TRIES && least > 3; i++) {
    least = Math.min(least, best(run, whole) / best(run, whole.slice(0, SIZE / 2)));
  }
  return least;
}

describe("work on 40,000 characters made to be slow", () => {
  test.each(HOSTILE)("screening %j at most triples when the text doubles", (seed) => {
    expect(growth((text) => screen(text), seed)).toBeLessThanOrEqual(3);
    expect(growth((text) => screen(text, { direction: "answer" }), seed)).toBeLessThanOrEqual(3);
  });

  test("a number that stands in a long word again and again", () => {
    expect(growth((text) => screen(`ring 482913 ok a${text}`), "482913")).toBeLessThanOrEqual(3);
  });

  test("spaces behind a character that is not plain", () => {
    expect(growth((text) => foldForms(`é${text}`), "a b c ".repeat(20))).toBeLessThanOrEqual(3);
  });

  test.each(["a", "a ", "a.\n", "\u0301", "👩‍👩‍👧", "\u200d"])("cleaning and splitting %j too", (seed) => {
    expect(growth((text) => splitText(cleanText(text), 1500), seed)).toBeLessThanOrEqual(3);
  });
});
