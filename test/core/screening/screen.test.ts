import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { preview } from "#core/screening/preview.ts";
import { screen } from "#core/screening/screen.ts";
import { VERDICTS } from "#core/screening/screening.ts";

const PIECES = [
  "212-555-0147",
  "lena@example.org",
  "www.example.net/x",
  "3 May 2021",
  "@lena_k",
  "\u202e",
  "\ud800",
  "\0",
  "\u200b",
  "😀",
  "ﷺ",
  "I want to die",
  "chest",
  " ",
  "\n",
  "not ",
  "'",
  ".",
  "1",
  "a",
  "é",
  "e\u0301\u0301",
  "ＡＢ",
  "½",
];
const texts = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((parts) => parts.join("")),
);

describe("screening any text", () => {
  test("never throws, and its spans lie in the text, in order and apart", () => {
    fc.assert(
      fc.property(texts, fc.constantFrom("inbound" as const, "answer" as const), (text, direction) => {
        const { identifiers, signals, verdict } = screen(text, { direction });
        expect(VERDICTS).toContain(verdict);
        let at = 0;
        for (const { start, end } of identifiers) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
        for (const { start, end } of signals)
          expect(0 <= start && start < end && end <= text.length).toBe(true);
      }),
    );
  });

  test("the preview covers the text exactly, and scrubbed is the preview with placeholders", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const screening = screen(text);
        const segments = preview(text, screening);
        expect(segments.map((segment) => segment.text).join("")).toBe(text);
        expect(
          segments.every(
            (segment) => segment.text !== "" && segment.removed === (segment.placeholder !== undefined),
          ),
        ).toBe(true);
        const shown = segments.map((s) => s.placeholder ?? s.text).join("");
        expect(screening.scrubbed).toBe(shown);
      }),
    );
  });

  test("an empty text is clear", () => {
    expect(screen("")).toEqual({
      verdict: "clear",
      identifiers: [],
      scrubbed: "",
      signals: [],
      fullyScreened: true,
    });
    expect(preview("", screen(""))).toEqual([]);
  });

  test("says what was struck out, in order", () => {
    const text = "Ring 212-555-0147 on 3 May";
    expect(preview(text, screen(text))).toEqual([
      { text: "Ring ", removed: false },
      { text: "212-555-0147", removed: true, placeholder: "[phone number]", type: "PHONE" },
      { text: " on ", removed: false },
      { text: "3 May", removed: true, placeholder: "[date]", type: "DATE" },
    ]);
  });

  test("a text in a script that the rules cannot read is held, not cleared", () => {
    expect(screen("Я больше не могу так жить")).toMatchObject({ verdict: "hold", fullyScreened: false });
    expect(screen("My β2 and α1 blockers")).toMatchObject({ verdict: "clear", fullyScreened: true });
  });

  test("a text beyond the reading limit is held, and its identifiers still go", () => {
    const { verdict, fullyScreened, scrubbed } = screen(`${"word ".repeat(50_000)}lena@example.org`);
    expect({ verdict, fullyScreened }).toEqual({ verdict: "hold", fullyScreened: false });
    expect(scrubbed.endsWith("[e-mail address]")).toBe(true);
  });

  test("the verdict is the gravest signal", () => {
    expect(screen("I feel hopeless. I want to die. I just took thirty pills.").verdict).toBe("emergency");
    expect(screen("I feel hopeless. I want to die.").verdict).toBe("crisis");
    expect(screen("I feel hopeless.").verdict).toBe("concern");
  });
});
