import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { VisitSheet } from "#core/visit-sheet/make-sheet.ts";
import { sheetHtml } from "#core/visit-sheet/sheet-html.ts";
import { hasBrowser, NO_BROWSER, openInBrowser } from "../../../scripts/reporting/browser.ts";
import { SYNTHETIC_SHEET } from "../../../scripts/reporting/synthetic-sheet.ts";
import { elementsOf, HOSTILE } from "../../support/html.ts";

/** What decides how the page is built, and is no text. */
const CODES = new Set(["by", "kind", "message", "forWhom", "general"]);

/** Every text that somebody wrote becomes this one. */
function poisoned<T>(value: T, text: string, key = ""): T {
  if (value instanceof Date || CODES.has(key)) return value;
  if (typeof value === "string") return (value === "" ? value : text) as T;
  if (Array.isArray(value)) return value.map((item) => poisoned(item, text)) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, poisoned(one, text, name)]),
  ) as T;
}

const of = (text: string) => elementsOf(sheetHtml(poisoned<VisitSheet>(SYNTHETIC_SHEET, text)));
const shapeOf = (elements: ReturnType<typeof elementsOf>) =>
  elements.map(({ name, attributes }) => [name, Object.keys(attributes)]);

describe("the page of a visit sheet", () => {
  test("of any texts has the same elements, so that none of them is more than a text", () => {
    const plain = shapeOf(of("Plain"));
    const hostile = fc.oneof(
      fc.constantFrom(...HOSTILE).map((text) => text.replaceAll("\n", " ")),
      fc.string({ unit: "binary", minLength: 1, maxLength: 60 }),
    );
    const onOneLine = hostile.filter((text) => !/[\n\r\u0085\u2028\u2029]/.test(text));
    fc.assert(
      fc.property(onOneLine, (text) => {
        expect(shapeOf(of(text))).toEqual(plain);
      }),
      { numRuns: 100 },
    );
    const [script = ""] = HOSTILE;
    expect(of(script).filter(({ text }) => text === script).length).toBeGreaterThan(10);
  });

  test("leaves a line to write a name on, says what it is, and names for whom a question was", () => {
    const [first] = SYNTHETIC_SHEET.questions;
    if (first === undefined) throw new Error("the sheet has no question");
    const page = sheetHtml({ ...SYNTHETIC_SHEET, questions: [{ ...first, forWhom: "child" }] });
    expect(page).toContain("General information from volunteers; not a medical record.");
    expect(page).toContain("<span>My name</span>");
    expect(page).toContain("Question 12 · Medicines · for my child (18 or over)");
    expect(sheetHtml({ ...SYNTHETIC_SHEET, questions: [], toAsk: [], notes: [] })).toContain("Nothing yet.");
  });

  const skipped = hasBrowser() ? "" : ` (skipped: ${NO_BROWSER})`;
  test.skipIf(!hasBrowser())(`prints on two pages at the most, past its own policy${skipped}`, () => {
    const folder = mkdtempSync(join(tmpdir(), "curbside-page-"));
    try {
      const [page, paper] = [join(folder, "sheet.html"), join(folder, "sheet.pdf")];
      writeFileSync(page, sheetHtml(SYNTHETIC_SHEET));
      const { stderr } = openInBrowser(page, `--print-to-pdf=${paper}`, "--no-pdf-header-footer");
      expect(stderr).not.toMatch(/Content Security Policy|Refused to/);
      const pages = readFileSync(paper, "latin1").match(/\/Type\s*\/Page\b/g) ?? [];
      expect([1, 2]).toContain(pages.length);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
