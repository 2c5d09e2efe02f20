import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HEADS, LABEL_COUNT, TOPICS } from "#core/screening/meaning/heads.ts";
import { readMeaning } from "#core/screening/meaning/read-meaning.ts";
import { trainedMeaning } from "#core/screening/meaning/tables.ts";
import { TURN_BITS, turnLimit, turnsOf } from "#core/screening/meaning/turns.ts";
import { readWords } from "#core/screening/meaning/vocabulary.ts";
import { languageOf } from "#core/screening/reading/language.ts";
import { tokensOf } from "#core/screening/reading/tokens.ts";

const wordsOf = (text: string) => {
  const tokens = tokensOf(text);
  return readWords(text, tokens, trainedMeaning(), languageOf(tokens));
};

const turnsIn = (text: string) => {
  const words = wordsOf(text);
  const out = new Int32Array(turnLimit(words.length));
  return out.slice(0, turnsOf(words, trainedMeaning().groups, out));
};

const UNTOUCHED = -1;

describe("reading what a text is about", () => {
  test("the tables fit the readers", () => {
    const { turns, turnScale, turnBias, groups, words } = trainedMeaning();
    expect(turns.length).toBe((1 << TURN_BITS) * LABEL_COUNT);
    expect([turnScale.length, turnBias.length]).toEqual([LABEL_COUNT, LABEL_COUNT]);
    expect(words.length % groups.length).toBe(0);
  });

  test("turns are places of the table, and never more than their limit", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("i", "want", "to", "die", "3", "xyzzy", ".", "no"), { maxLength: 30 }),
        (words) => {
          const read = wordsOf(words.join(" "));
          const out = new Int32Array(turnLimit(read.length) + 100).fill(UNTOUCHED);
          const count = turnsOf(read, trainedMeaning().groups, out);
          expect(count).toBeLessThanOrEqual(turnLimit(read.length));
          expect(out.indexOf(UNTOUCHED)).toBe(count);
          expect(Math.max(...out)).toBeLessThan(1 << TURN_BITS);
        },
      ),
    );
  });

  test("the order of words makes other turns, the case does not", () => {
    expect(turnsIn("He hit her")).toEqual(turnsIn("he HIT her"));
    expect(turnsIn("he hit her")).not.toEqual(turnsIn("her hit he"));
  });

  test.each([
    "i gave my dog away and wrote the letters, tonight is it",
    "Thanks everybody, the infusion went fine and I slept all day",
    "",
    "zzzz qqqq",
  ])("likelihoods of %j add up to one for each topic", (text) => {
    const tokens = tokensOf(text);
    const { likely } = readMeaning(text, tokens, "en", TOPICS);
    for (const topic of TOPICS) {
      expect(likely[topic].length).toBe(HEADS[topic].length);
      expect(likely[topic].reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 4);
    }
  });
});
