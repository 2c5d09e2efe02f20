import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse } from "#core/foundation/search/analyse.ts";
import { editsBetween, nearWords } from "#core/foundation/search/near-words.ts";
import { packSketch, unpackSketch } from "#core/foundation/search/sketch.ts";
import { sketchOf } from "#core/foundation/search/sketch-entry.ts";
import { wordTables } from "#core/foundation/search/tables.ts";

const termsOf = (text: string) =>
  analyse(text).flatMap(({ wordings }) => wordings.map(({ term, share }) => [term, share] as const));
const terms = (text: string) => termsOf(text).map(([term]) => term);
const share = (text: string, wanted: string) => new Map(termsOf(text)).get(wanted) ?? 0;

describe("what a text speaks of", () => {
  test("is the same by the words of patients and of clinicians", () => {
    for (const [lay, medical] of [
      ["sugar diabetes", "diabetes mellitus"],
      ["heart attack", "myocardial infarction"],
      ["a heart attack", "MI? No: an infarto"],
      ["high blood pressure", "hypertension"],
      ["my water pill", "a diuretic"],
      ["Tylenol", "paracetamol"],
      ["the shortness of breath", "short of breath"],
      ["dolor de cabeza", "headaches"],
    ]) {
      const concepts = (text = "") => terms(text).filter((term) => term.startsWith("c:"));
      expect([lay, concepts(lay).filter((one) => concepts(medical).includes(one))]).not.toEqual([lay, []]);
    }
  });

  test("is a drug, and less surely what kind of drug it is", () => {
    expect(share("lisinopril", "c:ace inhibitor")).toBeGreaterThan(0.9);
    expect(share("lisinopril", "c:blood pressure medicine")).toBeLessThan(0.6);
    expect(terms("the pill box")).not.toContain("c:birth control");
  });

  test("is the same in both spellings, in capitals, with accents and with curly apostrophes", () => {
    expect(terms("ANAEMIA")).toEqual(terms("anemia"));
    expect(terms("diarrhoea")).toEqual(terms("diarrhea"));
    expect(terms("migraña")).toEqual(terms("migrana"));
    expect(terms("Crohn’s")).toEqual(terms("crohn's"));
  });

  test("survives typing mistakes, more of them in longer words, and none in short ones", () => {
    expect(terms("presure")).toContain("w:pressur");
    expect(terms("thryoid")).toContain("c:thyroid");
    expect(terms("levothyroxn")).toContain("c:levothyroxine");
    expect(terms("metfornim")).toContain("c:metformin");
    expect(terms("tht")).toEqual(["w:tht"]);
    expect(share("migrane", "c:migraine")).toBeLessThan(share("migraine", "c:migraine"));
  });

  test("is nothing where there are only little words, signs or faces", () => {
    for (const text of ["", "what should I do about it", "😀😀 !!!", "\0\0", "'\"*()", "\ud800 \udc00"])
      expect(analyse(text)).toEqual([]);
  });

  test("is found in any text, in order, and every share is a share", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 100 }), (text) => {
        for (const { rarity, matters, wordings } of analyse(text)) {
          const shares = [matters, ...wordings.map((wording) => wording.share)];
          expect([rarity > 0, shares.filter((one) => one <= 0 || one > 1)]).toEqual([true, []]);
          expect(new Set(wordings.map(({ term }) => term)).size).toBe(wordings.length);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("does not change with case, spaces and punctuation around its words", () => {
    const word = fc.constantFrom(
      "asthma",
      "fever",
      "heart",
      "attack",
      "blood",
      "pressure",
      "dolor",
      "migrane",
    );
    const gap = fc.constantFrom(" ", "  ", ", ", " - ", "\n", "… ");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), gap, (words, between) => {
        expect(terms(words.join(between).toUpperCase())).toEqual(terms(words.join(" ")));
      }),
      { numRuns: 40 },
    );
  });
});

describe("words that may have been meant", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcde"), minLength: 1, maxLength: 9 });

  test("are counted in mistakes: none to itself, the same both ways, one for two letters that changed places", () => {
    fc.assert(
      fc.property(word, word, fc.nat(8), (one, other, at) => {
        expect(editsBetween(one, one, 2)).toBe(0);
        expect(editsBetween(one, other, 9)).toBe(editsBetween(other, one, 9));
        const [first = "", second = ""] = [one[at], one[at + 1]];
        const swapped = one.slice(0, at) + second + first + one.slice(at + 2);
        if (second !== "" && first !== second) expect(editsBetween(one, swapped, 2)).toBe(1);
      }),
    );
  });

  test("have the word itself among them after any one mistake, in words of medicine", () => {
    const names = [
      "metformin",
      "levothyroxine",
      "fibromyalgia",
      "endometriosis",
      "gabapentin",
      "prednisolone",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(20), fc.constantFrom(..."xqz"), (name, place, letter) => {
        const at = 1 + (place % (name.length - 1));
        for (const mistyped of [
          name.slice(0, at) + name.slice(at + 1),
          name.slice(0, at) + letter + name.slice(at),
        ])
          if (wordTables().levelOf(mistyped) === undefined)
            expect(nearWords(mistyped).map((near) => near.word)).toContain(name);
      }),
      { numRuns: 40 },
    );
  });
});

describe("what is kept of a text", () => {
  test("is read as it was written, and has no word of it", () => {
    const text = {
      heading: "Is a dry cough from lisinopril usual?",
      body: "It tickles. Ask about another kind.",
    };
    const sketch = sketchOf(text, (term) => Buffer.from(term).toString("hex").padEnd(12, "0").slice(0, 12));
    const read = unpackSketch(packSketch(sketch));
    expect(read.words.map(({ key }) => key)).toEqual(sketch.words.map(({ key }) => key));
    read.words.forEach(({ heading, body }, at) => {
      expect(heading).toBeCloseTo(sketch.words[at]?.heading ?? -1, 2);
      expect(body).toBeCloseTo(sketch.words[at]?.body ?? -1, 2);
    });
    expect(read.heading.map(({ wordings }) => wordings.length)).toEqual(
      sketch.heading.map(({ wordings }) => wordings.length),
    );
    expect(() => unpackSketch(Uint8Array.of(9, 0, 0, 0))).toThrow("another version");
  });

  test("stays small for a text of any length", () => {
    const long = Array.from({ length: 4000 }, (_, at) => `word${at}`).join(" ");
    const sketch = sketchOf({ heading: long, body: long }, (term) => term.padEnd(12, "0").slice(0, 12));
    expect(sketch.words.length).toBeLessThanOrEqual(800);
    expect(packSketch(sketch).length).toBeLessThan(12_000);
  });
});
