import type { Candidate } from "./candidate.ts";
import { SEEN } from "./glance.ts";
import { after, before } from "./look-around.ts";

const TENS =
  "ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|noventa(?: y (?:un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve))?";
const HUNDREDS =
  "(?:a|one) hundred(?: and)?(?: (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))?|cien(?:to)?(?: (?:un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve))?";
const VALUE = `(?:9\\d|1[01]\\d|12[0-2]|(?:${TENS}|${HUNDREDS})(?!\\p{L}))`;
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}$£€]|\\d[.,/:-])${VALUE}(?![\\p{N}]|[.,/:-]\\d|'s\\b|s\\b)`,
  "giu",
);
const AGE_AFTER =
  /^(?:[ -]?(?:years?|yrs?|yo\b|y\/?o\b|y\.o\.|year[- ]old|anos|anitos)(?:[ -]?(?:old|of age|young|de edad))?|[ -]?[mf]\b(?!g|l)|yo\b| next (?:week|month|year|birthday)| \(?(?:m|f|male|female)\)?(?![\p{L}])| and (?:still|lives|living|frail|going|sharp|she|he|counting|on)\b| cumplid|,? (?:lives?|living) alone)/iu;
const AGE_BEFORE =
  /\b(?:aged?|age (?:is|of)|edad(?: de)?|turn(?:s|ed|ing)?|turning|is now|just turned|she'?s|he'?s|she is|he is|she was|he was|who is|who'?s|whos|is|be|am|i'?m|im|at|tiene|tengo|cumple|cumplio|cumplira|tenia|de|los|old:?|nana?|gran(?:ny|dma|dpa|dad|ma)?|grandmother|grandfather|mother|father|mom|mum|dad|abuel[oa]|bisabuel[oa]|mama|papa|patient|paciente|pt|hits|reached|past|over|nearly|almost|about|she'?ll be|he'?ll be|shell be|hell be)[ :,(=~-]{1,3}(?:a |the |now |nearly |almost |about |like |already |only |ya |casi |going on |in (?:his|her) )?$/i;
const WEAK_BEFORE =
  /\b(?:is|be|am|at|de|los|over|about|past|nearly|almost|reached|hits|is now|she was|he was|i'?m|im|was|old:?|i am)[ :,(=~-]{1,3}(?:a |the |now |nearly |almost |about |like |already |only |ya |casi )?$/i;
const SOMEBODY =
  /\b(?:mother|father|mom|mum|mam|dad|nan|nana|nanna|nanny|gran\w*|grandad|grandpa\w*|grandma\w*|great[- ]?(?:aunt|uncle|gran\w*)|auntie?|uncle|she|he|her|his|him|wife|husband|resident|patient|client|lady|gentleman|woman|man|neighbou?r|pops?|mama|papa|abuel\w*|bisabuel\w*|tio|tia|suegr[oa]|paciente|senora?|ella|el|oma|opa|lola|lolo|nonna|nonno|yiayia|elder|pawpaw|meemaw|memaw|poppy|sister|brother|friend)\b/i;
const NOT_AGE =
  /^ ?(?:%|percent|mg|mcg|ml|kg|lbs?|pounds|bpm|over|\/|mmhg|degrees?|f\b(?= fever)|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|calls?|times|miles|people|patients|pages|units?|dollars|bucks|per|to \d|or so (?:days|minutes)|tablets|pills|steps|cm|mm|points?|capsules|percentile|th\b|dias|semanas|meses|horas|minutos|pastillas|unidades|por ciento|grados)/i;
const NINETIES =
  /(?<![\p{L}\p{N}])(?:(?:(?:his|her|their|my|your|\p{L}{2,12}'s) (?:early |mid[- ]|late |mid-)?|mid-)(nineties|90'?s)|nonagenarian|centenarian|nonagenari[oa]|centenari[oa])(?![\p{L}\p{N}])/giu;
const OLDEST_YEAR = 1895;
const BORN =
  /(?<![\p{L}\p{N}])(?:born|naci|b\.|dob|d\.o\.b\.?|birth(?:day|date| year| date)?|year of birth|yob|nacid[oa]|nacio|nacimiento)(?: (?:in|was|is|on|year|en|el|back in|way back in|ano)){0,3}:? ?(?:in )?((?:18|19)\d\d)(?!\d)/giu;

/** "her 100th birthday", "his ninetieth". */
const BIRTHDAY =
  /(?<![\p{L}\p{N}])(?:(?:9\d|1[01]\d)(?:st|nd|rd|th)(?= (?:birthday|bday|b-day))|ninetieth|ninety[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|(?:one )?hundredth(?= (?:birthday|bday|b-day)))(?![\p{L}\p{N}])/giu;

const ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const TEENS = [
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
];
/** Years of the last century in words, by how they end: "thirty-four" is 34, "oh six" 6. */
const YEARS: ReadonlyMap<string, number> = new Map([
  ["hundred", 0],
  ...ONES.map((word, at): [string, number] => [`oh ${word}`, at + 1]),
  ...TEENS.map((word, at): [string, number] => [word, at + 10]),
  ...["twenty", "thirty", "forty", "fifty"].flatMap((word, tens): [string, number][] => [
    [word, 20 + 10 * tens],
    ...ONES.map((one, at): [string, number] => [`${word} ${one}`, 21 + 10 * tens + at]),
  ]),
]);

/** "born in nineteen thirty". */
const BORN_IN_WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}])born (?:in |way back in |back in )?(nineteen (hundred|oh \\p{L}+|${TEENS.join("|")}|(?:twenty|thirty|forty|fifty)(?:[- ](?:${ONES.join("|")}))?))(?![\\p{L}\\p{N}-])`,
  "giu",
);

/** "born in '31". */
const BORN_SHORT = /(?<=\b(?:born|b\.|dob)(?: (?:in|on|back in))? ?)'(\d\d)(?!\d)/giu;

/** The last year of birth of people who are 90 in the year `year`. */
const lastBirthYear = (year: number) => year - 90;

function readsAsAge(text: string, start: number, end: number): boolean {
  if (NOT_AGE.test(after(text, end, 24))) return false;
  if (AGE_AFTER.test(after(text, end, 24)))
    return !/^ ?years? (?:ago|later|of (?!age)|since|in|on|with|and|now)/i.test(after(text, end, 24));
  const lead = before(text, start, 48);
  if (!AGE_BEFORE.test(lead)) return false;
  if (!WEAK_BEFORE.test(lead)) return true;
  const next = after(text, end, 16);
  return (
    SOMEBODY.test(before(text, start, 60)) &&
    /^(?:[.,;!?)\n]|$| (?:and|but|now|with|so|who|he|she|on|in|next|this|y|pero|con)\b)/.test(next)
  );
}

/** "Lottie, 102, says", "(Ethel, 98)", "Philomena was 98 and": a name or a relative, and a number that can only be an age. */
const APPOSED_BEFORE =
  /(?:\p{Lu}[\p{L}'-]+|\b(?:fella|lady|man|woman|gran\w*|nan\w*|mum|mom|dad|pop\w*|neighbou?r|patient|pt|abuel[oa]|resident))(?:,| \() ?$/u;
const APPOSED_AFTER = /^(?:[,)]|\.(?!\d)|$)/;
const NAMED_BEFORE = /\p{Lu}[\p{L}'-]+ (?:is|was|turned|turns|hit|made it to|be|is now|just turned) $/u;
/** What is measured or counted is no age: "my sugar is 95 and". */
const MEASURED =
  /\b(?:sugars?|glucose|bg|bs|bp|pulse|rate|hr|bpm|heart|sats?|spo2|oxygen|o2|temp\w*|fever|weight|weigh\w*|a1c|score\w*|levels?|readings?|counts?|labs?|ldl|hdl|egfr|ferritin|tsh|number|room|bed|page|units?|dose|it|its|it's|that|this|which|results?|range|price|cost|grade|exam|test|class|degrees|percent|hemoglobin|platelets|cholesterol|pressure|azucar|presion|peso|total|bill|copay|limit|max|goal|target|high|low|top|average)\b/i;
const SUBJECT_BEFORE =
  /(?:[\p{L}'.]+ (?:is|was|turned|turns|hit|hits|be|at)|\b(?:nan|gran|grandma|grandpa|granny|nana|mom|mum|mam|ma|pa|pop|dad|she|he|aunt|auntie|uncle|abuela|abuelo|neighbou?r|husband|wife|friend|sister|brother)'?s|\bbeen) (?:now |almost |nearly |already |just )?$/iu;
const OWN_BEFORE = /\b(?:i'?m|i am|soy de|tengo) $/i;
const CLAUSE_AFTER =
  /^(?:[.,;!?)](?!\d)|$| (?:and|n|&|but|now|next|so|with|who|y|pero|when|on|in|this|last|still|eats|lives|drives|says)(?: |$))/i;

function isApposed(text: string, start: number, end: number): boolean {
  const lead = text.slice(Math.max(0, start - 40), start);
  const next = text.slice(end, end + 12);
  if (/\d[^\p{L}]{1,4}$/u.test(lead)) return false;
  if (APPOSED_BEFORE.test(lead) && APPOSED_AFTER.test(next)) return !/^[,.)] ?\d/.test(next);
  if (!CLAUSE_AFTER.test(next)) return false;
  if (NAMED_BEFORE.test(lead) || OWN_BEFORE.test(lead)) return true;
  return SUBJECT_BEFORE.test(lead) && !MEASURED.test(lead);
}

/** "age 94" is one stretch, as people write it in brackets. */
function withLabel(text: string, start: number): number {
  const label = /(?:^|[ (])(age )$/i.exec(text.slice(Math.max(0, start - 6), start));
  return label?.[1] === undefined ? start : start - label[1].length;
}

/** What every such age holds, in digits or words. */
const HIGH_AGE = /9\d|1[012]\d|ninet|novent|hundred|cien|enarian|enari[oa]/i;

/** Ages of 90 and more, in digits or words, "in her nineties", and years of birth that give such an age in `year`. */
export function findAges(text: string, seen: number, year: number): readonly Candidate[] {
  const aged = HIGH_AGE.test(text) ? findHighAges(text) : [];
  return (seen & SEEN.birth) === 0 ? aged : aged.concat(findBirths(text, year));
}

function findHighAges(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const end = match.index + match[0].length;
    if (!readsAsAge(text, match.index, end) && !isApposed(text, match.index, end)) continue;
    const joined = /^(?:yo|y\/o|f|m)(?![\p{L}\p{N}])/iu.exec(text.slice(end, end + 4))?.[0].length ?? 0;
    found.push({ start: withLabel(text, match.index), end: end + joined, type: "AGE90" });
  }
  for (const match of text.matchAll(NINETIES)) {
    const value = match[1] ?? match[0];
    const end = match.index + match[0].length;
    found.push({ start: end - value.length, end, type: "AGE90" });
  }
  return found;
}

function findBirths(text: string, year: number): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(BIRTHDAY))
    found.push({ start: match.index, end: match.index + match[0].length, type: "AGE90" });
  for (const match of text.matchAll(BORN_SHORT)) {
    const short = Number(match[1]);
    // "born in '12" is a child of this century.
    if (2000 + short <= year || 1900 + short > lastBirthYear(year)) continue;
    found.push({ start: match.index, end: match.index + match[0].length, type: "AGE90" });
  }
  for (const match of text.matchAll(BORN_IN_WORDS)) {
    const born = YEARS.get((match[2] ?? "").toLowerCase().replace("-", " "));
    if (born === undefined || 1900 + born > lastBirthYear(year)) continue;
    const end = match.index + match[0].length;
    found.push({ start: end - (match[1]?.length ?? 0), end, type: "AGE90" });
  }
  for (const match of text.matchAll(BORN)) {
    const born = Number(match[1]);
    if (born < OLDEST_YEAR || born > lastBirthYear(year)) continue;
    const end = match.index + match[0].length;
    found.push({ start: end - 4, end, type: "AGE90" });
  }
  return found;
}
