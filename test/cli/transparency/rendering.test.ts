import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { transparencyHtml } from "#cli/transparency/html.ts";
import { transparencyDocument } from "#cli/transparency/json.ts";
import { plainMarkdown, transparencyMarkdown } from "#cli/transparency/markdown.ts";
import { escaped } from "#core/html/markup.ts";
import { shippedRules } from "#core/moderation/shipped-rules.ts";
import { outlineOf } from "#core/reporting/outline.ts";
import { syntheticMonth } from "../../../scripts/reporting/synthetic-month.ts";
import { type Element, elementsOf, HOSTILE } from "../../support/html.ts";
import { fileWith, ownRuleBook } from "../../support/own-rules.ts";

const names = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.string(),
);

/** A rule of one's own with this title, whatever is in it. */
const titled = (title: string) => ownRuleBook(fileWith([{ id: "general", title: `A${title}`.slice(0, 60) }]));
/** What a file may have as a title. */
const titles = fc
  .oneof(fc.constantFrom(...HOSTILE), fc.string())
  .filter((title) => !/[\r\n\u2028\u2029\u0085]/.test(title));

const plain = elementsOf(transparencyHtml(syntheticMonth("Plain")));
const shapeOf = (elements: readonly Element[]) =>
  elements.map(({ name, attributes }) => [name, Object.keys(attributes)]);

describe("the page", () => {
  test("lets nothing in but the style that is written in it", () => {
    const policy = plain.find(({ attributes }) => attributes["http-equiv"] === "Content-Security-Policy");
    const style = plain.find(({ name }) => name === "style")?.text ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(policy?.attributes.content).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(style).not.toMatch(/@import|url\(|expression/);
    const all = plain.flatMap(({ attributes }) => Object.keys(attributes));
    expect(all.filter((name) => /^on|^(src|href|style|xlink:href|action|srcset)$/.test(name))).toEqual([]);
    const active = ["script", "link", "img", "iframe", "object", "embed", "a", "form", "foreignObject"];
    expect(plain.filter(({ name }) => active.includes(name))).toEqual([]);
  });

  test("has a table with headings and a caption beside each chart, and words for each chart", () => {
    const charts = plain.filter(({ name }) => name === "svg");
    expect(charts).toHaveLength(outlineOf(shippedRules()).sections.flatMap(({ tables }) => tables).length);
    const ids = new Set(plain.flatMap(({ attributes }) => attributes.id ?? []));
    for (const { attributes } of charts) {
      expect(attributes.role).toBe("img");
      for (const id of attributes["aria-labelledby"]?.split(" ") ?? [""]) expect(ids).toContain(id);
    }
    expect(plain.filter(({ name }) => name === "desc").every(({ text }) => text.includes(": "))).toBe(true);
    const tables = plain.filter(({ name }) => name === "table").length;
    expect(plain.filter(({ name }) => name === "caption")).toHaveLength(tables);
    expect(
      plain.filter(({ name, attributes }) => name === "th" && !/^(row|col)$/.test(attributes.scope ?? "")),
    ).toEqual([]);
    expect(ids.size).toBe(plain.filter(({ attributes }) => "id" in attributes).length);
    expect(plain.find(({ name }) => name === "html")?.attributes.lang).toBe("en");
  });

  test("says a hidden number in words and draws it always alike", () => {
    const hidden = plain.filter(({ attributes }) => attributes.class === "bar hidden");
    expect(hidden.length).toBeGreaterThan(3);
    expect(new Set(hidden.map(({ attributes }) => attributes.width)).size).toBe(1);
    const numbers = plain.filter(({ attributes }) => attributes.class === "number");
    expect(numbers.filter(({ text }) => text === "hidden")).toHaveLength(hidden.length);
  });

  test("of any name has the same elements, and the name as a text", () => {
    fc.assert(
      fc.property(names, (name) => {
        const elements = elementsOf(transparencyHtml(syntheticMonth(name)));
        expect(shapeOf(elements)).toEqual(shapeOf(plain));
        const heading = elements.find((one) => one.name === "h1")?.text ?? "";
        expect(heading.startsWith("Transparency report:") && heading.endsWith(", October 2026")).toBe(true);
        expect(escaped(name)).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
      }),
      { numRuns: 150 },
    );
    const [script = ""] = HOSTILE;
    const shown = elementsOf(transparencyHtml(syntheticMonth(script))).find(({ name }) => name === "h1");
    expect(shown?.text).toContain(script);
  });
});

describe("the title of a rule", () => {
  test("is a text on the page and in the Markdown, whatever is in it", () => {
    const lines = transparencyMarkdown(syntheticMonth()).split("\n");
    const general = lines.findIndex((line) => line.includes("keep it general"));
    fc.assert(
      fc.property(titles, (title) => {
        const report = syntheticMonth("Plain", titled(title));
        expect(shapeOf(elementsOf(transparencyHtml(report)))).toEqual(shapeOf(plain));
        const written = transparencyMarkdown(report).split("\n");
        const [, words = "", ...rest] = (written[general] ?? "").split(/(?<!\\)\|/);
        expect([rest.length, words.replace(/\\[\\`*_{}[\]()#+!|~-]/g, "")]).toEqual([
          2,
          expect.not.stringMatching(/[\\`*_{}[\]()#+!|~<>-]/),
        ]);
        expect(written.toSpliced(general, 1)).toEqual(
          transparencyMarkdown(syntheticMonth("Plain")).split("\n").toSpliced(general, 1),
        );
      }),
      { numRuns: 150 },
    );
  });
});

describe("the Markdown", () => {
  test("of any name has the same lines but the first, and no markup in that", () => {
    const lines = transparencyMarkdown(syntheticMonth("Plain")).split("\n").slice(1);
    fc.assert(
      fc.property(names, (name) => {
        const [first = "", ...rest] = transparencyMarkdown(syntheticMonth(name)).split("\n");
        expect(rest).toEqual(lines);
        const written = plainMarkdown(name);
        expect(first).toBe(`# Transparency report: ${written}, October 2026`);
        expect(written.replace(/\\[\\`*_{}[\]()#+!|~-]/g, "")).not.toMatch(/[\\`*_{}[\]()#+!|~<>-]/);
        expect(written).not.toMatch(/@(?!\u200b)|:\/\/|www\.(?!\u200b)/i);
      }),
      { numRuns: 300 },
    );
  });

  test("has every table whole: each row has as many cells as its head", () => {
    const rows = transparencyMarkdown(syntheticMonth())
      .split("\n\n")
      .filter((part) => part.startsWith("|"));
    expect(rows.length).toBeGreaterThan(20);
    for (const table of rows) {
      const cells = table.split("\n").map((row) => row.split("|").length);
      expect(new Set(cells).size).toBe(1);
    }
  });
});

describe("the document", () => {
  test("has every figure, and a hidden one as { hidden: true }", () => {
    const document = JSON.parse(JSON.stringify(transparencyDocument(syntheticMonth())));
    expect(document).toMatchObject({
      schema: "curbside.transparency/1",
      community: "Living with migraine",
      month: "2026-10",
      from: "2026-10-01T00:00:00.000Z",
      to: "2026-11-01T00:00:00.000Z",
      hiddenBelow: 5,
    });
    const counts = new Map<string, unknown>();
    for (const { tables, counts: singles } of document.sections)
      for (const { id, count } of [
        ...singles,
        ...tables.flatMap((t: { total: object; rows: object[] }) => [t.total, ...t.rows]),
      ])
        counts.set(id, count);
    expect([...counts.keys()].sort()).toEqual(outlineOf(shippedRules()).figures.toSorted());
    expect(counts.get("action.ban")).toEqual({ hidden: true });
    expect(counts.get("action.remove")).toBe(0);
    expect(counts.get("cases.decided")).toBe(47);
    const [share] = document.sections.find(({ id }: { id: string }) => id === "appeals").shares;
    expect(share).toMatchObject({ id: "appeals.overturned", percent: 42 });
  });

  test("and every other form hold no number from 1 to 4 as a count", () => {
    const report = syntheticMonth();
    expect(
      Object.values(report.counts).filter((told) => typeof told === "number" && told > 0 && told < 5),
    ).toEqual([]);
    const numbers = elementsOf(transparencyHtml(report)).filter(
      ({ name, attributes }) => name === "td" || attributes.class === "number",
    );
    expect(numbers.filter(({ text }) => /^[1-4]$/.test(text))).toEqual([]);
    expect(transparencyMarkdown(report)).not.toMatch(/\| \**[1-4]\** \|$/m);
  });
});
