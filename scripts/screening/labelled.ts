import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HEADS, type Topic } from "#core/screening/meaning/heads.ts";
import { readMarked } from "./examples.ts";
import { expand } from "./expand.ts";

/** A text that carries a label of one topic; `from` says which source it came from. */
export interface TopicLine {
  readonly text: string;
  readonly topic: Topic;
  readonly label: number;
  readonly from: string;
}

const CORPUS = join(import.meta.dirname, "..", "..", "corpus");

export const linesOf = (file: string): string[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"));

/** The number of a label; labels that are not listed count as the harmless one ("ok_with_referral"). */
export const labelOf = (topic: Topic, label: string): number =>
  Math.max(0, (HEADS[topic] as readonly string[]).indexOf(label));

const isTopic = (name: string): name is Topic => name in HEADS;

/** Which topics a file of the corpus belongs to, by its name: "danger-chat.tsv". What is harmless is so for several. */
export const topicsOf = (file: string): readonly Topic[] => {
  const name = file.replace(/[-.].*$/, "");
  if (name === "harmless") return ["danger", "impersonation", "spam", "harassment"];
  return isTopic(name) ? [name] : [];
};

/** The labelled lines of one part of the corpus. */
export function corpusLines(part: "tuned" | "heldout"): TopicLine[] {
  const folder = join(CORPUS, part);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".tsv"))
    .sort()
    .flatMap((file) =>
      linesOf(join(folder, file)).flatMap((line) => {
        const [label = "", , text = ""] = line.split("\t");
        return topicsOf(file).map((topic) => ({ text, topic, label: labelOf(topic, label), from: part }));
      }),
    );
}

/** The texts of identifiers-* without their marks. */
export function markedTexts(part: "tuned" | "heldout" | "reserve"): string[] {
  const folder = join(CORPUS, part);
  return readdirSync(folder)
    .filter((file) => file.startsWith("identifiers"))
    .sort()
    .flatMap((file) => readMarked(join(folder, file)).map(({ text }) => text));
}

/** Lines made from the patterns of corpus/templates, at most `most` of each. */
export function patternLines(most: number, random: () => number): TopicLine[] {
  const folder = join(CORPUS, "templates");
  return readdirSync(folder)
    .sort()
    .flatMap((file) =>
      topicsOf(file).flatMap((topic) =>
        linesOf(join(folder, file)).flatMap((line) => {
          const [, label = "", pattern = ""] = /^(\w+): (.*)$/.exec(line) ?? [];
          return expand(pattern, most, random).map((text) => ({
            text,
            topic,
            label: labelOf(topic, label),
            from: "patterns",
          }));
        }),
      ),
    );
}

/** HateCheck as lines about harassment, with the template that each was made from. */
export function hateCheckLines(publicData: string): (TopicLine & { readonly template: number })[] {
  const file = join(publicData, "hatecheck", "test_suite_cases.csv");
  if (!existsSync(file)) return [];
  return readHateCheck(file).map(({ text, label, template }) => ({
    text,
    topic: "harassment",
    label: label === "hateful" ? 1 : 0,
    from: "hatecheck",
    template,
  }));
}

/** The columns test_case, label_gold and templ_id of the suite; fields may be quoted. */
export function readHateCheck(file: string): { text: string; label: string; template: number }[] {
  return linesOf(file)
    .slice(1)
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((match) =>
        (match[1] ?? "").replace(/^"|"$/g, "").replaceAll('""', '"'),
      ),
    )
    .map((fields) => ({ text: fields[3] ?? "", label: fields[4] ?? "", template: Number(fields[10]) }));
}

/** MeQSum: questions to health services, which hold none of what the topics look for. */
export function questionLines(publicData: string): string[] {
  return JSON.parse(readFileSync(join(publicData, "meqsum", "chq.json"), "utf8"));
}

/** Words and what they are read as, from corpus/words: slang to English, Spanish to English. */
export function wordPairs(name: "slang" | "spanish"): [word: string, meaning: string[]][] {
  return linesOf(join(CORPUS, "words", `${name}.tsv`)).map((line) => {
    const [word = "", meaning = ""] = line.split("\t");
    return [word, meaning.split(" ")];
  });
}
