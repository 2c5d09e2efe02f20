import { isMap, isSeq, LineCounter, parseDocument } from "yaml";
import { yamlMistake } from "#core/foundation/file-mistakes.ts";

export const FAQ_FORMATS = ["yaml", "json", "csv", "md"] as const;
export type FaqFormat = (typeof FAQ_FORMATS)[number];

/** One answer of a file, as it stands there, by small letters without spaces: `reviewby`, `source`. */
export interface FaqRow {
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
}

export interface WrongLine {
  readonly line: number;
  readonly what: string;
}

export interface FaqRows {
  readonly rows: readonly FaqRow[];
  readonly wrong: readonly WrongLine[];
}

const nameOf = (key: string): string => key.toLowerCase().replace(/[^a-z]/g, "");

/** A list of names with values; JSON reads like YAML. */
function readYaml(text: string): FaqRows {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: "failsafe", prettyErrors: false });
  const lineAt = (offset: number | undefined) => lines.linePos(offset ?? 0).line;
  const wrong = document.errors.map((error) => ({ line: lineAt(error.pos[0]), what: yamlMistake(error) }));
  if (wrong.length > 0) return { rows: [], wrong };
  if (!isSeq(document.contents)) return { rows: [], wrong: [{ line: 1, what: "must be a list of answers" }] };
  const rows: FaqRow[] = [];
  for (const item of document.contents.items) {
    const at = { line: lineAt((item as { range?: readonly number[] } | null)?.range?.[0]) };
    if (!isMap(item)) wrong.push({ ...at, what: "must be names with a value behind each" });
    else
      rows.push({
        ...at,
        fields: Object.fromEntries(
          Object.entries(item.toJSON() as object).map(([key, value]) => [
            nameOf(key),
            typeof value === "string" ? value : "",
          ]),
        ),
      });
  }
  return { rows, wrong };
}

/** Cells as spreadsheets write them: quotes around a cell with commas or lines, and two for one. */
function cellsOf(text: string): { line: number; cells: string[] }[] {
  const records: { line: number; cells: string[] }[] = [];
  let line = 1;
  let record = { line, cells: [] as string[] };
  for (const [whole, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    record.cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += whole.split("\n").length - 1;
    if (end === ",") continue;
    if (record.cells.some((cell) => cell.trim() !== "")) records.push(record);
    record = { line, cells: [] };
    if (end === "") break;
  }
  return records;
}

function readCsv(text: string): FaqRows {
  const [head, ...records] = cellsOf(text);
  if (head === undefined) return { rows: [], wrong: [] };
  const names = head.cells.map(nameOf);
  const wrong: WrongLine[] = [];
  const rows: FaqRow[] = [];
  for (const { line, cells } of records) {
    if (cells.length !== names.length)
      wrong.push({ line, what: `has ${cells.length} columns where the first line has ${names.length}` });
    else rows.push({ line, fields: Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""])) });
  }
  return { rows, wrong };
}

const FIELD = /^(?:[-*]\s+)?\**(topic|source(?: url)?|reviewed(?: by| on)?|review[ -]by)\**\s*:\**\s*(.+)$/i;

/** Each heading is a question; lines such as "Topic: Medicines" are its fields, and all else is the answer. */
function readMarkdown(text: string): FaqRows {
  const rows: { line: number; fields: Record<string, string> }[] = [];
  const answers: string[][] = [];
  for (const [at, line] of text.split("\n").entries()) {
    const question = /^##\s+(.+?)\s*#*$/.exec(line)?.[1];
    if (question !== undefined) {
      rows.push({ line: at + 1, fields: { question } });
      answers.push([]);
      continue;
    }
    const row = rows.at(-1);
    if (row === undefined) continue;
    const [, name, value] = FIELD.exec(line.trim()) ?? [];
    if (name !== undefined && value !== undefined) row.fields[nameOf(name)] = value;
    else answers.at(-1)?.push(line);
  }
  return {
    rows: rows.map(({ line, fields }, at) => ({
      line,
      fields: { ...fields, answer: (answers[at] ?? []).join("\n") },
    })),
    wrong: [],
  };
}

const READERS: { readonly [F in FaqFormat]: (text: string) => FaqRows } = {
  yaml: readYaml,
  json: readYaml,
  csv: readCsv,
  md: readMarkdown,
};

/** The answers of a file, and the lines that cannot be read. */
export function readFaqRows(text: string, format: FaqFormat): FaqRows {
  return READERS[format](text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"));
}
