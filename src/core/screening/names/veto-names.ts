import { isWord, SHAPES, type Token, wordOf } from "../reading/tokens.ts";
import {
  englishOf,
  familyNameOf,
  firstNameOf,
  isGeneral,
  placeOf,
  spanishOf,
  type WordFacts,
} from "../reading/words.ts";
import type { Evidence } from "./features.ts";
import { COMMONEST, FACILITY, WELL_KNOWN } from "./tagger.ts";
import { AFTER_EPONYM, EPONYMS, isBuiltLikeTerm, NOBODY, TITLES } from "./terms.ts";

/** English words from this level on are no names in small letters unless the lists know them well as first names. */
const EVERYDAY = 6;

/** Words that are names only after a title, whatever the tagger says: "brain", "constant", "long", "My" that opens. */
function isEveryday(token: Token, facts: WordFacts): boolean {
  const first = firstNameOf(facts);
  if (token.shape === SHAPES.lower)
    return (
      first < WELL_KNOWN &&
      (englishOf(facts) >= COMMONEST || (isGeneral(facts) && englishOf(facts) >= EVERYDAY))
    );
  return token.shape === SHAPES.capitalised && first < 3 && englishOf(facts) > COMMONEST;
}

/** An everyday or clinical word in small letters, or an abbreviation in capitals, that no list of names knows well. */
function isPlainTerm(token: Token, facts: WordFacts): boolean {
  const first = firstNameOf(facts);
  const family = familyNameOf(facts);
  if (first > 3 || family > 4) return false;
  if (token.shape === SHAPES.lower) {
    const everyday = englishOf(facts) > 8 || spanishOf(facts) > 5;
    return (isGeneral(facts) && first < 3 && placeOf(facts) < 3) || (everyday && placeOf(facts) === 0);
  }
  if (token.shape !== SHAPES.capitals) return isGeneral(facts) && first + family + placeOf(facts) === 0;
  return first < 3 && token.end - token.start < 5 && placeOf(facts) < 4;
}

/** Takes back what the tagger took for a name: diseases that bear one, drugs, "God", "U.S." and lone initials. */
export function veto({ tokens, facts, places }: Evidence, tags: Uint8Array, text: string): void {
  tokens.forEach((token, at) => {
    if ((tags[at] ?? 0) === 0 || (tags[at] ?? 0) >= FACILITY) return;
    if (!isWord(token)) {
      tags[at] = 0;
      return;
    }
    const beside = (step: number) => {
      const other = tokens[at + step];
      return isWord(other) && (tags[at + step] !== 0 || TITLES.has(other.stem));
    };
    const led =
      beside(-1) ||
      (text.charAt(tokens[at - 1]?.start ?? 0) === "." && TITLES.has(tokens[at - 2]?.stem ?? 0));
    const joined =
      text.charAt(token.end) === "." &&
      tokens[at + 2]?.start === token.end + 1 &&
      isWord(tokens[at + 2]) &&
      token.shape !== SHAPES.initial;
    if ((NOBODY.has(token.stem) && !beside(-1)) || joined) tags[at] = 0;
    else if (places[at] === 0 && isEveryday(token, facts[at] ?? 0)) tags[at] = 0;
    else if (tokens[at - 1]?.shape === SHAPES.digits && token.end - token.start < 5) tags[at] = 0;
    else if (places[at] === 0 && isPlainTerm(token, facts[at] ?? 0) && !led) tags[at] = 0;
    else if (isBuiltLikeTerm(wordOf(text, token)) && firstNameOf(facts[at] ?? 0) < 3) tags[at] = 0;
    else if (
      EPONYMS.has(token.stem) &&
      !led &&
      (firstNameOf(facts[at] ?? 0) < 4 || token.stemEnd < token.end)
    )
      tags[at] = 0;
    else if (!led && AFTER_EPONYM.has(tokens[at + 1]?.stem ?? 0)) tags[at] = 0;
    else if (
      token.shape === SHAPES.initial &&
      !beside(-1) &&
      !beside(1) &&
      text.charAt(tokens[at + 1]?.start ?? 0) !== "."
    )
      tags[at] = 0;
  });
}
