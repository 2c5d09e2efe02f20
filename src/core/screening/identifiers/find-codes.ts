import { isPublicLine } from "../crisis-lines.ts";
import type { IdentifierType } from "../screening.ts";
import type { Candidate } from "./candidate.ts";
import { amountPrecedes, before, unitFollows, versionPrecedes } from "./look-around.ts";

/** Large letters and digits in one to six groups: "QX-1180-774", "E10077345", "7719-0042". */
const CODE =
  /(?<![\p{L}\p{N}.,:/#_+-])[A-Z0-9]{1,17}(?:[-/][A-Z0-9]{1,14}){0,5}(?![\p{L}\p{N}]|[-_/]\p{N}|\.\d)/gu;
/** What stands before numbers of things, texts and studies, which point at no person. */
const NO_PERSON =
  /(?:\b(?:lot|batch|ndc|din|catalog(?:ue)?|cat|model|sku|upc|ean|isbn|issn|pmid|pmc|doi|cpt|hcpcs|icd|icd-?10|loinc|snomed|omim|orpha|rs|nct|isrctn|eudract|trial|study|grant|patent|gene|variant|mutation|exon|allele|allergen|e-?number|error|alarm|fault|code|iso|en|part|item|article|bus|flight|train|route|channel|form|section|clause|lens|frame size)s?(?: (?:no|number|code|id|is|was))?\.?[ :#]{0,3})$/i;
const KNOWN_CODE =
  /^(?:NCT\d{8}|PMC?\d+|RS\d+|ISRCTN\d+|COVID-?\d+|SARS.*|HLA-.*|CD\d+.*|GLP-\d|SGLT-?\d|CYP\w+|[A-TV-Z]\d{2}(?:\d{0,2})|T\d[A-D]?N\d\w*M\d|\d{1,2}[A-Z]{1,3}\d{0,2}|(?:19|20)\d\d[-/](?:19|20)?\d\d|\d{1,4}[-/][1-9]\d{0,3}|\d{4,5}-\d{3,4}-\d{1,2}|[CGPM]\d+[ACGT]|MK-?\d{3,4}|BNT\d+\w*|GSK\d+|ABT-?\d+|R\d{3}\w?)$/;

/** What kind of code it is, by the nearest word that says so. */
const KINDS: readonly (readonly [IdentifierType, RegExp])[] = [
  [
    "DEVICE",
    /\b(?:serials?|serie|sn|s\/n|imei|udi|pump|sensor|implant|pacemaker|marcapasos|defib\w*|icd|device|machine|asset|transmitter|hearing aids?|scooter|wheelchair|cpap|frame|monitor|meter|prosthe\w+|bomba)\b/gi,
  ],
  [
    "VEHICLE",
    /\b(?:plates?|placas?|matricula|reg|rego|van|truck|car|suv|rv|uhaul|vehicle|vin|taxi|coche|carro)\b/gi,
  ],
  [
    "LICENSE",
    /\b(?:licen[cs]e|licencia|npi|dea|registry|registration|board|passport|pasaporte|dl|dvla|lpn|rn|permit|curp|cedula)\b/gi,
  ],
  [
    "MRN",
    /\b(?:mrn|chart|records?|visit|accession|specimen|file|band|bracelet|wristband|pulsera|case|encounter|epic|patient|expediente|historia|hospital|unit no)\b/gi,
  ],
  ["SSN", /\b(?:ssn?|social|nss|sin|dni|nie)\b/gi],
];

function kindBefore(text: string, start: number): IdentifierType {
  const lead = before(text, start, 60);
  let kind: IdentifierType = "ACCOUNT";
  let nearest = -1;
  for (const [type, words] of KINDS)
    for (const match of lead.matchAll(words))
      if (match.index > nearest) {
        nearest = match.index;
        kind = type;
      }
  return kind;
}

/** "100-200-300": doses by the time of day. */
const isDoses = (value: string) =>
  /^\d{1,3}(?:-\d{1,3}){2,3}$/.test(value) && value.split("-").every((part) => Number(part) % 5 === 0);

/** Looks like the number of one thing or one person: five digits and a letter, or seven digits in groups. */
function looksLikeCode(value: string): boolean {
  const digits = value.replace(/\D/g, "").length;
  const letters = value.replace(/[^A-Z]/g, "").length;
  const groups = value.split(/[-/]/).length;
  if (KNOWN_CODE.test(value) || isPublicLine(value) || isDoses(value)) return false;
  if (letters > 0) return digits >= 5 && letters + digits >= 7;
  return groups > 1 && digits >= 7;
}

/** Groups of letters and figures with spaces between: "W2280 55417 02", "RX0 44127". */
const SPACED =
  /(?<![\p{L}\p{N}.,:/#_+-])[A-Z]{1,3} ?\d{0,4} \d{4,6}(?: \d{2,5}){0,2}(?![\p{L}\p{N}]|[-_/.,]\d| (?:mg|mcg|units?|iu|ml|people|steps|calories))/gu;

/** Codes that nothing announces, by their looks; numbers of lots, models, studies and genes stay. */
export function findCodes(text: string): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(CODE)) {
    const value = match[0];
    const start = match.index;
    const end = start + value.length;
    if (!looksLikeCode(value) || NO_PERSON.test(before(text, start, 40))) continue;
    if (unitFollows(text, end) || amountPrecedes(text, start) || versionPrecedes(text, start)) continue;
    found.push({ start, end, type: kindBefore(text, start) });
  }
  for (const match of text.matchAll(SPACED)) {
    const digits = match[0].replace(/\D/g, "").length;
    const start = match.index;
    if (digits < 6 || !/^[A-Z]{1,3} ?\d/.test(match[0]) || NO_PERSON.test(before(text, start, 40))) continue;
    if (/^[AI] /.test(match[0]) || unitFollows(text, start + match[0].length)) continue;
    found.push({ start, end: start + match[0].length, type: kindBefore(text, start) });
  }
  return found;
}
