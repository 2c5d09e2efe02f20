import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const DOCS = [
  "README.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  ...globSync("docs/**/*.md", { cwd: ROOT }).sort(),
];

/** The cells of each row of each table, head and rule left out. */
function tablesOf(text: string): string[][][] {
  const tables: string[][][] = [];
  let rows: string[][] | undefined;
  for (const line of text.split("\n")) {
    if (!line.startsWith("|")) {
      rows = undefined;
      continue;
    }
    if (rows === undefined) {
      rows = [];
      tables.push(rows);
    }
    rows.push(
      line
        .slice(1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
  }
  return tables.map((table) => table.slice(2));
}

const twice = (all: readonly string[]) => all.filter((one, at) => one !== "" && all.indexOf(one) !== at);

/** The numbers that do not go on from the one before, line by line; a list begins with 1. */
function outOfOrder(text: string): string[] {
  let next = 1;
  return text.split("\n").filter((line) => {
    const number = /^(\d+)\. /.exec(line)?.[1];
    if (number === undefined) {
      if (/^\S/.test(line)) next = 1;
      return false;
    }
    const isNext = Number(number) === next;
    next = Number(number) + 1;
    return !isNext;
  });
}

/** "test/{a,b}/c" as "test/a/c" and "test/b/c". */
const spread = (path: string): string[] => {
  const [whole, choices] = /\{([^}]*)\}/.exec(path) ?? [];
  if (whole === undefined || choices === undefined) return [path];
  return choices.split(",").flatMap((choice) => spread(path.replace(whole, choice)));
};

/** A scenario, a test or what lies in a folder of tests, with or without its ending. */
const isThere = (path: string) =>
  path.includes("/")
    ? ["", ".ts", ".test.ts"].some((ending) => existsSync(join(ROOT, path + ending)))
    : existsSync(join(ROOT, "test/fixtures/scenarios", `${path}.yaml`));

/** At commas that are not within braces. */
const named = (cell: string) =>
  cell
    .split(/,\s*(?![^{]*\})/)
    .filter((one) => one !== "")
    .flatMap(spread);

describe("the pages for people", () => {
  for (const file of DOCS)
    test(`${file} says each thing in its tables and lists once`, () => {
      const text = read(file);
      for (const rows of tablesOf(text)) expect(twice(rows.map(([first = ""]) => first))).toEqual([]);
      expect(twice(text.split("\n").filter((line) => line.length > 60 && !line.startsWith("|")))).toEqual([]);
      expect(outOfOrder(text)).toEqual([]);
    });

  test("docs/features.md has each of the 61 features in order, with tests that are there", () => {
    const [rows = []] = tablesOf(read("docs/features.md"));
    expect(rows.map(([number]) => Number(number))).toEqual(Array.from({ length: 61 }, (_, at) => at + 1));
    for (const [, , state = "", , shownBy = ""] of rows) {
      expect(["works", "partly", "not yet"]).toContain(state);
      expect(named(shownBy).filter((path) => !isThere(path))).toEqual([]);
    }
  });

  test("docs/ARCHITECTURE.md names folders that are there, and every room of the core", () => {
    const text = read("docs/ARCHITECTURE.md");
    const paths = [...text.matchAll(/`((?:src|docs|test|bench|scripts|corpus|tables)\/[^` ]*)`/g)].map(
      ([, path = ""]) => path,
    );
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    const rooms = globSync("src/core/*/", { cwd: ROOT });
    expect(rooms.filter((room) => !paths.some((path) => path.startsWith(room)))).toEqual([]);
  });
});
