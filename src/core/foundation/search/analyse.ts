import { stemmer } from "stemmer";
import { foldWords, oneForm } from "./fold-words.ts";
import { GLUE, LITTLE_WORDS } from "./little-words.ts";
import { nearWords } from "./near-words.ts";
import { type Concept, LONGEST_PHRASE, wordTables } from "./tables.ts";

/** One way in which something can be said. */
export interface Wording {
  readonly term: string;
  /** How much of what was meant it carries, 0 to 1. */
  readonly share: number;
  /** A word of a phrase: what its words carry adds up. Of all else the best counts. */
  readonly adds: boolean;
}

/** One thing that a text speaks of, with all its wordings. */
export interface Notion {
  /** The logarithm of how many texts there are to one that has it, as far as can be told before any text is known. */
  readonly rarity: number;
  /** How much it matters that a text has it, 0 to 1: what has a name in the tables fully, everyday speech less. */
  readonly matters: number;
  readonly wordings: readonly Wording[];
}

/** A synonym counts a little less than the word itself, something wider far less. */
const SYNONYM = 0.93;
const WIDER = 0.5;
const PART_OF_PHRASE = 0.6;
const TRANSLATED = 0.9;
const MISTYPED = [1, 0.88, 0.7];
/** All words of a phrase, one by one: they may stand in other senses. */
const WORDS_OF_PHRASE = 0.8;

const wordTerm = (word: string) => `w:${stemmer(oneForm(word))}`;
const conceptTerm = ({ name }: Concept) => `c:${name}`;

/** Of 51 million words that were counted. */
const WORDS_COUNTED = Math.log(51e6);
const WORDS_IN_A_TEXT = Math.log(60);
const RAREST = 9;
const COMMONEST = 0.5;
const OF_NUMBERS = 2;
const OF_PHRASES = 4;
const EVERYDAY = 0.8;

/** From how often a word is said anywhere. A number alone tells little, and a word that nobody knows most. */
function rarityOf(word: string): number {
  if (/^\d+$/.test(word)) return OF_NUMBERS;
  const level = wordTables().levelOf(word);
  if (level === undefined) return RAREST;
  return Math.min(RAREST, Math.max(COMMONEST, WORDS_COUNTED - WORDS_IN_A_TEXT - level * Math.LN2));
}

/** Of everyday speech a rare word matters more: "crushed" is perhaps what it is about, "keep" is not. */
const everyday = (rarity: number): number => (EVERYDAY * rarity) / RAREST;

const ofConcepts = (concepts: readonly Concept[], share: number): Wording[] =>
  concepts.flatMap((concept) => [
    { term: conceptTerm(concept), share, adds: false },
    ...concept.wider.map((wider) => ({ term: conceptTerm(wider), share: share * WIDER, adds: false })),
  ]);

/** What a word that nobody knows may misspell. The same few come again and again, and each takes a look at all words. */
const MOST_REMEMBERED = 2000;
const remembered = new Map<string, readonly Reading[]>();

interface Reading {
  readonly word: string;
  readonly share: number;
}

function misspelled(word: string): readonly Reading[] {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const near = nearWords(word).map(({ word: meant, edits }) => ({
    word: meant,
    share: MISTYPED[edits] ?? 0,
  }));
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(word, near);
  return near;
}

/** Other words that may have been meant: a Spanish word's English one, and what a word that nobody knows may misspell. */
function readings(word: string): readonly Reading[] {
  const { englishOf, levelOf } = wordTables();
  const english = englishOf(word);
  if (english !== undefined) return [{ word: english, share: TRANSLATED }];
  if (levelOf(word) !== undefined || levelOf(oneForm(word)) !== undefined) return [];
  return misspelled(word);
}

function ofWord(word: string): Notion {
  const { conceptsOf } = wordTables();
  const others = readings(word);
  const wordings = [
    { term: wordTerm(word), share: 1, adds: false },
    ...ofConcepts(conceptsOf([word]), SYNONYM),
    ...others.flatMap(({ word: other, share }) => [
      { term: wordTerm(other), share, adds: false },
      ...ofConcepts(conceptsOf([other]), share * SYNONYM),
    ]),
  ];
  const meant = others[0]?.word ?? word;
  const rarity = rarityOf(meant);
  const named = conceptsOf([meant]).length > 0 || rarity === RAREST;
  return { rarity, matters: named ? 1 : everyday(rarity), wordings };
}

/** The phrase's own concepts, those of a phrase inside it, and its words. */
function ofPhrase(words: readonly string[], concepts: readonly Concept[]): Notion {
  const { conceptsOf } = wordTables();
  const known = words.filter((word) => !LITTLE_WORDS.has(word));
  const rarities = known.map(rarityOf);
  const sum = rarities.reduce((all, rarity) => all + rarity, 0);
  const inside: Wording[] = [];
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= words.length && to - from < words.length; to++) {
      const part = conceptsOf(words.slice(from, to));
      if (to - from > 1 || !LITTLE_WORDS.has(words[from] ?? ""))
        inside.push(...ofConcepts(part, PART_OF_PHRASE));
    }
  const single = known.map((word, at) => ({
    term: wordTerm(word),
    share: (WORDS_OF_PHRASE * (rarities[at] ?? 0)) / sum,
    adds: true,
  }));
  return {
    rarity: Math.min(RAREST, Math.max(OF_PHRASES, ...rarities, 0.6 * sum)),
    matters: 1,
    wordings: [...ofConcepts(concepts, 1), ...inside, ...single],
  };
}

/** The longest phrase with a name of its own that begins here. */
function phraseAt(words: readonly string[], from: number): { length: number; concepts: readonly Concept[] } {
  const { conceptsOf } = wordTables();
  for (let length = Math.min(LONGEST_PHRASE, words.length - from); length > 1; length--) {
    const concepts = conceptsOf(words.slice(from, from + length));
    if (concepts.length > 0) return { length, concepts };
  }
  return { length: 1, concepts: [] };
}

/** A word that is misspelled inside a phrase would hide it. */
function corrected(word: string): string {
  return readings(word)[0]?.word ?? word;
}

/** Each wording once, with the most that it carries. */
function merged({ wordings, ...notion }: Notion): Notion {
  const best = new Map<string, Wording>();
  for (const wording of wordings)
    if (wording.share > (best.get(wording.term)?.share ?? 0)) best.set(wording.term, wording);
  return { ...notion, wordings: [...best.values()] };
}

/**
 * What a text speaks of, in its order: words by their stems, and phrases and words that have synonyms by what they name
 * ("sugar diabetes" is diabetes). Misspelled and Spanish words also stand for what they may mean. Little words tell nothing
 * and are left out, so perhaps nothing remains. Pure, and the same for both databases.
 */
export function analyse(text: string): Notion[] {
  const words = foldWords(text).filter((word) => !GLUE.has(word));
  const spelled = words.map((word) => (LITTLE_WORDS.has(word) ? word : corrected(word)));
  const notions: Notion[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? "";
    const [asWritten, asMeant] = [phraseAt(words, at), phraseAt(spelled, at)];
    const { length, concepts } = asWritten.length > 1 ? asWritten : asMeant;
    if (length > 1) notions.push(merged(ofPhrase(spelled.slice(at, at + length), concepts)));
    else if (!LITTLE_WORDS.has(word) && word.length > 1) notions.push(merged(ofWord(word)));
    at += length;
  }
  return notions;
}
