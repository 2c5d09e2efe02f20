import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Document, isNode, LineCounter, parseDocument, visit } from "yaml";
import { yamlMistake } from "#core/foundation/file-mistakes.ts";
import { joinRules } from "./join-rules.ts";
import type { RuleBook } from "./rules.ts";
import { entriesIn, type Mistake, RulesError, type RulesProblem } from "./rules-file.ts";
import { SHIPPED_RULES, shippedRules } from "./shipped-rules.ts";

/** Where an installation keeps rules of its own; they hold in all of its communities. */
export const ownRules = (home: string): string => join(home, "rules.yaml");

/** The line on which a value stands, or what holds it where there is none. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}

/** "line 12, own-photos title": the rule by its id. */
function whereOf(path: readonly PropertyKey[], data: unknown, line: number | undefined): string {
  const [index, ...rest] = path;
  const one: unknown = typeof index === "number" && Array.isArray(data) ? data[index] : undefined;
  const id: unknown = typeof one === "object" && one !== null ? Reflect.get(one, "id") : undefined;
  const named = [typeof id === "string" ? id : "", ...rest.map(String)].join(" ").trim();
  return [line === undefined ? "" : `line ${line}`, named].filter((part) => part !== "").join(", ");
}

/** What YAML itself does not take, and names for values, which a short list does not need. */
function yamlMistakes(document: Document.Parsed, lines: LineCounter): { where?: string; problem: string }[] {
  const [error] = [...document.errors, ...document.warnings];
  if (error !== undefined)
    return [
      {
        ...(error.linePos === undefined ? {} : { where: `line ${error.linePos[0].line}` }),
        problem: yamlMistake(error),
      },
    ];
  const found: { where?: string; problem: string }[] = [];
  visit(document, {
    Alias: (_key, { source, range }) => {
      const where = range ? { where: `line ${lines.linePos(range[0]).line}` } : {};
      found.push({ ...where, problem: `*${source} points at another place: write it out` });
    },
  });
  return found;
}

/** The rules that come with Curbside with those of a text on top. Throws RulesError with all that is wrong. */
export function rulesWith(file: string, source: string): RuleBook {
  const lines = new LineCounter();
  const document = parseDocument(source, { uniqueKeys: true, lineCounter: lines });
  const stop = (problems: readonly Omit<RulesProblem, "file">[]) =>
    new RulesError(problems.map((problem) => ({ file, ...problem })));
  const broken = yamlMistakes(document, lines);
  if (broken.length > 0) throw stop(broken);
  const data: unknown = document.toJS() ?? [];
  const told = (mistakes: readonly Mistake[]) =>
    stop(
      mistakes.map(({ path, problem }) => {
        const where = path.length === 0 ? "" : whereOf(path, data, lineOf(document, lines, path));
        return { ...(where === "" ? {} : { where }), problem };
      }),
    );
  const read = entriesIn(data);
  if ("mistakes" in read) throw told(read.mistakes);
  const joined = joinRules(SHIPPED_RULES, read.entries);
  if ("mistakes" in joined) throw told(joined.mistakes);
  return joined.book;
}

/** The same of a file. Throws RulesError, also where it cannot be read. */
export function readRules(path: string): RuleBook {
  let source: string;
  try {
    source = readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new RulesError([{ file: basename(path), problem: `it cannot be read (${code})` }]);
  }
  return rulesWith(basename(path), source);
}

/** The rules in force: those that come with Curbside, and a file of one's own on top where there is one. Throws RulesError. */
export const loadRules = (own: string): RuleBook => (existsSync(own) ? readRules(own) : shippedRules());
