import { factsOfWord, isGeneral } from "../reading/words.ts";
import type { IdentifierType } from "../screening.ts";
import type { Candidate } from "./candidate.ts";
import { SEEN } from "./glance.ts";
import { unitFollows } from "./look-around.ts";

interface Label {
  readonly type: IdentifierType;
  readonly words: string;
  /** An everyday word, which needs "number", "id", "#" or ":" after it to announce an identifier. */
  readonly everyday?: true;
}

const LABELS: readonly Label[] = [
  {
    type: "MRN",
    words:
      "mrn|medical record|patient id|hospital n(?:o|umber)|nhs n(?:o|umber)|nhs|chi number|accession|unit number|case n(?:o|umber)|expediente|historia clinica",
  },
  {
    type: "MRN",
    words: "chart|visit|episode|encounter|patient|record|reference|ref|specimen",
    everyday: true,
  },
  {
    type: "LICENSE",
    words:
      "curp|rfc|npi|dea|gmc|nmc|ahpra|driv(?:ing|er'?s?) licen[cs]e|passport|pasaporte|licen[cs]e|state id|cedula|dni|nie",
  },
  { type: "LICENSE", words: "pin|registration|permit", everyday: true },
  { type: "DEVICE", words: "serial|s/n|imei|udi|numero de serie" },
  { type: "DEVICE", words: "pump|sensor|pacemaker|implant|device|transmitter", everyday: true },
  {
    type: "VEHICLE",
    words: "vin|reg(?:istration)? plate|number plate|licen[cs]e plate|reg plate|registration|matricula",
  },
  {
    type: "ACCOUNT",
    words:
      "scrip|account|acct|a/c|iban|sort code|routing|member(?:ship)?|subscriber|medicare|medicaid|health card|claim|invoice|pre-?auth|prior auth|rx|bsb|cuenta|poliza|tarjeta",
  },
  {
    type: "ACCOUNT",
    words: "policy|plan|group|insurance|employee|card|order|confirmation|tracking|prescription|customer|case",
    everyday: true,
  },
];

const PATTERNS = LABELS.map(({ type, words, everyday }) => ({
  type,
  everyday: everyday === true,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, "giu"),
}));

const TOKEN = /[#\p{L}\p{N}]+/gu;
const FILLER =
  /^(?:number|num|no|nr|numero|id|code|card|ref|reference|is|was|the|on|my|a|es|de|la|el|of|for|private|reads|says|member|account|ends|ending|in|and|plate|called|it|form|prescription|with|group|claim|auth|#)$/i;
const NAMING = /\b(?:number|num|no|nr|numero|id|code)\b|[#:]/i;
const WINDOW = 70;

interface Token {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

function tokensAfter(text: string, at: number): Token[] {
  const stretch = text.slice(at, at + WINDOW).split(/[\n?!;]/, 1)[0] ?? "";
  return [...stretch.matchAll(TOKEN)].map((match) => ({
    start: at + match.index,
    end: at + match.index + match[0].length,
    value: match[0],
  }));
}

const hasDigit = (value: string) => /\d/.test(value);
const isPrefix = (value: string) => /^#?[A-Z]{1,4}$/.test(value);

/** Whether a group behind a space belongs to the number before it: "7704 418 Q", but no "MRI" and no "B12". */
const goesOn = (value: string) =>
  /^\d+$/.test(value) ||
  /^(?=.*\d)[A-Z\d]{4,}$/.test(value) ||
  (/^[A-Z]{1,3}$/.test(value) && !isGeneral(factsOfWord(value.toLowerCase())));

/** The value starts at the first token with a digit (or capitals right before one) and runs on while joined. */
function valueAmong(text: string, tokens: readonly Token[]): Token | undefined {
  let first = 0;
  for (; first < tokens.length; first++) {
    const token = tokens[first];
    const next = tokens[first + 1];
    if (token === undefined || hasDigit(token.value)) break;
    if (isPrefix(token.value) && next && hasDigit(next.value) && next.start - token.end === 1) break;
    if (!FILLER.test(token.value)) return undefined;
  }
  const head = tokens[first];
  if (head === undefined) return undefined;
  let end = head.end;
  for (const token of tokens.slice(first + 1)) {
    const joint = text.slice(end, token.start);
    const joins = joint === "-" || joint === "/" ? true : joint === " " && goesOn(token.value);
    if (!joins) break;
    end = token.end;
  }
  return { start: head.start, end, value: text.slice(head.start, end) };
}

function namesSomebody(value: string, everyday: boolean): boolean {
  const digits = value.replace(/\D/g, "").length;
  if (/^(?:19|20)\d\d$/.test(value) || /^\d+ (?:AM|PM|A|I)$/.test(value)) return false;
  return digits >= (everyday ? 4 : 3) && value.replace(/[^\p{L}\p{N}]/gu, "").length >= 4;
}

/** Letters and digits in one word of six and more: no word and no amount looks like that. */
const isMixed = (value: string) => /^(?=.*\d.*\d)(?=.*[A-Za-z])[A-Za-z\d]{6,}$/.test(value);

/** Everyday labels that a long number right after them makes sure. */
const NUMBERED = /^(?:group|policy|order|case|claim)$/i;

/** Labels that people write as part of the number. */
const OWN_LABEL = /^(?:serial|s\/n|vin)$/i;

/** Record, account, licence and device numbers that a word before them announces: "NHS number 943 ...". */
export function findLabelledNumbers(text: string, seen: number): readonly Candidate[] {
  const found: Candidate[] = [];
  if ((seen & SEEN.digit) === 0) return found;
  for (const { type, pattern, everyday } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const at = match.index + match[0].length;
      const value = valueAmong(text, tokensAfter(text, at));
      if (value === undefined || !namesSomebody(value.value, everyday)) continue;
      if (
        everyday &&
        !NAMING.test(text.slice(at, value.start + 1)) &&
        !/^[A-Z]{1,3}\/?-?\d/.test(value.value) &&
        !isMixed(value.value) &&
        !(NUMBERED.test(match[0]) && /^\d{5,}$/.test(value.value))
      )
        continue;
      if (unitFollows(text, value.end)) continue;
      const start =
        OWN_LABEL.test(match[0]) && /^[ :#.=]{1,3}$/.test(text.slice(at, value.start))
          ? match.index
          : value.start;
      found.push({ start, end: value.end, type });
    }
  }
  return found;
}
