import type { Candidate } from "./candidate.ts";
import { SEEN } from "./glance.ts";

/** British plates of today and of 1983-2001, and Indian ones; in capitals they hardly mean anything else. */
const BRITISH =
  /(?<![\p{L}\p{N}-])(?:[A-Z]{2}(?:0[1-9]|[1-7]\d) [A-Z]{3}|[A-HJ-PR-Y][A-HJ-PR-Y](?:0[1-9]|[1-7]\d)[A-HJ-PR-Z]{3}|[A-Z]{2} \d{2} [A-Z]{1,2} \d{4}|[A-HJ-NPRSTV-Y]\d{1,3} (?!AND|THE|FOR|ARE|BUT|WAS|HAS|ALL|NOT)[A-HJ-PR-Z]{3})(?![\p{L}\p{N}-])/gu;
const WORD =
  /(?<![\p{L}\p{N}])(?:(?:licen[cs]e |number |reg(?:istration)? |car )?plates?|(?:car |vehicle )?reg(?:istration)?(?: (?:no|number|mark))?|tags?|license tag|matricula|placas?|patente|rego|vin|chassis)(?: (?:no|number|is|was|of|on|it'?s|es|son|de|del|la|el|my|the|a|for|numero|says|reads|ends in|starting|vin)){0,3}[ :#=."'(-]{1,4}/giu;
/** A plate right after the vehicle that bears it: "my truck (KZR 4471)". */
const BESIDE =
  /(?<=\b(?:car|truck|van|suv|jeep|scooter|bike|motorbike|taxi|carro|coche|camioneta|moto),? \(?)(?:[A-Z]{2,3}[- ]?\d{3,4}|\d{3}[- ]?[A-Z]{2,3}|\d{2,3}-[A-Z]{1,2}-\d{1,6})(?![\p{L}\p{N}])/gu;
/** The shapes of plates, some words after "plate" or after what bears one. */
const NEAR =
  /(?<=\b(?:plates?|placas?|patente|reg|rego|van|truck|car|suv|rv|uhaul|taxi|cab|moto|motorbike|scooter|jeep|buick|corsa|astra|fiesta|focus|golf|polo|civic|corolla|camry|prius|tesla|toyota|honda|ford|nissan|kia|bmw|audi|chevy|dodge|subaru|mazda|hyundai)\b[^.!?\n]{0,40}[ (,:])(?:[A-Z]{2}\d{2} ?[A-Z]{3}|\d{1,3}-[A-Z]{1,2}-\d{2,6}|[A-Z]-\d{2}-\d{3}-[A-Z]|[A-Z]{2,3}\d?[- ]\d{2,5}[A-Z]{0,2}(?:-[A-Z])?|[A-Z]{1,3}-\d{4}(?:-[A-Z])?|\d[A-Z]{3}\d{3}|(?:[A-Z0-9] ){4,6}[A-Z0-9])(?![\p{L}\p{N}])/gu;
const PLATE = /[\p{L}\p{N}]{1,8}(?:[ -][\p{L}\p{N}]{1,6}){0,2}/uy;

/** A plate that is words: "my plate's FLRE UP". */
const VANITY = /(?<=\bplate(?:'s| is| was| says| reads)? )[A-Z]{2,7}(?: [A-Z]{1,5}){0,2}(?![\p{L}\p{N}])/gu;

/** The longest start of the value whose words all look like parts of a plate: capitals or digits, one digit at least. */
function plateAt(text: string, at: number): string | undefined {
  PLATE.lastIndex = at;
  const whole = PLATE.exec(text)?.[0];
  if (whole === undefined) return undefined;
  let value = "";
  for (const part of whole.match(/[ -]?[\p{L}\p{N}]+/gu) ?? []) {
    const bare = part.replace(/[ -]/, "");
    const fits =
      /\d/.test(bare) ||
      (/^[A-Z]{1,4}$/.test(bare) && bare !== "I") ||
      (/^[a-z]{2,3}$/.test(bare) && value === "" && /^[ -]?\d/.test(whole.slice(part.length)));
    if (!fits) break;
    value += part;
  }
  const letters = value.replace(/[^\p{L}\p{N}]/gu, "");
  return /\d/.test(letters) && letters.length >= 4 && letters.length <= 17 && !/^(?:19|20)\d\d$/.test(letters)
    ? value
    : undefined;
}

/** Number plates: British ones by shape, others after a word that announces one. */
export function findPlates(text: string, seen: number): readonly Candidate[] {
  const found: Candidate[] = [];
  const told = (seen & SEEN.vehicle) !== 0;
  for (const pattern of told ? [BRITISH, BESIDE, NEAR, VANITY] : [BRITISH])
    for (const match of text.matchAll(pattern))
      found.push({ start: match.index, end: match.index + match[0].length, type: "VEHICLE" });
  if (!told) return found;
  for (const match of text.matchAll(WORD)) {
    const start = match.index + match[0].length;
    const value = plateAt(text, start);
    if (value !== undefined) found.push({ start, end: start + value.length, type: "VEHICLE" });
  }
  return found;
}
