import { describe, expect, test } from "vitest";
import { cleanText, splitText } from "#core/screening/clean-text.ts";
import { screen } from "#core/screening/screen.ts";

const SIZE = 40_000;
const TRIES = 10;
const SEEDS = [
  "a",
  "1",
  "1 ",
  "(555) ",
  "a@",
  "a@a.",
  "x.com/",
  "http://",
  "www.",
  "::",
  "1:",
  "0",
  "- ",
  "AB12 ",
  "88213377, ",
  "a hundred and ",
  "the 5th ",
  "$name1 ",
  "insta a.b.c ",
  "u/",
  "name#",
  "may 1 ",
  "12/",
  "account ",
  "(at) ",
  "one two ",
  "I want to ",
  "my mom ",
  "the pills ",
  "34 weeks ",
  "chest pain ",
  "sugar ",
  "not ",
  "saved up ",
  "took 30 ",
  "how many ",
  "fever ",
  "tengo que ",
  "Elm Clinic ",
  "Dr Smith ",
  "Ana-Eva-",
  "saw Ana-x-",
  "12 Elm Road ",
  "calle ",
  "s u i ",
  "[name] ",
  "Maria [name] 12/3/2020 ",
  "12/3/2020 ",
  "I do not want to die ",
  "kill myself now, ",
  "the film about suicide ",
  "my dad will take all the pills or ",
  "\u0301",
  "\ud800",
  "👩‍👩‍👧",
  "ＡＢ",
  "\n",
];

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
  test.each(SEEDS)("screening %j at most triples when the text doubles", (seed) => {
    expect(growth((text) => screen(text), seed)).toBeLessThanOrEqual(3);
    expect(growth((text) => screen(text, { direction: "answer" }), seed)).toBeLessThanOrEqual(3);
  });

  test.each(["a", "a ", "a.\n", "\u0301", "👩‍👩‍👧", "\u200d"])("cleaning and splitting %j too", (seed) => {
    expect(growth((text) => splitText(cleanText(text), 1500), seed)).toBeLessThanOrEqual(3);
  });
});
