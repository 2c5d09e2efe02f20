import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberRuns } from "#core/screening/numbers/runs.ts";
import { foldForms } from "#core/screening/reading/fold.ts";
import { tokensOf } from "#core/screening/reading/tokens.ts";
import { screen } from "#core/screening/screen.ts";

const removed = (text: string) =>
  screen(text).identifiers.map(({ start, end, type }) => `${type} ${text.slice(start, end)}`);

const runsIn = (text: string) => {
  const tokens = tokensOf(text);
  return numberRuns(text, tokens).map(({ first, last }) =>
    text.slice(tokens[first]?.start, tokens[last]?.end),
  );
};

describe("numbers that nothing but their neighbours tells", () => {
  test.each([
    ["the van that picks us up is TRB 4471, blue", ["VEHICLE TRB 4471"]],
    ["my neighbour turned 97 and still drives", ["AGE90 97"]],
    ["Nobody delivers insulin to 59718 in winter", ["ZIP 59718"]],
    ["they read DEA BX0012345 back to me", ["LICENSE DEA BX0012345"]],
    ["surgery got moved to the 22nd", ["DATE the 22nd"]],
  ])("are removed in %j", (text, expected) => {
    expect(removed(text)).toEqual(expected);
  });

  test.each([
    "sugar was 97 before lunch and 104 after",
    "heart rate 92 at rest, 118 on the stairs",
    "took 1000 mg, then 500 more",
    "the bill was 4310 dollars",
    "Ferritin 9, TSH 4.2, platelets 250000",
    "please call 988 or text 741741",
    "it happened in 2019 and again in 2021",
    "lot TK5520 was recalled, lot TK5519 was not",
  ])("stay in %j when they are no identifiers", (text) => {
    expect(removed(text)).toEqual([]);
  });

  test("letters and groups that belong to a number make one run with it", () => {
    expect(runsIn("plate 7KD 4PX by the door")).toEqual(["7KD 4PX"]);
    expect(runsIn("file 7719-304 and no. 20/18/33")).toEqual(["7719-304", "20/18/33"]);
    expect(runsIn("she is a hundred and four, he is ninety-six")).toEqual([
      "a hundred and four",
      "ninety-six",
    ]);
    expect(runsIn("no numbers here at all")).toEqual([]);
    expect(runsIn("MY MUM TOOK 12 OF THEM")).toEqual(["12"]);
  });

  test("runs lie in the text, in order and apart", () => {
    const part = fc.constantFrom(
      "ninety",
      "one",
      "hundred",
      "A1",
      "B",
      "77",
      "-",
      "/",
      ".",
      " ",
      "ninety",
      "a hundred",
      "and",
      "four",
      "é",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const { text } = foldForms(parts.join(""));
        const tokens = tokensOf(text);
        let read = -1;
        for (const { first, last } of numberRuns(text, tokens)) {
          expect(first).toBeGreaterThan(read);
          expect(last).toBeGreaterThanOrEqual(first);
          expect(last).toBeLessThan(tokens.length);
          read = last;
        }
      }),
    );
  });
});
