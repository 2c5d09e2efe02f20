import type { Candidate } from "./candidate.ts";
import { SEEN } from "./glance.ts";

const START = "(?<![\\p{L}\\p{N}]|\\d[.,])";
const END = "(?![\\p{L}\\p{N}])";
/** One word of a street's name, in any case. */
const WORD = "[\\p{L}\\p{N}][\\p{L}\\p{N}'.-]{0,24}";
/** What a street can be called and hardly anything else. */
const SURE_TYPE =
  "street|str|avenue|ave|road|lane|boulevard|blvd|crescent|cres|parkway|pkwy|highway|hwy|turnpike|terrace|tce|mews|brae|wynd|track|cottages|business park|industrial estate|retail park|expressway|freeway|cul-de-sac";
/** Types that are also everyday words, so a number must stand before the name. */
const EVERYDAY_TYPE =
  "st|rd|av|ln|dr|drive|close|court|ct|way|place|pl|parade|pde|circle|cir|square|sq|trail|trl|walk|grove|gardens?|row|hill|rise|view|green|quay|loop|pike|alley|path|crossing|ridge|run|point|pt|cove|esplanade|heights|hts|rise|wharf|bend|glen|park|plaza|route|rte|broadway|meadows?|fields?|mount|vale|chase|drove|gate|end";
const UNIT =
  "(?:,? ?(?:(?:apt|app|apartment|appt|unit|flat|suite|ste|rm|room|floor|fl|lot|trailer|bsmt|basement|upstairs|downstairs|\\d{1,2}(?:st|nd|rd|th) (?:fl|floor)|bajo|piso|depto|dpto|interior|int|puerta|bloque)\\.? ?(?:no\\.? ?|#)?|#) ?[\\p{L}\\p{N}-]{1,6})";
const LEAD_UNIT =
  "(?:(?:unit|flat|apt|apartment|suite|house|lot|no|number|room|level|floor)\\.? ?#?\\d{1,4}[a-z]?(?:, ?|[/ ] ?))";
const NUMBER = "\\d{1,6}(?:[a-z]|[-/]\\d{1,4}[a-z]?| 1/2)?";
const SPANISH_TYPE =
  "calle|c/|av(?:enida|da)?\\.?|avda\\.?|carrera|cra\\.?|kra\\.?|calzada|calz\\.?|paseo|plaza|camino|carretera|ronda|travesia|boulevard|blvd\\.?|pasaje|diagonal|transversal|callejon|privada|cerrada|andador|glorieta|urbanizacion|barrio|rua|jr\\.?|jiron|psje\\.?|via|rue|chemin|allee|impasse|quai|place|boul\\.?|piazza|viale|corso|ulica|ul\\.?";
const LINKING = "(?:de|del|la|las|los|el|san|santa|da|do|dos|das|du|des|les|le|y|e|of|the|von|van)";
/** Endings of street names that are one word, as in German, Dutch, Nordic and Baltic ones. */
const ONE_WORD =
  "[\\p{L}-]{2,24}(?:strasse|straat|str\\.|gasse|allee|platz|weg|ufer|laan|plein|gracht|dijk|gatan|gata|vagen|vej|gade|veien|gaten|katu|tie|kuja|polku|utca|tn|mnt|iela|gatve)";

const PATTERNS = [
  // 12 Station Road, Unit 4/88 Banksia Drive, 1450 N. 3rd St Apt 2
  `${LEAD_UNIT}?${NUMBER},? (?:(?!and |or |of |to |mg |days? |weeks? |hours? |years? )${WORD} ){1,4}?(?:${SURE_TYPE}|${EVERYDAY_TYPE})\\b\\.?(?: (?:${SURE_TYPE}|close|drive|court|way|place|square)\\b\\.?)?(?: (?:north|south|east|west|n|s|e|w|ne|nw|se|sw)\\b)?${UNIT}{0,2}`,
  // 1450 Avenue du Parc, app. 6
  `${NUMBER},? (?:${SPANISH_TYPE}|avenue) (?:${LINKING} ){0,3}${WORD}(?: ${LINKING} ${WORD})?${UNIT}?`,
  // calle Hidalgo 45, Av. de los Insurgentes Sur 1234, Carrera 7 # 12-34, c/ Mayor 12, 3o B
  `(?!(?:via|place|rue|plaza|camino|carrera|ronda|rua|privada|barrio) \\d)(?:${SPANISH_TYPE})(?: |(?<=[./]))(?:${WORD} ){0,4}?${WORD},? ?(?:no\\.? ?|num(?:ero)?\\.? ?|n\\.? ?|# ?)?\\d{1,5}[a-z]?(?: ?[-#] ?\\d{1,4}[a-z]?)?(?:,? \\d{1,2}\\.?[oa] ?[a-z]?\\b)?${UNIT}?(?:,? col(?:onia|\\.) (?:${LINKING} )?${WORD}(?: ${WORD})?)?`,
  // Hauptstrasse 12
  `${ONE_WORD}\\.? \\d{1,4}[a-z]?(?:[-/]\\d{1,4})?`,
  // PO Box 123
  "(?:p\\.? ?o\\.? ?(?:box|drawer)|post office box|(?:rt|rr|hc|route|rural route) \\d{1,3},? box|apartado(?: postal| de correos)?|apdo\\.?|psc|locked bag|gpo box) ?(?:no\\.? ?|#)?\\d{1,6}(?:-?[a-z])?(?:,? (?:stn|station) \\p{L}{1,12})?",
].map((source) => new RegExp(`${START}(?:${source})${END}`, "giu"));
/** What follows a street that a place of care is called after. */
const CARE =
  "(?:Surgery|Clinic|Hospital|Medical|Practice|Health|Pharmacy|Chemist|Dental|Care|Centre|Center|Hospice|Nursing|Family|Dermatology|Rehab|Infirmary|House|Physio\\p{L}*|Imaging|Pediatrics|Paediatrics)\\b";
/** Forms that only large letters tell: "1450 NW Hoyt #908", "5526 Delmar #3S", "2718 Avenue J", "600 block of Pecos Rd", "Box 440". */
const LARGE = [
  "\\d{2,5}[a-z]? (?:NW|NE|SW|SE|N|S|E|W)\\.? \\p{Lu}[\\p{L}'-]{2,20}(?: (?:St|Ave|Rd|Dr|Blvd|Ln|Way|Ct|Pl|Ter|Pkwy|Hwy)\\b\\.?)?(?:,? (?:#|[Aa]pt\\.?|[Uu]nit|[Ss]te\\.?|[Ss]uite) ?\\w{1,5})?",
  "(?:[Uu]nit|[Ff]lat|[Ll]ot|[Hh]ouse|[Aa]pt|[Aa]partment|[Pp]lot|[Bb]lock) \\d{1,4}[A-Za-z]?, (?:\\d{1,5} )?\\p{Lu}[\\p{L}'-]{1,20}(?: \\p{Lu}[\\p{L}'-]{1,20}){0,3}(?:, \\p{Lu}[\\p{L}'-]{1,20} (?:Street|St|Lane|Ln|Road|Rd|Avenue|Ave|Close|Park|Way|Drive|Court))?(?:, Block \\w{1,3})?",
  "\\d{2,5} \\p{Lu}[\\p{L}'-]{2,20},? # ?\\d\\w{0,4}",
  "\\d{2,5} Avenue [A-Z]\\b(?:, bsmt)?",
  "\\d{3,5} block of (?:[NSEW]\\.? )?\\p{Lu}[\\p{L}'-]{1,20} \\p{Lu}\\p{L}{1,10}",
  "(?:[Uu]nit|[Ff]lat|[Ll]ot|[Pp]lot) \\d{1,4}[A-Za-z]? (?:\\p{Lu}[\\p{L}'-]{1,20} ){1,3}(?:Street|St|Lane|Ln|Road|Rd|Avenue|Ave|Close|Way|Drive|Dr|Court|Ct|Track|Terrace|Place)\\b",
  "County Road \\d{1,4}",
  "Box \\d{2,5}",
  "(?:[Aa]pt|[Aa]partment|[Ss]uite|[Ss]te)\\.? ?#?\\d{1,4}[a-z]?",
  "\\d{3,6} \\p{Lu}\\p{L}{3,}(?: [\\p{L}.'-]{2,16}){0,2} \\d{1,4}\\.?(?=\\n|,|$| (?:Apt|Suite))",
  "\\p{Lu}\\p{L}{3,}(?: \\p{Lu}[\\p{L}.'-]{1,16}){0,2} \\d{1,4}\\.?(?=,? (?:Apt|Suite)|\\n ?(?:Apt|Suite))",
].map((source) => new RegExp(`${START}(?:${source})${END}`, "gu"));
/** What each of LARGE holds. */
const MAY_BE_LARGE =
  /\d[a-z]? \p{Lu}|block of|(?:Road|Box|nit|lat|ot|ouse|pt|artment|ock|uite|te)\.? ?#?\d|Apt|Suite/u;
/** What each of MEETING holds. */
const MAY_MEET = /corner of|esquina|(?:and|&) \d|\d(?:st|nd|rd|th) (?:and|&)|& \p{Lu}/u;
/** "Broadway and 8th", "Colfax & Downing" after "at" or "near", "Insurgentes esquina con Tlacotalpan". */
const MEETING = [
  "(?:the )?corner of (?:the )?(?:\\d{1,4} )?[\\p{Lu}\\d][\\p{L}\\d.'-]*(?: [\\p{Lu}\\d][\\p{L}\\d.'-]*){0,3} (?:and|&) (?:\\d{1,4} )?[\\p{Lu}\\d][\\p{L}\\d.'-]*(?: [\\p{Lu}\\d][\\p{L}\\d.'-]*){0,3}",
  "(?<=\\b(?:at|near|on|by|off|corner of) )\\p{Lu}[\\p{L}'-]{2,20} (?:and|&) \\d{1,3}(?:st|nd|rd|th)\\b",
  "(?<=\\b(?:at|near|on|by|off|corner of) )\\d{1,3}(?:st|nd|rd|th) (?:and|&) \\p{Lu}[\\p{L}'-]{2,20}",
  "(?<=\\b(?:at|near|on|off) )\\p{Lu}[\\p{L}'-]{2,20} & \\p{Lu}[\\p{L}'-]{2,20}(?! (?:Pain|Sinus|Spine|Associates|Partners|Johnson|Co))",
  "\\p{Lu}[\\p{L}'-]{2,20} esquina (?:con |y )?\\p{Lu}[\\p{L}'-]{2,20}",
].map((source) => new RegExp(`${START}(?:${source})`, "gu"));
/** Words that stand in no street's name, when all is typed small. */
const SENTENCE_WORD =
  /[ ,](?:this|that|my|our|your|his|her|its|it|i|we|you|he|she|they|is|are|was|were|be|been|does|do|did|said|says|has|have|had|will|can|could|would|should|broke|at|for|with|from|about|and|or|but|so|if|not|no|yes|just|like|pretty|really|on|im|till|until|when|while|than|runs|by|via|need|needs|takes|took)[ ,]|^via /;

const STREET = `(?:(?:n|s|e|w|north|south|east|west)\\.? )?(?:\\d{1,3}(?:st|nd|rd|th)|\\p{Lu}[\\p{L}'-]{1,20})`;
const PROPER_TYPE =
  "(?:Street|Str|St|Avenue|Ave|Av|Road|Rd|Lane|Ln|Boulevard|Blvd|Drive|Close|Court|Crescent|Terrace|Place|Way|Parade|Square|Grove|Gardens|Highway|Hwy|Parkway|Pkwy|Broadway)";
const CASED = [
  // on Maple Street, off Kingsway Road, but not at Harrow Lane Surgery
  `(?<=\\b(?:on|off|from|to|in|at|near|down|along|of|over|near|live|lives|address is) (?:the |old |upper |lower )?)${STREET}(?: \\p{Lu}[\\p{L}'-]{1,20}){0,2} ${PROPER_TYPE}\\b\\.?(?: (?:North|South|East|West)\\b)?(?! ${CARE})`,
  // Fifth and Main, Elm St & 3rd Ave, corner of Oak and Pine
  `${STREET}(?: ${PROPER_TYPE}\\b\\.?)? (?:&|and) ${STREET} ${PROPER_TYPE}\\b\\.?`,
  `(?:the )?(?:corner|intersection|junction) of (?:the )?${STREET}(?: ${PROPER_TYPE}\\b\\.?)? (?:&|and) ${STREET}(?: ${PROPER_TYPE}\\b\\.?)?`,
].map((source) => new RegExp(`${START}(?:${source})`, "gu"));
/** "Lamar Blvd": a street by its ending alone. */
const BARE_STREET = new RegExp(
  `${START}\\p{Lu}[\\p{L}'-]{2,20} (?:Blvd|Pkwy|Hwy|Ave|Rd|Ln|Street|Avenue|Boulevard)\\b\\.?(?! ${CARE})`,
  "gu",
);
const SMALL_CORNER =
  /(?<=\b(?:corner|intersection|junction|esquina|cruce) (?:of |de )(?:the )?)(?:[\p{L}\p{N}.'-]{1,20} ){1,3}(?:&|and|y|con) (?:[\p{L}\p{N}'-]{1,20})(?: (?:street|st|avenue|ave|road|rd|lane|blvd|boulevard)\b)?/giu;

/** "4 way", "10 years close", "2 doctors' court": numbers that count, with a type that is an everyday word. */
const COUNTED =
  /^\d+ (?:of|the|a|an|in|on|at|to|for|from|with|and|or|more|other|different|times?|days?|weeks?|wks?|months?|years?|yrs?|hours?|hrs?|h|mins?|minutes?|each|people|patients|doctors?|nurses?|mg|mcg|ml|pills?|tablets?|steps?|miles?|km|blocks?|lbs?|pounds|kg|per|percent|out|or|am|pm|and|than|is|was|were|are|my|our|your|his|her|their|i|we|he|she|it|they|so|if|but|as|by|this|that)\b/i;

const [NUMBERED, AVENUE, SPANISH, ONE_WORD_STREET, BOX] = PATTERNS as [
  RegExp,
  RegExp,
  RegExp,
  RegExp,
  RegExp,
];
const [ON_STREET, CROSSING, CORNER] = CASED as [RegExp, RegExp, RegExp];
/** The endings of ONE_WORD, to see whether any word may be such a street. */
const ONE_WORD_ENDING =
  /(?:strasse|straat|str\.|gasse|allee|platz|weg|ufer|laan|plein|gracht|dijk|gatan|gata|vagen|vej|gade|veien|gaten|katu|tie|kuja|polku|utca|tn|mnt|iela|gatve)\.? \d/i;

/** Patterns that go over everyday words. */
const SENTENCES: ReadonlySet<RegExp> = new Set([NUMBERED, AVENUE, SPANISH]);

/** "60, does the constipation end", "3 firmware broke the closed loop": words of a sentence. */
function readsAsSentence(value: string): boolean {
  return SENTENCE_WORD.test(value) || (/^\d+, \p{Ll}/u.test(value) && !/\p{Lu}/u.test(value));
}

/** What goes on after a street over lines or commas: parts of a place, and a postcode at its end. */
const TAIL =
  /(?:[\s,>?]{1,8}(?:\p{Lu}[\p{L}.'()-]{1,20}(?: \p{L}[\p{L}.'()-]{1,20}){0,3}|[A-Z]{1,3})){1,3}[\s,>?]{1,8}\d{4,6}(?![\p{L}\p{N}])/uy;

function withTail(text: string, end: number): number {
  TAIL.lastIndex = end;
  return end + (TAIL.exec(text)?.[0].length ?? 0);
}

/** Which patterns can find anything in a text that holds what was seen. */
function patternsFor(text: string, seen: number): RegExp[] {
  const digit = (seen & SEEN.digit) !== 0;
  const street = (seen & SEEN.streetOrWay) !== 0;
  return [
    ...(digit && street ? [NUMBERED, AVENUE, SPANISH] : []),
    ...(digit && ONE_WORD_ENDING.test(text) ? [ONE_WORD_STREET] : []),
    ...(digit && (seen & SEEN.box) !== 0 ? [BOX] : []),
    ...(digit && MAY_BE_LARGE.test(text) ? LARGE : []),
    ...(street ? [ON_STREET, CROSSING, BARE_STREET] : []),
    ...((digit || (seen & (SEEN.at | SEEN.corner)) !== 0) && MAY_MEET.test(text) ? MEETING : []),
    ...((seen & SEEN.corner) !== 0 ? [CORNER, SMALL_CORNER] : []),
  ];
}

/** Street addresses, corners of streets and post office boxes, English, Spanish and with the common European forms. */
export function findAddresses(text: string, seen: number): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const pattern of patternsFor(text, seen)) {
    for (const match of text.matchAll(pattern)) {
      if (pattern !== SMALL_CORNER && COUNTED.test(match[0]) && !/^\d+ block of /.test(match[0])) continue;
      if (SENTENCES.has(pattern) && readsAsSentence(match[0])) continue;
      const end = match.index + match[0].replace(/[ .,]{1,3}$/, "").length;
      found.push({ start: match.index, end: withTail(text, end), type: "ADDRESS" });
    }
  }
  return found;
}
