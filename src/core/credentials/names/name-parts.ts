import { foldName } from "./fold-name.ts";

/** A name in its folded words, without what stands around it and is no name. */
export interface NameParts {
  readonly words: readonly string[];
  /** JR, SR, II to V; null when none was written. */
  readonly suffix: string | null;
}

const SUFFIXES: Readonly<Record<string, string>> = {
  JR: "JR",
  JUNIOR: "JR",
  SR: "SR",
  SENIOR: "SR",
  II: "II",
  "2ND": "II",
  III: "III",
  "3RD": "III",
  IV: "IV",
  "4TH": "IV",
  V: "V",
  "5TH": "V",
};

const TITLES =
  /^(?:MD|DDS|DMD|RN|BSN|MSN|LPN|LVN|APRN|ARNP|CRNA|CNM|FNP|PAC|PHD|PSYD|EDD|PHARMD|RPH|DPT|DPM|LCSW|LMFT|LPC|FACP|MBBS|ESQ)$/;
/** Somebody's last name may be one of these: behind a comma only they are titles. */
const SHORT_TITLES = /^(?:DO|NP|PA|PT|OT|OD|DC|MA|MS|BS|C)$/;
const IN_FRONT = /^(?:DR|MR|MRS|MS)$/;

const isTitle = (word: string, afterComma: boolean) =>
  TITLES.test(word) || (afterComma && SHORT_TITLES.test(word));

/** "V" may be a last name's letter: as a word of its own it is a suffix behind a comma only. */
const suffixOf = (word: string, afterComma: boolean): string | undefined =>
  word === "V" && !afterComma ? undefined : SUFFIXES[word];

/** A suffix as it is written in a column of its own. */
export const plainSuffix = (suffix: string | null | undefined): string | null =>
  SUFFIXES[foldName(suffix ?? "")] ?? null;

/** Takes a name apart: titles are dropped, a suffix is kept beside. A name is never dropped as a whole. */
export function nameParts(name: string): NameParts {
  const [main = "", ...behind] = name.split(",").map((piece) => foldName(piece).split(" ").filter(Boolean));
  let suffix: string | null = null;
  const words = [...main];
  while (words.length > 1 && IN_FRONT.test(words[0] ?? "")) words.shift();
  for (let last = words.at(-1) ?? ""; words.length > 1; last = words.at(-1) ?? "") {
    const found = suffixOf(last, false);
    if (found === undefined && !isTitle(last, false)) break;
    suffix = found ?? suffix;
    words.pop();
  }
  for (const word of behind.flat()) {
    const found = suffixOf(word, true);
    if (found !== undefined) suffix = found;
    else if (!isTitle(word, true)) words.push(word);
  }
  return { words: words.map((word) => (word === "SAINT" ? "ST" : word)), suffix };
}

/** Small words in front of last names, which are written, left out, or written together with the name. */
const PARTICLES = new Set("DE DEL DELA LA LAS LOS VAN VON DER DEN DI DU DA DOS ST".split(" "));

/** Without the small words; a name that is nothing else stays. */
export function withoutParticles(words: readonly string[]): readonly string[] {
  const left = words.filter((word) => !PARTICLES.has(word));
  return left.length === 0 ? words : left;
}

/** Every run of neighbouring words, written together: SMITH, JONES and SMITHJONES. Small words and letters alone are none. */
export function runsOf(words: readonly string[]): { readonly text: string; readonly atEnd: boolean }[] {
  const runs: { text: string; atEnd: boolean }[] = [];
  for (let first = 0; first < words.length; first++)
    for (let last = first; last < words.length; last++) {
      const run = words.slice(first, last + 1);
      const says = run.some((word) => word.length > 1 && !PARTICLES.has(word));
      if (says || run.length === words.length)
        runs.push({ text: run.join(""), atEnd: last === words.length - 1 });
    }
  return runs;
}
