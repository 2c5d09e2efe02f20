import { clearOf, placeholdersIn } from "../placeholders.ts";
import { SHAPES, type Token, tokensOf } from "./tokens.ts";
import { englishOf, factsOf, isGeneral, spanishOf, type WordFacts } from "./words.ts";

/** The languages whose words the rules know; the rest is read for what has a form only. */
export type Language = "en" | "es" | "other";

/** Fewer words than this say too little of a language: "ok", "Kraków?". */
const ENOUGH = 4;
/** At least this share of the words must be known in a language; names, slang and slips make up the rest. */
const KNOWN_SHARE = 0.5;
/** Levels of the table of words from which a word is common in its language, or is known in it at all. */
const COMMON_ENGLISH = 7;
const COMMON_SPANISH = 4;
const KNOWN_ENGLISH = 3;

/** A list of symptoms or things has few common words, but nearly all of its words are known. */
const MOSTLY_KNOWN = 0.8;
/** So small a share of common words of English or Spanish is no slang, but another language. */
const FOREIGN_SHARE = 0.2;

interface Counts {
  readonly english: number;
  readonly spanish: number;
  readonly known: number;
  readonly words: number;
}

/** `all` are the facts of the tokens, where they were looked up already. */
function count(tokens: readonly Token[], all?: readonly WordFacts[]): Counts {
  let english = 0;
  let spanish = 0;
  let known = 0;
  let words = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || token.shape > SHAPES.initial || token.end - token.start < 2) continue;
    words++;
    const facts = all?.[at] ?? factsOf(token.hash);
    const inEnglish = englishOf(facts);
    const inSpanish = spanishOf(facts);
    if (inEnglish >= COMMON_ENGLISH) english++;
    if (inSpanish >= COMMON_SPANISH && inEnglish < COMMON_ENGLISH + 3) spanish++;
    if (inEnglish >= KNOWN_ENGLISH || isGeneral(facts)) known++;
  }
  return { english, spanish, known, words };
}

/** The language of a text by its words, from its tokens. Very short texts count as English. */
export function languageOf(tokens: readonly Token[]): Language {
  const { english, spanish, known, words } = count(tokens);
  if (words < ENOUGH) return spanish > english ? "es" : "en";
  if (spanish > english + 1 && spanish >= words * 0.4) return "es";
  if (known >= words * KNOWN_SHARE && english >= words * 0.35) return "en";
  return known >= words * MOSTLY_KNOWN && english >= words * 0.1 ? "en" : "other";
}

/** The language of a folded text, by the words that somebody typed: placeholders say nothing of it. */
export function languageIn(text: string, tokens: readonly Token[] = tokensOf(text)): Language {
  const done = placeholdersIn(text);
  return languageOf(done.length === 0 ? tokens : clearOf(tokens, done));
}

/** Whether hardly any word is English or Spanish; slang and typos alone are not foreign. */
export function isForeign(tokens: readonly Token[], facts: readonly WordFacts[]): boolean {
  const { english, spanish, known, words } = count(tokens, facts);
  return words > ENOUGH && known < words * KNOWN_SHARE && Math.max(english, spanish) < words * FOREIGN_SHARE;
}
