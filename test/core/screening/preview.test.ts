import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crossingOf, preview } from "#core/screening/preview.ts";
import { screen } from "#core/screening/screen.ts";

const shown = (text: string) => preview(text, screen(text));
const HIDDEN = "[hidden, it could hurt others]";

describe("the detail of a method", () => {
  test("is hidden word for word, and the rest stands", () => {
    const text = "I feel so low. He showed me how to tie a noose, and I can't stop thinking of it.";
    expect(shown(text).filter(({ removed }) => removed)).toEqual([
      { text: "tie a noose", removed: true, placeholder: HIDDEN, unsafe: true },
    ]);
    expect(crossingOf(shown(text))).toBe(
      `I feel so low. He showed me how to ${HIDDEN}, and I can't stop thinking of it.`,
    );
  });

  test("hides no feeling and no question about one", () => {
    for (const text of ["I want to die and I mean it.", "I think about suicide every night, please help."])
      expect(crossingOf(shown(text))).toBe(text);
  });

  test("takes an identifier that it cuts into with it, and leaves the others as they are", () => {
    const text = "abc 212-555-0147 def";
    const identifiers = [{ start: 4, end: 16, type: "PHONE", placeholder: "[phone number]" }] as const;
    const method = { kind: "method", action: "hold", rule: "x.y", score: 1 } as const;
    const cut = preview(text, { identifiers, signals: [{ ...method, start: 0, end: 8 }] });
    expect(crossingOf(cut)).toBe(`${HIDDEN} def`);
    const apart = preview(text, { identifiers, signals: [{ ...method, start: 17, end: 20 }] });
    expect(crossingOf(apart)).toBe(`abc [phone number] ${HIDDEN}`);
  });

  test("wherever it stands, the preview covers the text exactly and nothing of it crosses", () => {
    const pieces = [
      "tie a noose",
      "sodium nitrite",
      "exit bag",
      "212-555-0147",
      "I feel low. ",
      "and",
      "\n",
      "é",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        const text = parts.join(" ");
        const screening = screen(text);
        const segments = preview(text, screening);
        expect(segments.map((segment) => segment.text).join("")).toBe(text);
        expect(segments.every((segment) => segment.text !== "")).toBe(true);
        const crossing = crossingOf(segments);
        for (const { kind, start, end } of screening.signals)
          if (kind === "method") expect(crossing).not.toContain(text.slice(start, end));
      }),
    );
  });
});
