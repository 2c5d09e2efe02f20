import { keptWords } from "#core/language/t.ts";
import { foldName } from "./names/fold-name.ts";
import { jaroWinkler } from "./names/jaro-winkler.ts";
import { BESIDE, type Entry, NO_PROFESSION, PROFESSIONS } from "./profession-names.ts";

/** A profession as whoever reads it says it; what is kept, and may be typed, is English. */
export const professionWords = (kept: string): string =>
  keptWords(
    kept,
    PROFESSIONS.map(({ label }) => label),
  );

/** What patients can read of a provider's profession. */
export const PROFESSION_LABELS: readonly string[] = PROFESSIONS.map(({ label }) => label);

function allPhrases(): ReadonlyMap<string, readonly Entry[]> {
  const all = new Map<string, readonly Entry[]>();
  for (const entry of PROFESSIONS)
    for (const phrase of new Set([entry.label, ...entry.words].map(foldName)))
      all.set(phrase, [...(all.get(phrase) ?? []), entry]);
  return all;
}

/** Words of a profession as they are compared, each with its entries; "PA-C" is "PA C", and "D.O." is "DO". */
const PHRASES = allPhrases();

const MOST_WORDS = Math.max(...Array.from(PHRASES.keys(), (phrase) => phrase.split(" ").length));

const NONE: ReadonlySet<string> = new Set(NO_PROFESSION.map(foldName));

const AROUND: ReadonlySet<string> = new Set(BESIDE.map(foldName));

/** The longest words of a profession that begin at a place: "doctor of pharmacy" before "doctor". */
function phraseAt(
  words: readonly string[],
  at: number,
): { meant: readonly Entry[]; length: number } | undefined {
  for (let length = Math.min(MOST_WORDS, words.length - at); length > 0; length--) {
    const phrase = words.slice(at, at + length).join(" ");
    const meant = PHRASES.get(phrase) ?? PHRASES.get(phrase.replace(/S$/, "")) ?? [];
    if (meant.length > 0 || NONE.has(phrase)) return { meant, length };
  }
  return undefined;
}

interface Read {
  readonly entries: readonly Entry[];
  /** Whether a word stands there that is none of a profession. */
  readonly strange: boolean;
}

/** "APRN" may be four; with "FNP" beside it, it is the one that this says. */
function narrowed(all: readonly (readonly Entry[])[]): readonly Entry[] {
  const sure = new Set(all.filter(({ length }) => length === 1).flat());
  const unsure = all.filter((meant) => !meant.some((one) => sure.has(one)));
  return [...new Set([...sure, ...unsure.flat()])];
}

function read(typed: string): Read {
  const words = foldName(typed)
    .split(" ")
    .filter((word) => word !== "");
  const all: (readonly Entry[])[] = [];
  let strange = false;
  for (let at = 0; at < words.length; ) {
    const found = phraseAt(words, at);
    if (found !== undefined && found.meant.length > 0) all.push(found.meant);
    else if (found !== undefined || !AROUND.has(words[at] ?? "")) strange = true;
    at += found?.length ?? 1;
  }
  return { entries: narrowed(all), strange };
}

export type Named =
  | { readonly is: "one"; readonly entry: Entry }
  | { readonly is: "several"; readonly labels: readonly string[] }
  /** With those that are meant most likely; may be none. */
  | { readonly is: "none"; readonly nearest: readonly string[] };

const NEAR = 0.92;
const MOST_NEAR = 3;

function nearestTo(typed: string): string[] {
  const plain = foldName(typed);
  const likeness = new Map<string, number>();
  for (const [phrase, entries] of PHRASES)
    for (const { label } of entries)
      likeness.set(label, Math.max(likeness.get(label) ?? 0, jaroWinkler(plain, phrase)));
  return [...likeness]
    .filter(([, like]) => like >= NEAR)
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_NEAR)
    .map(([label]) => label);
}

/**
 * The one profession that words name. Every word counts: two professions are not one, neither is a title that several have, and a
 * word that is not known makes it none.
 */
export function professionNamed(typed: string): Named {
  const { entries, strange } = read(typed);
  const [entry, second] = entries;
  const labels = entries.map(({ label }) => label);
  if (second !== undefined) return { is: "several", labels };
  if (entry === undefined || strange)
    return { is: "none", nearest: entry === undefined ? nearestTo(typed) : labels };
  return { is: "one", entry };
}
