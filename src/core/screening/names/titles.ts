import { hashOf, isWord, SHAPES, type Token, wordOf } from "../reading/tokens.ts";
import {
  englishOf,
  familyNameOf,
  firstNameOf,
  isGeneral,
  isRareName,
  type WordFacts,
} from "../reading/words.ts";
import type { Evidence } from "./features.ts";
import { PERSON } from "./tagger.ts";
import { isBuiltLikeTerm, TITLES } from "./terms.ts";

const set = (words: string) => new Set(words.split(" ").map(hashOf));

/** Titles that belong to the name; the others ("aunt", "nurse") only announce one. */
const OWN_TITLES = set("dr doctor mr mrs ms miss mx prof professor rev sra sr srta dra mme mlle lic doctora");
/** Titles that belong to the name when they are written large: "Auntie Bev", but "my uncle Fergal". */
const LARGE_TITLES = set(
  "nurse auntie aunty aunt uncle tia tio sgt sergeant captain capt lieutenant lt cpl father sister brother pastor coach officer don dona",
);
export const isOwnTitle = ({ stem, shape }: Token) =>
  OWN_TITLES.has(stem) || (LARGE_TITLES.has(stem) && shape !== SHAPES.lower);
const NOT_AFTER_TITLE = set(
  "google who appointment said says told office visit visits appt will is was and or the a in on at for to has had can could should would if my your his her our their please thanks thank oz phil house strange pepper visitor dre seuss evil no yes he she they it i you we that this there then now today tomorrow order orders prescribed gave wants wanted put started asked refuses keeps just also did does didnt doesnt wont cant about from with of as by when so but because notes note letter bills bill line team staff station manager practitioner practitioners educator navigator specialist said",
);

/** Titles of which a dot belongs to the title; after "doctor." a sentence begins. */
const SHORT_TITLES = set("dr mr mrs ms mx prof rev sr sra srta dra mme mlle st lic");
/** Titles that are also everyday words ("ms" is a disease too): only a word that looks like a name may follow. */
const DOUBTFUL_TITLES = set(
  "ms miss don sister brother father pastor coach officer nurse uncle aunt tia tio ofc sr doctor doctora senor senora professor sra",
);

export const isTitled = (token: Token | undefined) => token !== undefined && isOwnTitle(token);

function looksLikeName(token: Token, facts: WordFacts): boolean {
  if (token.shape !== SHAPES.lower) return true;
  if (isGeneral(facts) && firstNameOf(facts) < 3) return false;
  return (
    englishOf(facts) < 5 &&
    (firstNameOf(facts) > 0 || familyNameOf(facts) > 0 || isRareName(facts) || facts === 0)
  );
}

function isKnownName(facts: WordFacts, token: Token): boolean {
  if (token.shape === SHAPES.lower) return firstNameOf(facts) > 2 && !isGeneral(facts);
  return firstNameOf(facts) > 0 || familyNameOf(facts) > 0 || isRareName(facts) || !isGeneral(facts);
}

/** "Dr Llewellyn", "mrs osei-bonsu": what follows a title is a name whatever the model says. */
export function addTitled({ tokens, facts }: Evidence, tags: Uint8Array, text: string): void {
  tokens.forEach((title, at) => {
    if (!isWord(title) || !TITLES.has(title.stem)) return;
    if (title.shape === SHAPES.capitals && DOUBTFUL_TITLES.has(title.stem)) return;
    let next = at + 1;
    const dotted = text.charAt(tokens[next]?.start ?? 0) === "." && tokens[next]?.start === title.end;
    if (dotted && !SHORT_TITLES.has(title.stem)) return;
    if (dotted) next++;
    for (let words = 0; words < 2; words++, next++) {
      const token = tokens[next];
      if (!isWord(token) || NOT_AFTER_TITLE.has(token.stem) || !looksLikeName(token, facts[next] ?? 0)) break;
      if (words > 0 && token.shape === SHAPES.lower) break;
      if (isBuiltLikeTerm(wordOf(text, token))) break;
      if (DOUBTFUL_TITLES.has(title.stem) && !isKnownName(facts[next] ?? 0, token)) break;
      tags[next] = PERSON;
    }
  });
}
