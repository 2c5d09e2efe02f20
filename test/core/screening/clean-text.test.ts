import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText, splitText } from "#core/screening/clean-text.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc
    .array(
      fc.constantFrom(
        "a",
        "e\u0301",
        "\u0301",
        "👩‍👩‍👧",
        "\u200d",
        "\ufe0f",
        "❤️",
        "\ud83d",
        "\u202e",
        "\r",
        "\n",
        " ",
        ". ",
        "🇮🇪",
        "한",
        "ᄀ",
      ),
    )
    .map((parts) => parts.join("")),
);

describe("cleaning a text", () => {
  test.each([
    ["composes", "Jose\u0301", "José"],
    ["drops controls but keeps line breaks", "a\0b\x07\nc\x9f", "ab\nc"],
    ["turns CR LF and tabs into one break and a space", "a\r\nb\rc\td", "a\nb\nc d"],
    ["drops bidi controls", "a\u202eb\u2066c\u200f", "abc"],
    ["drops tags that hide text", "hi\u{E0041}\u{E007F}", "hi"],
    ["drops zero-width characters in words", "pa\u200bss\u2060wo\u200drd\ufeff\ufe0f", "password"],
    ["keeps joiners and selectors inside emoji", "👩‍👩‍👧 ❤️ 1️⃣", "👩‍👩‍👧 ❤️ 1️⃣"],
    ["makes half characters visible", "a\ud800b", "a\ufffdb"],
    ["keeps at most four marks on a letter", `z${"\u0335".repeat(40)}o`, `z${"\u0335".repeat(4)}o`],
  ])("%s", (_name, dirty, clean) => expect(cleanText(dirty)).toBe(clean));

  test("cleaning twice changes nothing more, and the result is well formed", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = cleanText(text);
        expect(cleanText(once)).toBe(once);
        expect(once.isWellFormed()).toBe(true);
        expect(once).not.toMatch(/[[\p{Cc}--\n]\u202a-\u202e\u2066-\u2069]|\p{M}{5,}/v);
      }),
    );
  });
});

describe("splitting a text", () => {
  test("the parts join to the text again and none is longer than the limit", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 40 }), (text, limit) => {
        const parts = splitText(text, limit);
        expect(parts.join("")).toBe(text);
        for (const part of parts) expect(part.length > 0 && part.length <= limit).toBe(true);
      }),
    );
  });

  test("no grapheme that fits is cut, and a well-formed text gives well-formed parts", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const boundaries = new Set([...new Intl.Segmenter("en").segment(text)].map(({ index }) => index));
        let at = 0;
        for (const part of splitText(text, 32)) {
          expect(boundaries.has(at)).toBe(true);
          expect(part.isWellFormed()).toBe(true);
          at += part.length;
        }
      }),
    );
  });

  test("breaks after a paragraph, else a sentence, else a word", () => {
    expect(splitText("One two.\n\nThree four", 16)).toEqual(["One two.\n\n", "Three four"]);
    expect(splitText("One two. Three four five", 16)).toEqual(["One two. ", "Three four five"]);
    expect(splitText("one two three four", 9)).toEqual(["one two ", "three ", "four"]);
    expect(splitText("abcdefghij", 4)).toEqual(["abcd", "efgh", "ij"]);
  });

  test("a short text is one part, an empty one none, and a limit under 2 is refused", () => {
    expect(splitText("hello", 10)).toEqual(["hello"]);
    expect(splitText("", 10)).toEqual([]);
    for (const limit of [1, 0, -3, 2.5, Number.NaN])
      expect(() => splitText("hello", limit)).toThrow(RangeError);
  });
});
