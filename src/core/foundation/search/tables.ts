import { readFileSync } from "node:fs";
import { stemmer } from "stemmer";
import { foldWords, oneForm } from "./fold-words.ts";
import { GLUE } from "./little-words.ts";

/** A thing that has several names, and the wider things that it is one of. */
export interface Concept {
  readonly name: string;
  readonly wider: readonly Concept[];
}

/** What the shipped tables know of words. */
export interface WordTables {
  /** The concepts that a phrase names; `words` as they stand between glue. Nothing for most. */
  conceptsOf(words: readonly string[]): readonly Concept[];
  /** How often a word is said: the logarithm to base two of its count in 51 million words; undefined for one not known. */
  levelOf(word: string): number | undefined;
  /** A Spanish word in English. */
  englishOf(word: string): string | undefined;
  /** All words that are known, the commonest first: what a misspelling may have meant. */
  readonly words: readonly string[];
}

/** The longest phrase that is looked for, in words without glue. */
export const LONGEST_PHRASE = 6;

/** Where a table lies: in tables/ at the root of the project, for the source and for dist/. */
function tableFile(name: string): URL {
  const up = import.meta.url.includes("/dist/src/core/") ? "../../../../../tables/" : "../../../../tables/";
  return new URL(up + name, import.meta.url);
}

const rowsOf = (name: string): string[][] =>
  readFileSync(tableFile(name), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));

/** Single words must agree but for their number; phrases, which few share, by their stems. */
export function phraseKey(words: readonly string[]): string {
  const [only = ""] = words;
  return words.length === 1 ? oneForm(only) : words.map((word) => stemmer(oneForm(word))).join(" ");
}

/** A phrase without its glue; nothing when that leaves one word, which alone means more ("the pill"). */
function withoutGlue(form: string): string[] {
  const all = foldWords(form);
  const words = all.filter((word) => !GLUE.has(word));
  return words.length === 1 && all.length > 1 ? [] : words;
}

function readConcepts(): Map<string, Concept[]> {
  const byName = new Map<string, { name: string; wider: Concept[] }>();
  const byPhrase = new Map<string, Concept[]>();
  const rows = rowsOf("synonyms.tsv");
  for (const [name = ""] of rows) byName.set(name, { name, wider: [] });
  for (const row of rows) {
    const concept = byName.get(row[0] ?? "");
    if (concept === undefined) continue;
    for (const form of row) {
      const wider = form.startsWith(">") ? byName.get(form.slice(1)) : undefined;
      if (wider !== undefined) concept.wider.push(wider);
      const words = withoutGlue(form);
      if (form.startsWith(">") || words.length === 0 || words.length > LONGEST_PHRASE) continue;
      const known = byPhrase.get(phraseKey(words)) ?? [];
      if (!known.includes(concept)) byPhrase.set(phraseKey(words), [...known, concept]);
    }
  }
  return byPhrase;
}

function readTables(): WordTables {
  const concepts = readConcepts();
  const levels = new Map<string, number>();
  const spanish = new Map<string, string>();
  for (const [first = "", second = "", third = ""] of rowsOf("search-words.tsv"))
    if (first === "es") spanish.set(second, third);
    else for (const word of second.split(" ")) levels.set(word, Number(first));
  return {
    conceptsOf: (words) => concepts.get(phraseKey(words)) ?? [],
    levelOf: (word) => levels.get(word),
    englishOf: (word) => spanish.get(word),
    words: [...levels.keys()],
  };
}

let tables: WordTables | undefined;

/** Reads the shipped tables when they are first needed. Throws what reading a file throws. */
export function wordTables(): WordTables {
  tables ??= readTables();
  return tables;
}
