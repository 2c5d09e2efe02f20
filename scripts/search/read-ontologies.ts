import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Writes corpus/search/conditions.tsv: names of conditions and symptoms with their exact synonyms, a line each. Run:
 * node scripts/search/read-ontologies.ts DIR, where DIR holds NCIthesaurus.obo (a subset of the Human Disease Ontology) and
 * symp.obo (the Symptom Ontology); tables/NOTICE.md says where they are from.
 */
const MOST_WORDS = 5;
/** Shorter abbreviations stand for too many things; those that people use are in corpus/search/lay-words.tsv. */
const SHORTEST = 4;

const folder = process.argv[2];
if (folder === undefined)
  throw new Error("Name the folder of the ontologies: node scripts/search/read-ontologies.ts DIR");

/** Plain names only: no chemistry, no lists, no remarks in brackets. */
function plainName(name: string): string | undefined {
  const plain = name.toLowerCase().trim();
  if (!/^[\p{L}\d][\p{L}\d' -]+$/u.test(plain)) return undefined;
  if (plain.includes(" - ") || plain.length < SHORTEST || plain.split(/[ -]+/).length > MOST_WORDS)
    return undefined;
  return plain;
}

/** The names of one term, its own first; none when it is obsolete or has one name only. */
function namesOf(stanza: string): string[] {
  if (/^is_obsolete: true/m.test(stanza)) return [];
  const name = /^name: (.+)$/m.exec(stanza)?.[1] ?? "";
  const exact = [...stanza.matchAll(/^synonym: "(.+?)" EXACT/gm)].map(([, synonym = ""]) => synonym);
  const plain = [name, ...exact].map(plainName).filter((one) => one !== undefined);
  return [...new Set(plain)];
}

const lines = ["symp.obo", "NCIthesaurus.obo"].flatMap((file) =>
  readFileSync(join(folder, file), "utf8")
    .split("[Term]")
    .slice(1)
    .map(namesOf)
    .filter((names) => names.length > 1)
    .map((names) => names.join("\t")),
);
const target = join(import.meta.dirname, "..", "..", "corpus", "search", "conditions.tsv");
writeFileSync(target, `${[...new Set(lines)].sort().join("\n")}\n`);
process.stdout.write(`${lines.length} terms with more than one name\n`);
