import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { isPublicLine } from "../crisis-lines.ts";
import type { Candidate } from "./candidate.ts";
import { SEEN } from "./glance.ts";
import { amountPrecedes, before, unitFollows, versionPrecedes } from "./look-around.ts";

/** Digits in groups, one separator between them; at most 18 digits, so the work per start is bounded. */
const GROUPED =
  /(?<![\p{L}\p{N}]|\d[.,/])(?:\+|\(\+?)?\d(?:(?:[ .\-/]|\)[ -]?| \(| - | \. )?\d){5,17}(?!\p{N}|(?!x\d)\p{L}|[.,]\d)/gu;
const EXTENSION = /^,? ?(?:x|ext\.?|extn\.?|extension) ?\d{1,6}(?!\d)/i;
const PHONE_WORD =
  /\b(?:phone|call(?:ed|ing)?|ring|rang|text(?:ed)?|sms|tel(?:ephone|efono)?|cell(?:ular)?|mobile|movil|fax|pager|whatsapp|viber|signal|dial|landline|reach me|contact me|hit me up|number is|numero es|llam\w{1,5}|marca|bleep|voicemail|line|answering at|reached? (?:\w{2,4} )?at|office|desk)\b[^.!?\n]{0,30}\n?$/;
/** Countries whose numbers, written without a country code, have no shape of their own that tells them. */
const COUNTRIES: readonly CountryCode[] = ["MX", "BR", "IN", "AR"];
const SPELLED_DIGIT =
  "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|\\d)";
const SPELLED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${SPELLED_DIGIT}[ ,.-]{1,2}){6,13}${SPELLED_DIGIT}(?![\\p{L}\\p{N}])`,
  "giu",
);

function northAmerican(value: string, digits: string): boolean {
  if (
    /^1?[2-9]\d{2}[2-9]\d{6}$/.test(digits) &&
    /^(?:\+?1[ .-]{0,2})?\(?\d{3}\)?[ .\-/]{0,2}\d{3}[ .-]{0,2}\d{4}$/.test(value)
  ) {
    return true;
  }
  return /^\(\d{3}\) ?\d{3}[ .-]?\d{4}$/.test(value);
}

/** "555-0123": seven digits, unless it reads as a range ("500-1000"). */
function localSeven(value: string): boolean {
  const parts = /^(\d{3})[-. ](\d{4})$/.exec(value);
  if (parts === null) return false;
  const [, , second = ""] = parts;
  if (value.includes(" ")) return second.startsWith("0");
  return second.startsWith("0") || (!/00$/.test(second) && Number(second) > Number(parts[1]));
}

function validSomewhere(value: string): boolean {
  return COUNTRIES.some((country) => parsePhoneNumberFromString(value, country)?.isValid() === true);
}

function shapedLikePhone(value: string, digits: string): boolean {
  if (value.includes("+")) return digits.length >= 7;
  if (northAmerican(value, digits) || localSeven(value)) return true;
  if (/^\(?00[1-9]/.test(value) && digits.length >= 10) return true;
  if (/^\(?0[1-9]/.test(value) && digits.length >= 9 && digits.length <= 12)
    return !/^\d{2}[ /.-]\d{2}[ /.-]\d{4}$/.test(value);
  if (/^[679]\d{2} \d{3} \d{3}$/.test(value) || /^[6-9]\d{4} \d{5}$/.test(value)) return true;
  if (/^1[38]00 ?\d{3} ?\d{3}$/.test(value)) return true;
  return /[ ().-]/.test(value) && digits.length >= 10 && digits.length <= 13 && validSomewhere(value);
}

/** A date, a drug package code (4-4-2, 5-3-2 ...) or amounts with a space for the thousands. */
function isOtherShape(value: string): boolean {
  if (/^\d{4,5}-\d{3,4}-\d{1,2}$/.test(value) || /(?:^| )\d{1,3} 000(?: |$)/.test(value)) return true;
  return /^(?:\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})$/.test(value);
}

function readsAsPhone(text: string, start: number, value: string): boolean {
  const digits = value.replace(/\D/g, "");
  const end = start + value.length;
  if (digits.length > 15 || isPublicLine(value)) return false;
  if (isOtherShape(value) && !(digits.length === 9 && PHONE_WORD.test(before(text, start, 60)))) return false;
  if (/^\d{3}[ .-]\d{2}[ .-]\d{4}$/.test(value) || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(value)) return false;
  if (unitFollows(text, end) || amountPrecedes(text, start) || versionPrecedes(text, start)) return false;
  const lead = before(text, start, 60);
  if (PHONE_WORD.test(lead)) return digits.length >= 7 && !/^\d{4}[-/]\d{4}$/.test(value);
  return shapedLikePhone(value, digits);
}

/** Digits typed one by one are told by find-spelled.ts. */
const ONE_BY_ONE = /^(?:\d[ .-]){6,}/;

/** The value if it reads as a phone number, else the longest part before a space that does: two side by side. */
function phoneAtStart(text: string, start: number, value: string): string | undefined {
  if (ONE_BY_ONE.test(value)) return undefined;
  if (readsAsPhone(text, start, value)) return value;
  if (value.length < 15) return undefined;
  const parts = Array.from(value.matchAll(/ /g), (gap) => value.slice(0, gap.index)).reverse();
  return parts.find((part) => readsAsPhone(text, start, part));
}

/** A number inside a house: "extension 4417", "bleep 6644". */
const INSIDE =
  /\b(?:ext(?:ension|n)?|bleep|pager|extension telefonica)\b\.?(?: (?:no|number|is)\.?)?[ :#]{1,2}(\d{3,6})(?!\d)/giu;

/** Phone numbers of any country in the ways people type them; the lines of crisis-lines.ts stay. */
export function findPhones(text: string, seen: number): readonly Candidate[] {
  const found = (seen & SEEN.digit) === 0 ? [] : findInFigures(text);
  if ((seen & SEEN.spelled) === 0) return found;
  for (const match of text.matchAll(SPELLED)) {
    const words = match[0].match(/\p{L}{2,}/gu) ?? [];
    if (words.length >= 4)
      found.push({ start: match.index, end: match.index + match[0].length, type: "PHONE" });
  }
  return found;
}

function findInFigures(text: string): Candidate[] {
  const found: Candidate[] = [];
  const grouped = new RegExp(GROUPED);
  for (let match = grouped.exec(text); match !== null; match = grouped.exec(text)) {
    const value = phoneAtStart(text, match.index, match[0]);
    if (value === undefined) continue;
    const numberEnd = match.index + value.length;
    const extension = EXTENSION.exec(text.slice(numberEnd, numberEnd + 16))?.[0].length ?? 0;
    grouped.lastIndex = numberEnd + extension;
    found.push({ start: match.index, end: grouped.lastIndex, type: "PHONE" });
  }
  for (const match of text.matchAll(INSIDE)) {
    const end = match.index + match[0].length;
    found.push({ start: end - (match[1]?.length ?? 0), end, type: "PHONE" });
  }
  return found;
}
