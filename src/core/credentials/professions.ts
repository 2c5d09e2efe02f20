import { foldName } from "./names/fold-name.ts";
import { jaroWinkler } from "./names/jaro-winkler.ts";
import { BESIDE, type Entry, NO_PROFESSION, PROFESSIONS } from "./profession-names.ts";

/** What patients can read of a provider's profession. */
export const PROFESSION_LABELS: readonly string[] = PROFESSIONS.map(({ label }) => label);

/** Words of a profession as they are compared, each with its entry; "PA-C" is "PA C", and "D.O." is "DO". */
const PHRASES: ReadonlyMap<string, Entry> = new Map(
  PROFESSIONS.flatMap((entry) => [entry.label, ...entry.words].map((one) => [foldName(one), entry] as const)),
);

const MOST_WORDS = Math.max(...Array.from(PHRASES.keys(), (phrase) => phrase.split(" ").length));

const NONE: ReadonlySet<string> = new Set(NO_PROFESSION.map(foldName));

const AROUND: ReadonlySet<string> = new Set(BESIDE.map(foldName));

/** The longest words of a profession that begin at a place: "doctor of pharmacy" before "doctor". */
function phraseAt(
  words: readonly string[],
  at: number,
): { entry: Entry | undefined; length: number } | undefined {
  for (let length = Math.min(MOST_WORDS, words.length - at); length > 0; length--) {
    const phrase = words.slice(at, at + length).join(" ");
    const entry = PHRASES.get(phrase) ?? PHRASES.get(phrase.replace(/S$/, ""));
    if (entry !== undefined || NONE.has(phrase)) return { entry, length };
  }
  return undefined;
}

interface Read {
  readonly entries: readonly Entry[];
  /** Whether a word stands there that is none of a profession. */
  readonly strange: boolean;
}

function read(typed: string): Read {
  const words = foldName(typed)
    .split(" ")
    .filter((word) => word !== "");
  const entries = new Set<Entry>();
  let strange = false;
  for (let at = 0; at < words.length; ) {
    const found = phraseAt(words, at);
    if (found?.entry !== undefined) entries.add(found.entry);
    else if (found !== undefined || !AROUND.has(words[at] ?? "")) strange = true;
    at += found?.length ?? 1;
  }
  return { entries: [...entries], strange };
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
  for (const [phrase, { label }] of PHRASES)
    likeness.set(label, Math.max(likeness.get(label) ?? 0, jaroWinkler(plain, phrase)));
  return [...likeness]
    .filter(([, like]) => like >= NEAR)
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_NEAR)
    .map(([label]) => label);
}

/** The one profession that words name. Every word counts: two professions are not one, and a word that is not known makes it none. */
export function professionNamed(typed: string): Named {
  const { entries, strange } = read(typed);
  const [entry, second] = entries;
  const labels = entries.map(({ label }) => label);
  if (second !== undefined) return { is: "several", labels };
  if (entry === undefined || strange)
    return { is: "none", nearest: entry === undefined ? nearestTo(typed) : labels };
  return { is: "one", entry };
}
