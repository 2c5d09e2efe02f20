import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapedLines } from "#core/html/markup.ts";
import { exportHtml } from "#core/privacy/export-html.ts";
import type { MemberExport } from "#core/privacy/export-member.ts";
import { PART_WORDS } from "#core/privacy/export-words.ts";
import { PARTS } from "#core/privacy/what-is-kept.ts";
import { SYNTHETIC_EXPORT } from "../../../scripts/reporting/synthetic-export.ts";
import { elementsOf, HOSTILE } from "../../support/html.ts";

/** Every text of an export, also what is a short code, becomes this one. */
function poisoned<T>(value: T, text: string): T {
  if (value instanceof Date) return value;
  if (typeof value === "string") return text as T;
  if (Array.isArray(value)) return value.map((item) => poisoned(item, text)) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, poisoned(one, text)])) as T;
}

const of = (text: string) => elementsOf(exportHtml(poisoned<MemberExport>(SYNTHETIC_EXPORT, text)));
const plain = of("Plain");
const shapeOf = (elements: ReturnType<typeof elementsOf>) =>
  elements.map(({ name, attributes }) => [name, Object.keys(attributes)]);
const onOneLine = fc
  .oneof(
    fc.constantFrom(...HOSTILE).map((text) => text.replaceAll("\n", " ")),
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.string(),
  )
  .filter((text) => text !== "" && !/[\n\r\u0085\u2028\u2029]/.test(text));

const ALLOWED = new Set(
  "html head meta title style body main h1 h2 h3 h4 h5 p nav ol ul li a section article dl div dt dd time table thead tbody tr th td br".split(
    " ",
  ),
);

describe("the page of an export", () => {
  test("lets nothing in but the style that is written in it, and goes nowhere", () => {
    const policy = plain.find(({ attributes }) => attributes["http-equiv"] === "Content-Security-Policy");
    const style = plain.find(({ name }) => name === "style")?.text ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(policy?.attributes.content).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(style).not.toMatch(/@import|url\(|expression/);
    expect([...new Set(plain.map(({ name }) => name))].filter((name) => !ALLOWED.has(name))).toEqual([]);
    const links = plain.flatMap(({ attributes }) => attributes.href ?? []);
    expect(links.every((href) => href.startsWith("#"))).toBe(true);
  });

  test("has a list of contents in which every line leads to its part", () => {
    const ids = plain.flatMap(({ name, attributes }) => (name === "h2" ? [attributes.id] : []));
    expect(plain.flatMap(({ attributes }) => attributes.href ?? [])).toEqual(ids.map((id) => `#${id}`));
    expect(ids).toEqual([...PARTS, "left-out"]);
  });

  test("of any texts has the same elements, so that none of them is more than a text", () => {
    fc.assert(
      fc.property(onOneLine, (text) => {
        expect(shapeOf(of(text))).toEqual(shapeOf(plain));
      }),
      { numRuns: 100 },
    );
    // What every object in JavaScript knows is no code of ours.
    for (const text of ["toString", "constructor", "__proto__"])
      expect(shapeOf(of(text))).toEqual(shapeOf(plain));
    const [script = ""] = HOSTILE;
    expect(of(script).filter(({ text }) => text === script).length).toBeGreaterThan(20);
  });

  test("of texts with several lines keeps the lines, and nothing of them is markup", () => {
    fc.assert(
      fc.property(fc.array(onOneLine, { minLength: 2, maxLength: 4 }), (lines) => {
        const names = new Set(of(lines.join("\n")).map(({ name }) => name));
        expect([...names].filter((name) => !ALLOWED.has(name))).toEqual([]);
      }),
      { numRuns: 50 },
    );
    expect(escapedLines("one <b>\n\n two")).toBe("one &lt;b&gt;<br/><br/>two");
  });

  test("says in words all that the document has", () => {
    const page = exportHtml(SYNTHETIC_EXPORT);
    const seen = elementsOf(page)
      .map(({ text }) => text)
      .join("\n");
    for (const part of PARTS) expect(seen).toContain(PART_WORDS[part].title);
    const texts: string[] = [];
    const collect = (value: unknown): void => {
      if (typeof value === "string") texts.push(...value.split("\n"));
      else if (Array.isArray(value)) value.forEach(collect);
      else if (value !== null && typeof value === "object" && !(value instanceof Date))
        Object.values(value).forEach(collect);
    };
    collect([SYNTHETIC_EXPORT.questions, SYNTHETIC_EXPORT.decisions, SYNTHETIC_EXPORT.leftOut]);
    // Short codes are said in words; what people wrote has spaces.
    for (const text of texts.filter((one) => one.includes(" "))) expect(seen).toContain(text);
    expect(seen).toContain("26 November 2026 at 09:30 UTC");
    expect(seen).not.toMatch(/undefined|\[object|null|NaN/);
  });
});
