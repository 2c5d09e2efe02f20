import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pack, unpack } from "#core/screening/meaning/container.ts";
import { foldForms } from "#core/screening/reading/fold.ts";
import { languageOf } from "#core/screening/reading/language.ts";
import { hashOf, tokensOf, wordOf } from "#core/screening/reading/tokens.ts";
import { factsOf, isGeneral, packWords } from "#core/screening/reading/words.ts";
import { screen } from "#core/screening/screen.ts";

describe("reading a text", () => {
  test("tokens lie in the text, in order and apart, and cover all but spaces", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (typed) => {
        const { text } = foldForms(typed);
        let read = 0;
        for (const { start, end } of tokensOf(text)) {
          expect(text.slice(read, start).replaceAll(" ", "")).toBe("");
          expect(end).toBeGreaterThan(start);
          read = end;
        }
        expect(text.slice(read).replaceAll(" ", "")).toBe("");
      }),
    );
  });

  test("a word is known by one hash, whatever its case and apostrophes", () => {
    const hashes = (text: string) => tokensOf(text).map(({ hash }) => hash);
    expect(hashes("Don't DONT dont")).toEqual([hashOf("dont"), hashOf("dont"), hashOf("dont")]);
    const [possessive] = tokensOf("Rosa's knee");
    expect(possessive && wordOf("Rosa's knee", possessive)).toBe("rosa");
    expect(possessive?.stem).toBe(hashOf("rosa"));
  });

  test.each([
    ["my son has had a fever since last night", "en"],
    ["mi hija tiene fiebre desde ayer en la noche", "es"],
    ["Ich habe seit drei Wochen Fieber und keiner hilft mir", "other"],
    ["Bonjour, je suis très fatigué depuis la chimio", "other"],
    ["ok", "en"],
  ])("the language of %j is %s", (text, language) => {
    expect(languageOf(tokensOf(foldForms(text).text))).toBe(language);
  });

  test("what is in neither language is held for a person, and its contact data still goes", () => {
    const found = screen("Ich habe seit drei Wochen Fieber, bitte rufen Sie an: 0161 496 0123");
    expect(found).toMatchObject({ verdict: "hold", fullyScreened: false });
    expect(found.scrubbed).toContain("[phone number]");
  });
});

describe("the tables", () => {
  test("what is packed is read again", () => {
    fc.assert(
      fc.property(
        fc.int8Array(),
        fc.float32Array({ noNaN: true }),
        fc.uint32Array(),
        (bytes, scales, keys) => {
          const part = unpack(pack({ bytes, scales, keys }));
          expect(part("bytes", "Int8Array")).toEqual(bytes);
          expect(part("scales", "Float32Array")).toEqual(scales);
          expect(part("keys", "Uint32Array")).toEqual(keys);
          expect(part("missing", "Int8Array")).toHaveLength(0);
        },
      ),
    );
  });

  test("the table of words knows clinical words from names, and says 0 of what it does not know", () => {
    expect(isGeneral(factsOf(hashOf("metformin")))).toBe(true);
    expect(factsOf(hashOf("zzqxv"))).toBe(0);
    expect(packWords(new Map([[hashOf("a"), 1]])).length).toBeGreaterThan(0);
  });
});
