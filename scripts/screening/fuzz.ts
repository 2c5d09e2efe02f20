import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { screen } from "#core/screening/screen.ts";
import { seeded } from "./chance.ts";
import { readMarked } from "./examples.ts";
import { linesOf } from "./labelled.ts";

/**
 * Screens generated messages and looks for what must never happen: npm run fuzz:screening [-- --messages N --seed S]. A
 * message is made of stretches of the corpus, of identifiers in many forms, of signs and of junk, and is then disguised
 * (zero-width characters, full width, other case, spaces between). Each must be screened without a throw; offsets lie in
 * the text, in order and apart; what was removed does not stand in `scrubbed`; and screening `scrubbed` finds nothing new.
 */
const { values: flags } = parseArgs({
  options: { messages: { type: "string", default: "1000000" }, seed: { type: "string", default: "1" } },
});
const wanted = Number(flags.messages);
const random = seeded(Number(flags.seed));
const below = (count: number) => Math.floor(random() * count);
const pick = <T>(list: readonly T[]): T => {
  const one = list[below(list.length)];
  if (one === undefined) throw new Error("nothing to pick from");
  return one;
};

const CORPUS = join(import.meta.dirname, "..", "..", "corpus");
const parts = ["tuned", "heldout"];
const marked = parts.flatMap((part) =>
  readdirSync(join(CORPUS, part))
    .filter((file) => file.endsWith(".txt"))
    .flatMap((file) => readMarked(join(CORPUS, part, file))),
);
const texts = [
  ...marked.map(({ text }) => text),
  ...parts.flatMap((part) =>
    readdirSync(join(CORPUS, part))
      .filter((file) => file.endsWith(".tsv"))
      .flatMap((file) => linesOf(join(CORPUS, part, file)).map((line) => line.split("\t")[2] ?? "")),
  ),
];
const identifiers = marked.flatMap(({ text, spans }) =>
  spans.map(({ start, end }) => text.slice(start, end)),
);
const SIGNS = [
  " ",
  ", ",
  ". ",
  "\n",
  " - ",
  "...",
  "!",
  "?",
  "(",
  ")",
  "[",
  "]",
  "'",
  '"',
  "/",
  "@",
  "#",
  ":",
  "_",
  " and ",
  " or ",
];
const JUNK = [
  "\u200b",
  "\u0301",
  "\ud83d",
  "👩‍👩‍👧",
  "🇨🇦",
  "\u202e",
  "ß",
  "İ",
  "ﬁ",
  "١٢٣",
  "５５５",
  "\u00ad",
  "\ufeff",
  "[name]",
  "[date 2]",
  "[",
  "<@123456789012345678>",
];

const digits = (count: number) => Array.from({ length: count }, () => below(10)).join("");

function made(): string {
  switch (below(9)) {
    case 0:
      return `${digits(3)}-${digits(3)}-${digits(4)}`;
    case 1:
      return `${1 + below(12)}/${1 + below(31)}/${1900 + below(125)}`;
    case 2:
      return `${digits(1 + below(8))} ${pick(["Elm", "oak", "St", "main"])} ${pick(["St", "road", "Ave", "way"])}`;
    case 3:
      return `${pick(["jo", "max.p", "a_b"])}@${pick(["mail", "x-y"])}.${pick(["com", "example", "co.uk"])}`;
    case 4:
      return digits(1 + below(20));
    case 5:
      return `${pick(["A", "QX", "MRN", "SN"])}-${digits(4 + below(6))}`;
    case 6:
      return String(pick([90, 91, 95, 99, 101, 104]));
    case 7:
      return pick(["five five five", "one two three four", "k i m", "d e n v e r"]);
    default:
      return String.fromCodePoint(32 + below(0x2fff));
  }
}

function piece(): string {
  const kind = random();
  if (kind < 0.3) {
    const text = pick(texts);
    const words = text.split(" ");
    const from = below(words.length);
    return words.slice(from, from + 1 + below(10)).join(" ");
  }
  if (kind < 0.55) return pick(identifiers);
  if (kind < 0.7) return made();
  if (kind < 0.93) return pick(SIGNS);
  return pick(JUNK);
}

function disguised(text: string): string {
  switch (below(14)) {
    case 0:
      return text.toLowerCase();
    case 1:
      return text.toUpperCase();
    case 2:
      return [...text].join("\u200b");
    case 3:
      return text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
    case 4:
      return text.replaceAll(" ", "  ");
    case 5:
      return text.slice(below(text.length + 1));
    default:
      return text;
  }
}

function message(): string {
  let text = "";
  for (let count = 1 + below(9); count > 0; count--) text += piece() + (random() < 0.7 ? " " : "");
  return disguised(text);
}

const OTHERWISE_MEANT = ["AGE90", "DATE"];

/** Whether what was removed still points at somebody: a number or an address anywhere, other words by themselves. */
function stillHolds(scrubbed: string, value: string, type: string): boolean {
  if (value.length >= 6 && /[\d@]/.test(value)) return scrubbed.includes(value);
  if (OTHERWISE_MEANT.includes(type)) return false;
  const inside = (at: number) => /^[\p{L}\p{N}\p{M}]{2}$/u.test(scrubbed.slice(Math.max(0, at - 1), at + 1));
  for (let at = scrubbed.indexOf(value); at >= 0; at = scrubbed.indexOf(value, at + 1))
    if (!inside(at) && !inside(at + value.length)) return true;
  return false;
}

/** What is wrong with how a text was screened; undefined when all is as it must be. */
function wrongWith(text: string): string | undefined {
  const { identifiers: found, scrubbed } = screen(text);
  let at = 0;
  for (const { start, end } of found) {
    if (start < at || end <= start || end > text.length) return "offsets";
    at = end;
  }
  const held = found.find(({ start, end, type }) => stillHolds(scrubbed, text.slice(start, end), type));
  if (held !== undefined) return `scrubbed holds ${JSON.stringify(text.slice(held.start, held.end))}`;
  const again = screen(scrubbed);
  if (again.identifiers.length > 0)
    return `found again: ${again.identifiers.map(({ type, start, end }) => `${type} ${scrubbed.slice(start, end)}`).join(", ")}`;
  return undefined;
}

const LONGEST_LIST = 20;
let failures = 0;
const began = performance.now();
for (let count = 0; count < wanted; count++) {
  const text = message();
  let wrong: string | undefined;
  try {
    wrong = wrongWith(text);
  } catch (error) {
    wrong = `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
  if (wrong === undefined) continue;
  failures++;
  if (failures <= LONGEST_LIST) process.stdout.write(`${wrong}\n  in ${JSON.stringify(text)}\n`);
}
const seconds = (performance.now() - began) / 1000;
process.stdout.write(`${wanted} messages, seed ${flags.seed}: ${failures} failed, ${seconds.toFixed(0)} s\n`);
process.exitCode = failures === 0 ? 0 : 1;
