import { hashOf, SHAPES, type Token } from "../reading/tokens.ts";
import {
  factsOfWord,
  familyNameOf,
  firstNameOf,
  isGeneral,
  placeOf,
  type WordFacts,
} from "../reading/words.ts";
import type { IdentifierType } from "../screening.ts";
import type { Candidate } from "./candidate.ts";
import { before } from "./look-around.ts";

const set = (words: string) => new Set(words.split(" ").map(hashOf));

/** Words that say one digit, or two at once as people read numbers out: "double-oh nine hundred", "sixty one". */
const DIGIT_WORDS = set(
  "zero oh one two three four five six seven eight nine cero uno dos tres cuatro cinco seis siete ocho nueve",
);
/** Words between spelled digits: "six one eight dash two two". */
const JOINING_WORDS = set(
  "dash hyphen minus dot point space slash plus guion punto menos raya and y then double triple treble",
);
const JOINING_SIGNS = /^[-.,·/()_*~ ]$/;
/** Words that say two digits of a number that is read out. */
const TENS_WORDS = set(
  "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fourty fifty sixty seventy eighty ninety hundred",
);
const DOUBLING = set("double triple treble");
/** Letters that stand for a digit in between: "5 o 5". */
const LETTER_O = hashOf("o");

interface Run {
  readonly first: number;
  last: number;
  digits: number;
  units: number;
  words: number;
}

const isDigitWord = (token: Token) => token.shape <= SHAPES.initial && DIGIT_WORDS.has(token.hash);

function joins(text: string, token: Token): boolean {
  if (token.shape === SHAPES.sign) return JOINING_SIGNS.test(text.charAt(token.start));
  return token.shape <= SHAPES.initial && (JOINING_WORDS.has(token.hash) || token.hash === LETTER_O);
}

/** Runs of digits, spelled or in small groups, with nothing but signs and joining words between them. */
function runsOf(text: string, tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  let run: Run | undefined;
  tokens.forEach((token, at) => {
    const tens = token.shape <= SHAPES.initial && TENS_WORDS.has(token.hash);
    const spelled = tens || isDigitWord(token);
    if (spelled || token.shape === SHAPES.digits) {
      const doubled = DOUBLING.has(tokens[at - 1]?.hash ?? 0) || DOUBLING.has(tokens[at - 2]?.hash ?? 0);
      const digits = spelled
        ? tens || doubled
          ? 2
          : 1
        : text.slice(token.start, token.end).replace(/\D/g, "").length;
      if (run === undefined) {
        run = { first: at, last: at, digits: 0, units: 0, words: 0 };
        runs.push(run);
      }
      run.last = at;
      run.digits += digits;
      run.units++;
      if (spelled) run.words++;
    } else if (run !== undefined && (at - run.last > 3 || !joins(text, token))) run = undefined;
  });
  return runs;
}

const ZIP_BEFORE = /\b(?:zip|postcode|post code|postal|codigo postal|c\.?p\.?)\b[^.!?\n]{0,24}$/;
const LAST_FOUR_BEFORE = /\blast (?:four|4)\b[^.!?\n]{0,20}$/;
const SSN_BEFORE = /\b(?:ssn?|soc(?:ial)?(?:'s)?|social sec\w*|nss|sin|ss|nino)\b[^.!?\n]{0,50}$/;
const RECORD_BEFORE = /\b(?:mrn|chart|record|visit|file|nhs|patient|accession)\b[^.!?\n]{0,24}$/;
const ACCOUNT_BEFORE =
  /\b(?:account|acct|card|member|policy|claim|routing|cuenta|tarjeta|insurance|id)\b[^.!?\n]{0,24}$/;

const SHORTEST_NUMBER = 7;
const LONGEST_NUMBER = 19;

/** What a run of digits is, or undefined when it is nothing: counted things, amounts, a list of readings. */
function typeOf(text: string, tokens: readonly Token[], run: Run): IdentifierType | undefined {
  const single = run.digits / run.units <= 1.3;
  const lastFour = run.digits === 4 && run.units === 4;
  if (lastFour && LAST_FOUR_BEFORE.test(before(text, tokens[run.first]?.start ?? 0, 40))) return "SSN";
  const evasive = (run.words >= 3 && run.units >= 4) || (run.units >= 5 && single);
  if (!evasive || run.digits > LONGEST_NUMBER) return undefined;
  const lead = before(text, tokens[run.first]?.start ?? 0, 64);
  if (ZIP_BEFORE.test(lead) && run.digits >= 4 && run.digits <= 9) return "ZIP";
  if (SSN_BEFORE.test(lead) && (run.digits === 4 || (run.digits >= 8 && run.digits <= 11))) return "SSN";
  if (run.digits < SHORTEST_NUMBER) return undefined;
  if (RECORD_BEFORE.test(lead)) return "MRN";
  if (ACCOUNT_BEFORE.test(lead)) return "ACCOUNT";
  return run.digits === 9 ? "SSN" : "PHONE";
}

/** Numbers spelled out or typed digit by digit so that no filter may see them. */
export function findSpelledNumbers(text: string, tokens: readonly Token[]): Candidate[] {
  const found: Candidate[] = [];
  for (const run of runsOf(text, tokens)) {
    const type = typeOf(text, tokens, run);
    const first = tokens[run.first];
    const last = tokens[run.last];
    if (type === undefined || first === undefined || last === undefined) continue;
    const opened = text.charAt(first.start - 1) === "(" ? 1 : 0;
    found.push({ start: first.start - opened, end: last.end, type });
  }
  return found;
}

const SHORTEST_WORD = 4;
/** Two names that are typed letter by letter have this many letters each, and no more than this in all. */
const SHORTEST_OF_TWO = 3;
const LONGEST_OF_TWO = 24;

const isFirstName = (facts: WordFacts) => firstNameOf(facts) > 0 && !isGeneral(facts);
const isFamilyName = (facts: WordFacts) => familyNameOf(facts) > 2 && !isGeneral(facts);

/** What letters spell; "marialopez" is two names, as the space between them is lost among the others. */
function typeOfSpelled(word: string): IdentifierType | undefined {
  const facts = factsOfWord(word);
  if (isFirstName(facts) || isFamilyName(facts)) return "NAME";
  if (!isGeneral(facts) && placeOf(facts) > 0) return "CITY";
  if (facts !== 0 || word.length > LONGEST_OF_TWO) return undefined;
  for (let at = SHORTEST_OF_TWO; at <= word.length - SHORTEST_OF_TWO; at++)
    if (isFirstName(factsOfWord(word.slice(0, at))) && isFamilyName(factsOfWord(word.slice(at))))
      return "NAME";
  return undefined;
}

/** Names and places typed letter by letter: "s h a r o n", "D-e-n-v-e-r", "m a r i a  l o p e z". */
export function findSpelledNames(text: string, tokens: readonly Token[]): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const first = tokens[at];
    if (first === undefined || first.end - first.start !== 1 || first.shape > SHAPES.initial) continue;
    let word = text.charAt(first.start);
    let { end } = first;
    let reach = end;
    let next = at + 1;
    for (; next < tokens.length; next++) {
      const token = tokens[next];
      if (token === undefined || token.start - reach > 1) break;
      if (token.shape === SHAPES.sign && /[-.]/.test(text.charAt(token.start)) && token.start === reach) {
        if (tokens[next + 1]?.start !== token.end) break;
        reach = token.end;
        continue;
      }
      if (token.shape > SHAPES.initial || token.end - token.start !== 1) break;
      word += text.charAt(token.start);
      ({ end } = token);
      reach = end;
    }
    const type = word.length < SHORTEST_WORD ? undefined : typeOfSpelled(word.toLowerCase());
    if (type !== undefined) found.push({ start: first.start, end, type });
    at = Math.max(at, next - 1);
  }
  return found;
}
