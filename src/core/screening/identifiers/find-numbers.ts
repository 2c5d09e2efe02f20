import { isPublicLine } from "../crisis-lines.ts";
import type { IdentifierType } from "../screening.ts";
import type { Candidate } from "./candidate.ts";
import { amountPrecedes, before, unitFollows, versionPrecedes } from "./look-around.ts";

/** How US social security numbers are written: three digits, two and four, twice the same sign between. */
export const SSN_FORM = "\\d{3}([- .])\\d{2}\\1\\d{4}";
const SSN = new RegExp(
  `(?<![\\p{L}\\p{N}]|\\d[.,-])(?:${SSN_FORM}|[A-Z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D])(?![\\p{L}\\p{N}])`,
  "gu",
);
const SSN_WORD = /\b(?:ssn|social(?: security| insurance)?|sin|seguro social|nss)\b[^\d\n]{0,30}$/;
const NINE = /(?<![\p{L}\p{N}])\d{3}[ -]?\d{3}[ -]?\d{3}(?![\p{L}\p{N}])/gu;
const LAST_FOUR = /(?<![\p{L}\p{N}])(?:(?:\*{2,3}|x{2,3})[- ]?){0,2}\d{4}(?![\p{L}\p{N}])/giu;
/** "last four is 1180", "mi tarjeta termina en 8820", "mi dni acaba en 771Z". */
const ENDING =
  /\b(?:last[ -](?:four|4)(?: (?:digits|of (?:it|mine|my \w+)))?"?|(?:ends?|ending|termina|acaba) (?:in|with|en)|ultim[oa]s (?:cuatro|4)(?: digitos)?)(?: (?:they have|is|are|son|es|on file|was)){0,2}[ :="]{1,3}$/;
const ENDING_VALUE = /(?<![\p{L}\p{N}])(?:\d{4}|\d{3}[A-Z])(?![\p{L}\p{N}])/gu;
const CARD_NEAR =
  /\b(?:card|tarjeta|account|acct|cuenta|bank|policy|visa|mastercard|debit|credit|insurance|seguro|check)\b/;
const CARD = /(?<![\p{L}\p{N}]|\d[.,])\d(?:[ -]?\d){12,18}(?![\p{L}\p{N}]|[.,]\d)/gu;
const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}(?![\p{L}\p{N}])/gu;
/** British driving licences: five letters of the name, six figures of the birth, initials and a check. */
const UK_DRIVER = /(?<![\p{L}\p{N}])[A-Z9]{5} ?\d{6} ?[A-Z][A-Z9] ?\d[A-Z]{2}(?: ?\d\d)?(?![\p{L}\p{N}])/gu;
/** Unique device identifiers as they stand on the sticker: "(01)00844588012345(21)A7719" (GS1). */
const UDI = /\(01\)\d{14}(?:\(\d{2,3}\)[A-Z0-9]{1,20}){0,4}/g;
const MAC = /(?<![\p{L}\p{N}:-])[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}(?![\p{L}\p{N}:-])/giu;
const VIN = /(?<![\p{L}\p{N}])[A-HJ-NPR-Z0-9]{17}(?![\p{L}\p{N}])/giu;
const LONG = /(?<![\p{L}\p{N}]|\d[.,])#?\d{6,}(?![\p{L}\p{N}]|[.,]\d)/gu;

/** Whether the digits pass the Luhn check of payment cards. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits.charAt(digits.length - 1 - i));
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 0 && sum % 10 === 0;
}

function passesIban(value: string): boolean {
  const compact = value.replaceAll(" ", "");
  const moved = compact.slice(4) + compact.slice(0, 4);
  let rest = 0;
  for (const char of moved) {
    for (const digit of /\d/.test(char) ? char : String(char.charCodeAt(0) - 55))
      rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

function each(
  text: string,
  pattern: RegExp,
  type: IdentifierType,
  keep: (value: string, start: number) => boolean,
) {
  const found: Candidate[] = [];
  for (const match of text.matchAll(pattern)) {
    if (keep(match[0], match.index)) {
      found.push({ start: match.index, end: match.index + match[0].length, type });
    }
  }
  return found;
}

/** "she asked last four? and i said 8840" */
const LAST_ASKED = /\blast[ -](?:four|4)\b[^\d\n]{0,28}$/;

const endsSo = (text: string, value: string, start: number) =>
  (ENDING.test(before(text, start, 60)) ||
    (/^\d{4}$/.test(value) && LAST_ASKED.test(before(text, start, 44)))) &&
  (!/^(?:19|20)\d\d$/.test(value) || /\blast[ -](?:four|4)\b/.test(before(text, start, 60)));

/** Social security numbers: 3-2-4 always, nine digits or the last four only after a word that says so. */
export function findSsns(text: string): readonly Candidate[] {
  const named = (_value: string, start: number) => SSN_WORD.test(before(text, start, 50));
  return [
    ...each(
      text,
      SSN,
      "SSN",
      (value, start) =>
        !isPublicLine(value) && !amountPrecedes(text, start) && !unitFollows(text, start + value.length),
    ),
    ...each(
      text,
      ENDING_VALUE,
      "SSN",
      (value, start) => endsSo(text, value, start) && !CARD_NEAR.test(before(text, start, 60)),
    ),
    ...each(
      text,
      ENDING_VALUE,
      "ACCOUNT",
      (value, start) => endsSo(text, value, start) && CARD_NEAR.test(before(text, start, 60)),
    ),
    ...each(text, NINE, "SSN", named),
    ...each(text, LAST_FOUR, "SSN", (value, start) => named(value, start) && !/^(?:19|20)\d\d$/.test(value)),
  ];
}

/** Payment cards (Luhn, or four groups of four), IBANs (check digits), VINs and MAC addresses. */
export function findCheckedNumbers(text: string): readonly Candidate[] {
  return [
    ...each(text, CARD, "ACCOUNT", (value) => {
      return /^\d{4}([ -])\d{4}\1\d{4}\1\d{4}$/.test(value) || passesLuhn(value.replace(/\D/g, ""));
    }),
    ...each(
      text,
      IBAN,
      "ACCOUNT",
      (value, start) => passesIban(value) || /\biban:? $/.test(before(text, start, 8)),
    ),
    ...each(text, UK_DRIVER, "LICENSE", () => true),
    ...each(text, UDI, "DEVICE", () => true),
    ...each(text, MAC, "DEVICE", () => true),
    ...each(text, VIN, "VEHICLE", (value) => /\p{L}{2}/u.test(value) && /\d{4}/.test(value)),
  ];
}

/** Bare numbers of six digits and more, but for round amounts, those with a unit, prices, lots and help lines. */
export function findLongNumbers(text: string): readonly Candidate[] {
  return each(text, LONG, "ACCOUNT", (value, start) => {
    const end = start + value.length;
    if (/^\d{1,6}0{3,}$/.test(value) || isPublicLine(value)) return false;
    return !unitFollows(text, end) && !amountPrecedes(text, start) && !versionPrecedes(text, start);
  });
}
