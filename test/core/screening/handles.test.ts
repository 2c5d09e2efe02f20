import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wordsInside } from "#core/screening/handles/words-inside.ts";
import { screen } from "#core/screening/screen.ts";

const removed = (text: string) =>
  screen(text).identifiers.map(({ start, end, type }) => `${type} ${text.slice(start, end)}`);

describe("handles that look like words", () => {
  test.each([
    ["add me on discord its dampsocksdave", ["HANDLE dampsocksdave"]],
    ["my snap is clementine, come say hi", ["HANDLE clementine"]],
    ["search for quietgoose on insta", ["HANDLE quietgoose"]],
    ["my tiktok is mellow.oak.mel", ["HANDLE mellow.oak.mel"]],
  ])("are removed in %j", (text, expected) => {
    expect(removed(text)).toEqual(expected);
  });

  test.each([
    "insta is down again",
    "what is your favourite account to follow about eczema",
    "saw it on tiktok and asked my pharmacist",
    "my username got banned because it had a rude word in it",
    "the jardiance is making me thirsty",
  ])("none is seen in %j", (text) => {
    expect(removed(text)).toEqual([]);
  });
});

describe("words inside of a word", () => {
  const inside = (text: string) => wordsInside(text, 0, text.length);

  test("are counted, the fewest", () => {
    expect(inside("slowcookersusan")).toBe(3);
    expect(inside("QuietGoose")).toBe(2);
    expect(inside("definately")).toBe(0);
    expect(inside("xq")).toBe(0);
  });

  test("are between none and one for each three letters, wherever the word stands", () => {
    fc.assert(
      fc.property(fc.string(), fc.stringMatching(/^[a-z]{0,40}$/), (before, word) => {
        const count = wordsInside(`${before}${word}`, before.length, before.length + word.length);
        expect(count).toBe(inside(word));
        expect(count).toBeLessThanOrEqual(word.length / 3);
      }),
    );
  });
});
