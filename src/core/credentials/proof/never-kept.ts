import { refuse } from "#core/errors.ts";
import { isPublicLine } from "#core/screening/crisis-lines.ts";
import { findDates } from "#core/screening/identifiers/find-dates.ts";
import { SSN_FORM } from "#core/screening/identifiers/find-numbers.ts";
import { foldForms, type Span, spanInInput } from "#core/screening/reading/fold.ts";

/** What is refused wherever a provider types it, and kept nowhere: not even as a hash, since there are so few of each. */
export type NeverKept = "ssn" | "dea" | "date-of-birth";

export interface FoundNeverKept extends Span {
  readonly kind: NeverKept;
}

const FORMED_SSN = new RegExp(`(?<![\\p{L}\\p{N}]|\\d[.,-]|\\d )${SSN_FORM}(?![\\p{L}\\p{N}]|[.-]\\d)`, "gu");
/** "social" alone is not enough: a licensed social worker has a number too. */
const SSN_WORD =
  "(?<!\\p{L})(?:ssn|ss ?#|soc(?:ial|\\.)? sec(?:urity|\\.)?|social insurance|seguro social|(?:my|mi|his|her|your|full|whole) social(?! (?:work|media|life))|social (?:number|num|no|#|ends|ending)|social(?=:))(?!\\p{L})";
const NINE = "\\d(?:[ .-]{0,3}\\d){8}";
const CUED_SSN = new RegExp(
  `${SSN_WORD}((?:[^\\d\\n]{0,30}(?:last 4(?!\\d)))?[^\\d\\n]{0,30})(${NINE}|\\d{4})(?![\\p{L}\\d]|[ .-]?\\d)`,
  "giu",
);
const SSN_WORD_BEHIND = new RegExp(
  `(?<![\\p{L}\\p{N}]|\\d[ .,-])${NINE}(?=[ ,]{1,2}(?:(?:is|was|es) )?(?:(?:my|the|mi) )?${SSN_WORD})`,
  "giu",
);
/** "xxx-xx-9941", as forms print it. */
const MASKED_SSN = /(?<![\p{L}\p{N}*])(?:x{3}[- ]?x{2}|\*{3}[- ]?\*{2})[- ]?\d{4}(?![\p{L}\p{N}])/giu;
/** The number that follows is none of social security. */
const OTHER_NUMBER = /licen[cs]|npi|phone|fax|dea|call|[!?;]|(?<!\bn[or])\. /i;

function ssns(text: string): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(FORMED_SSN))
    if (!isPublicLine(match[0])) found.push({ start: match.index, end: match.index + match[0].length });
  for (const match of text.matchAll(CUED_SSN)) {
    const [whole, gap = "", number = ""] = match;
    if (OTHER_NUMBER.test(gap) || (/^(?:19|20)\d\d$/.test(number) && !/last/i.test(whole))) continue;
    const end = match.index + whole.length;
    found.push({ start: end - number.length, end });
  }
  for (const pattern of [SSN_WORD_BEHIND, MASKED_SSN])
    for (const match of text.matchAll(pattern))
      found.push({ start: match.index, end: match.index + match[0].length });
  return found;
}

const DEA = /(?<![\p{L}\p{N}])([A-Z])[A-Z9]([ -]?)(\d{7})(?!\p{L}|\p{N})/giu;
/** Registrations of people and of the places they work at; the rest are factories, importers and programmes. */
const DEA_HOLDERS = /^[ABCDFGMX]/i;
const DEA_BEFORE = /\bdea\b[^\d\n]{0,25}$/i;
const DEA_BEHIND = /^[ ,()-]{1,3}(?:(?:is|was) )?(?:(?:my|the) )?dea\b/i;
const LICENSE_BEFORE = /\b(?:licen[cs]es?|licencia|lic|board|cert(?:ificate)?|registration)\b[^\d\n]{0,25}$/i;

/** The last digit of a DEA number: that of the first, third and fifth added to twice the second, fourth and sixth. */
function passesDea(digits: string): boolean {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, last] = [...digits].map(Number);
  return (a + c + e + 2 * (b + d + f)) % 10 === last;
}

/** With the word before it any, else only what is written in one piece, passes the check and is not called a licence. */
function deas(text: string): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(DEA)) {
    const [whole, , joint, digits = ""] = match;
    const end = match.index + whole.length;
    const lead = text.slice(Math.max(0, match.index - 40), match.index);
    const called = DEA_BEFORE.test(lead) || DEA_BEHIND.test(text.slice(end, end + 20));
    const looksLike = joint !== " " && DEA_HOLDERS.test(whole) && passesDea(digits);
    if (called || (looksLike && !LICENSE_BEFORE.test(lead))) found.push({ start: match.index, end });
  }
  return found;
}

const BIRTH_WORD =
  "(?<![\\p{L}])(?:born|d\\.?o\\.?b\\.?|date of birth|birth ?date|birthday|geb(?:oren|urtsdatum)?\\.?|nacid[oa]|naci|fecha de nacimiento|nee? le)";
/** Words alone that may stand between: "anyone born before 1957" tells no one's birth. */
const BIRTH_BEFORE = new RegExp(
  `${BIRTH_WORD}(?!\\p{L})(?:[ :=#,-]|'s\\b|\\([^()\\n]{0,20}\\)|(?<!\\p{L})(?:is|was|on|of|as|the|am|el|es|le|in \\p{Lu}[\\p{L}.'-]{1,20}(?: \\p{Lu}[\\p{L}.'-]{1,20})?)(?!\\p{L})){0,10}$`,
  "iu",
);
const BIRTH_BEHIND =
  /^[ ,()-]{1,3}(?:(?:is|was) )?(?:(?:my|the) )?(?:d\.?o\.?b|date of birth|birth ?date|birthday)(?!\p{L})/iu;
/** Every start of a date is looked for. */
const ALL_SEEN = -1;

function births(text: string): Span[] {
  return findDates(text, ALL_SEEN)
    .filter(
      ({ start, end }) =>
        BIRTH_BEFORE.test(text.slice(Math.max(0, start - 80), start)) ||
        BIRTH_BEHIND.test(text.slice(end, end + 30)),
    )
    .map(({ start, end }) => ({ start, end }));
}

/**
 * Social security numbers (also the last four, after a word that says so), DEA numbers and dates of birth in what a
 * provider typed, in order. Nine digits without such a word are none: licence numbers look like that. So is a code in the
 * form of a DEA number whose check digit does not fit.
 */
export function findNeverKept(text: string): FoundNeverKept[] {
  const forms = foldForms(text);
  const kinds: readonly (readonly [NeverKept, (text: string) => Span[]])[] = [
    ["ssn", ssns],
    ["dea", deas],
    ["date-of-birth", births],
  ];
  const found = kinds.flatMap(([kind, find]) =>
    find(forms.text).map(({ start, end }) => ({ kind, ...spanInInput(forms, start, end) })),
  );
  let covered = 0;
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      const apart = start >= covered;
      if (apart) covered = end;
      return apart;
    });
}

/** What is never kept in the fields of a form, by their names. What stands in the field of the licence is called one. */
export function neverKeptIn(fields: Readonly<Record<string, string>>): NeverKept[] {
  const texts = Object.entries(fields).map(([name, text]) => (name === "licence" ? `licence ${text}` : text));
  return [...new Set(texts.flatMap((text) => findNeverKept(text).map(({ kind }) => kind)))];
}

/** Refuses `never_kept` for fields that have any of it; what was typed is in no error and no log. */
export function refuseNeverKept(fields: Readonly<Record<string, string>>): void {
  const kinds = neverKeptIn(fields);
  if (kinds.length > 0) throw refuse("never_kept", { kinds });
}
