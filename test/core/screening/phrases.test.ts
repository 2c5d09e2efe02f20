import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bookOf, findPhrases } from "#core/screening/policies/find-phrases.ts";
import { Lists, PhraseError, readPhrase } from "#core/screening/policies/phrase.ts";
import { programOf } from "#core/screening/policies/program.ts";
import { foldForms } from "#core/screening/reading/fold.ts";
import { itemsOf } from "#core/screening/reading/items.ts";
import { tokensOf } from "#core/screening/reading/tokens.ts";

const NO_LISTS = new Lists();

/** What a phrase finds in a text, as the words of the text. */
function found(phrase: string, text: string, lists = NO_LISTS): string[] {
  const forms = foldForms(text);
  const items = itemsOf(forms.text, tokensOf(forms.text));
  const book = bookOf([programOf(readPhrase(phrase, lists))]);
  return findPhrases(book, items).map(({ first, last }) =>
    forms.text.slice(items.starts[first], items.ends[last]),
  );
}

describe("a phrase", () => {
  test.each([
    ["want to die", "I WANT, to die.", ["WANT, to die"]],
    ["want to die", "I want. To die", []],
    ["dont want", "I don’t wánt", ["don't want"]],
    ["(want|need) to (die|go home)", "need to go home", ["need to go home"]],
    [
      "want [so much|just] to die",
      "want so much to die; want to die",
      ["want so much to die", "want to die"],
    ],
    ["[really|so]+ tired", "I am so so really tired", ["so so really tired"]],
    ["droop*", "her eyelid is drooping, droop", ["drooping", "droop"]],
    ["*itis", "arthritis it is", ["arthritis"]],
    ["take * pills", "take the pills, take 40 pills, take pills", ["take the pills", "take 40 pills"]],
    ["took #10-30 pills", "took 9 pills, took 12 pills, took 30.5 pills", ["took 12 pills"]],
    ["temp #38+", "temp 37.9 temp 38,5", ["temp 38,5"]],
    ["took #mg", "x", "error"],
    ["took 20mg", "took 20 mg and took 20mg", ["took 20 mg", "took 20mg"]],
    ["knife ...3 wrist", "knife to my wrist. knife a b c d wrist", ["knife to my wrist"]],
    ["knife ...3 wrist", "knife. wrist", []],
    ["chest ~4 arm", "my chest hurts. And my arm", ["chest hurts. And my arm"]],
    ["chest ~4 arm", "my chest hurts\nAnd my arm", []],
    ["^ goodbye $", "Goodbye. I said goodbye", ["Goodbye"]],
    ["live !(in|with)", "live in town, live", ["live"]],
    ["i just ... want", "I just... want", ["I just... want"]],
    ["s u i", "s.u.i", ["s.u.i"]],
    ["[my] {kin} left", "my wife left", ["my wife left"]],
  ] as const)('"%s" in "%s" finds %j', (phrase, text, expected) => {
    const lists = new Lists([["kin", "wife | mother in law"]]);
    if (expected === "error") expect(() => found(phrase, text, lists)).toThrow(PhraseError);
    else expect(found(phrase, text, lists)).toEqual(expected);
  });

  test.each([
    ["(a+)+$", "write words"],
    ["\\w+ dies", "write words"],
    ["die.*", "write words"],
    ["(want|need to", 'a ")" is missing'],
    ["want)", "has no beginning"],
    ["[maybe]", "would match anything"],
    ["# *", "needs a word"],
    ["(a|)", "something is empty"],
    ["ab*", "three letters"],
    ["*dia*", "one * only"],
    ["#9-3 pills", "smaller number"],
    ["a ...99 b", "a gap is 1 to 40"],
    ["!(a) b", "is empty"],
    ["{nobody} left", "there is no list {nobody}"],
    ["{loop} left", "names itself"],
  ])('"%s" is refused: %s', (phrase, why) => {
    expect(() => found(phrase, "x", new Lists([["loop", "x {loop}"]]))).toThrow(why);
  });
});

/** A phrase in our form, and a regular expression for the same over "a b c " texts. */
interface Twin {
  readonly phrase: string;
  readonly pattern: string;
}

const WORDS = ["ann", "bob", "cat", "dog"];

const twin: fc.Arbitrary<Twin> = fc.letrec<{ part: Twin; sequence: Twin }>((tie) => ({
  part: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(...WORDS).map((word) => ({ phrase: word, pattern: `${word} ` })),
    fc.constant({ phrase: "*", pattern: "(?:\\w+ )" }),
    fc.integer({ min: 1, max: 3 }).map((most) => ({ phrase: `...${most}`, pattern: `(?:\\w+ ){0,${most}}` })),
    fc.array(tie("sequence"), { minLength: 1, maxLength: 3 }).map((options) => ({
      phrase: `(${options.map(({ phrase }) => phrase).join("|")})`,
      pattern: `(?:${options.map(({ pattern }) => pattern).join("|")})`,
    })),
    tie("sequence").map(({ phrase, pattern }) => ({ phrase: `[${phrase}]`, pattern: `(?:${pattern})?` })),
  ),
  sequence: fc.array(tie("part"), { minLength: 1, maxLength: 4 }).map((parts) => ({
    phrase: parts.map(({ phrase }) => phrase).join(" "),
    pattern: parts.map(({ pattern }) => pattern).join(""),
  })),
})).sequence;

describe("phrases and regular expressions", () => {
  test("find the same texts", () => {
    fc.assert(
      fc.property(
        twin,
        fc.constantFrom(...WORDS),
        fc.array(fc.constantFrom(...WORDS, "eel"), { maxLength: 12 }),
        ({ phrase, pattern }, word, words) => {
          const text = words.join(" ");
          const expected = new RegExp(`(?:^| )(?:${pattern})(?:${word} )`).test(`${text} `);
          expect(found(`${phrase} ${word}`, text).length > 0).toBe(expected);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("any text of signs is a phrase or is refused with words", () => {
    const signs = fc.constantFrom(
      "(",
      ")",
      "[",
      "]",
      "]+",
      "|",
      "!(",
      "...",
      "~3",
      "#",
      "*",
      "$",
      "die",
      "pi*",
      " ",
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 14 }), (parts) => {
        try {
          found(parts.join(" "), "want to die of pills 3");
        } catch (error) {
          expect(error).toBeInstanceOf(PhraseError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the work of a phrase", () => {
  test.each([
    ["die ... die ... die ... die ... die ... end", "die "],
    ["(die|die die|die die die) [die]+ [die]+ end", "die "],
    ["die ~40 die ~40 die ~40 end", "die. "],
  ])('"%s" at most triples when the text doubles', (phrase, seed) => {
    const forms = foldForms(seed.repeat(6000));
    const half = foldForms(seed.repeat(3000));
    const book = bookOf([programOf(readPhrase(phrase, NO_LISTS))]);
    const work = ({ text }: { text: string }) => {
      const items = itemsOf(text, tokensOf(text));
      const before = performance.now();
      findPhrases(book, items);
      return performance.now() - before;
    };
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 10 && least > 3; i++) least = Math.min(least, work(forms) / work(half));
    expect(least).toBeLessThanOrEqual(3);
  });
});
