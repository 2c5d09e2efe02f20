import { element, escaped, escapedLines } from "#core/html/markup.ts";
import { htmlPage } from "#core/html/page.ts";
import type { MemberExport } from "./export-member.ts";
import { EXPORT_STYLE } from "./export-style.ts";
import { type ExportField, FIELD_WORDS, PART_WORDS, valueWords } from "./export-words.ts";
import { PARTS, type Part } from "./what-is-kept.ts";

type Plain = string | number | boolean | Date;
type Fields = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
  value instanceof Date || ["string", "number", "boolean"].includes(typeof value);

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

const wordsFor = (field: string): string => FIELD_WORDS[field as ExportField] ?? field;

function moment(at: Date): string {
  const iso = at.toISOString();
  const day = at.toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return element("time", { datetime: iso }, `${escaped(day)} at ${iso.slice(11, 16)} UTC`);
}

function plain(field: string, value: Plain): string {
  if (value instanceof Date) return moment(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  return escapedLines(typeof value === "number" ? String(value) : valueWords(field, value));
}

const cell = (field: string, value: unknown): string => (isPlain(value) ? plain(field, value) : "");

const MOST_COLUMNS = 5;

/** Short things that are all alike are rows of a table. */
function asTable(items: readonly Fields[]): string | undefined {
  const columns = Object.keys(items[0] ?? {});
  const isFlat = items.every((item) =>
    Object.values(item).every((value) => isPlain(value) || value === null),
  );
  const isLong = items.some((item) => Object.entries(item).some(([, value]) => String(value).includes("\n")));
  if (!isFlat || isLong || columns.length > MOST_COLUMNS) return undefined;
  const heads = columns.map((column) => element("th", { scope: "col" }, escaped(wordsFor(column))));
  const rows = items.map((item) =>
    element("tr", {}, ...columns.map((column) => element("td", {}, cell(column, item[column])))),
  );
  return element(
    "table",
    {},
    element("thead", {}, element("tr", {}, ...heads)),
    element("tbody", {}, ...rows),
  );
}

type Depth = 3 | 4 | 5;
const deeper = (depth: Depth): Depth => (depth === 3 ? 4 : 5);

/** A question is called by its number, all else is counted. */
function headingOf(item: Fields, at: number, what: string): string {
  const { number } = item;
  return typeof number === "number" ? `Question ${number}` : `${what}, ${at + 1}`;
}

function list(field: string, items: readonly unknown[], depth: Depth): string {
  if (items.every(isPlain))
    return element("ul", {}, ...items.map((item) => element("li", {}, plain(field, item))));
  const fields = items as readonly Fields[];
  const heading = field in PART_WORDS ? PART_WORDS[field as Part].title : wordsFor(field);
  return (
    asTable(fields) ??
    fields
      .map((item, at) =>
        element(
          "article",
          {},
          element(`h${depth}`, {}, escaped(headingOf(item, at, heading))),
          thing(item, deeper(depth)),
        ),
      )
      .join("")
  );
}

/** One thing: what is short first, then what has parts of its own. Nothing is left out but what is empty. */
function thing(fields: Fields, depth: Depth): string {
  const entries = Object.entries(fields).filter(([, value]) => !isEmpty(value));
  const short = entries.flatMap(([field, value]) =>
    isPlain(value)
      ? [
          element(
            "div",
            {},
            element("dt", {}, escaped(wordsFor(field))),
            element("dd", { dir: "auto" }, plain(field, value)),
          ),
        ]
      : [],
  );
  const long = entries.flatMap(([field, value]) => {
    if (isPlain(value)) return [];
    const inside = Array.isArray(value)
      ? list(field, value, deeper(depth))
      : thing(value as Fields, deeper(depth));
    return [element(`h${depth}`, {}, escaped(wordsFor(field))), inside];
  });
  if (short.length === 0 && long.length === 0) return element("p", {}, "Nothing.");
  return [short.length === 0 ? "" : element("dl", {}, ...short), ...long].join("");
}

function section(part: Part, content: MemberExport): string {
  const { title, about } = PART_WORDS[part];
  const value: unknown = content[part];
  const inside = isEmpty(value)
    ? element("p", {}, "Nothing.")
    : Array.isArray(value)
      ? list(part, value, 3)
      : thing(value as Fields, 3);
  return element(
    "section",
    { "aria-labelledby": part },
    element("h2", { id: part }, escaped(title)),
    element("p", {}, escaped(about)),
    inside,
  );
}

const LEFT_OUT = "left-out";

const contents = (): string =>
  element(
    "nav",
    { "aria-label": "Contents" },
    element(
      "ol",
      {},
      ...[...PARTS.map((part) => [part, PART_WORDS[part].title]), [LEFT_OUT, FIELD_WORDS.leftOut]].map(
        ([id = "", title = ""]) => element("li", {}, element("a", { href: `#${id}` }, escaped(title))),
      ),
    ),
  );

/** The export as a page that anybody can read, in the reader's own colours and on paper; the same as the document, in words. */
export function exportHtml(content: MemberExport): string {
  const { community, madeAt, you } = content;
  return htmlPage({
    title: `What ${community} keeps about ${you.name}`,
    style: EXPORT_STYLE,
    main: [
      element(
        "p",
        {},
        `Made on ${moment(madeAt)}. It is what is kept about you here; the last part says what is not in it, and why.`,
      ),
      element(
        "p",
        { class: "note" },
        "Some of this is private. Keep the file where only you can open it, and delete it when you do not need it any more. The file export.json beside it holds the same for programs.",
      ),
      contents(),
      ...PARTS.map((part) => section(part, content)),
      element(
        "section",
        { "aria-labelledby": LEFT_OUT },
        element("h2", { id: LEFT_OUT }, escaped(FIELD_WORDS.leftOut)),
        element("p", {}, "This is kept, or may be, and is not in here:"),
        element("ul", {}, ...content.leftOut.map((reason) => element("li", {}, escaped(reason)))),
      ),
    ],
  });
}
