import type { Candidate } from "./candidate.ts";
import { SEEN } from "./glance.ts";
import { after, before, unitFollows, versionPrecedes } from "./look-around.ts";

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?" +
  "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)\\b\\.?";
const WEEKDAY =
  "(?:(?:mon|tues?|weds?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|lunes|martes|miercoles|jueves|viernes|sabado|domingo)\\b[.,]?";
const DAY = "(?:0?[1-9]|[12]\\d|3[01])";
const ORDINAL = `${DAY} ?(?:st|nd|rd|th)\\b`;
/** From the fifth on a number with "the" counts hardly anything else. */
const LATE_ORDINAL =
  "(?:(?:[5-9]|[12]\\d|3[01]) ?(?:st|nd|rd|th)|(?:six|seven|eigh|nin|ten|eleven|twelf|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twentie|thirtie)th|(?:twenty|thirty)[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))\\b";
const DAY_WORD =
  "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty[- ]first|primero)";
const YEAR = "(?:(?:19|20)\\d{2}|'\\d{2})\\b";
const START = "(?<![\\p{L}\\p{N}])";
const TIME = "(?: ?(?:@|at|a las) ?\\d{1,2}[:.h]\\d{2}(?: ?[ap]\\.?m\\b)?)?";

const WRITTEN = [
  // 14 September, 30th of June 2023, Friday 3 May, 14-Sep-2023, 3 de mayo de 2024
  `${START}(?:${WEEKDAY} )?(?:the |el )?(?:${DAY}(?:st|nd|rd|th)? ?(?:-|to|and|through) ?)?(?:${ORDINAL}|${DAY}|${DAY_WORD}\\b)(?: of| de)?[ ./-]{0,2}${MONTH}(?:(?:,| of| del?)?[ ./-]{0,2}${YEAR})?${TIME}`,
  // September 14, Jan 12th 2024, March the 3rd
  `${START}(?:${WEEKDAY} )?${MONTH}[ -](?:the )?(?:${ORDINAL}|${DAY}(?: ?(?:-|to|through|thru) ?${DAY})?(?![\\d:/%]|[.,-]\\d)|${DAY_WORD}\\b)(?:,? ?${YEAR})?${TIME}`,
  // June 2023, mayo de 2024
  `${START}${MONTH},?(?: of| del?)? ?${YEAR}`,
  // Tuesday the 5th, Sunday 11/5, tues (5/14), martes 11
  `${START}${WEEKDAY} (?:the |el )?${ORDINAL}`,
  `${START}${WEEKDAY} ?\\(?(?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|[12]\\d|3[01])(?:[/-](?:\\d{4}|\\d{2}))?\\)?(?![\\d/])`,
  `${START}(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo) ${DAY}(?![\\d:./%]| ?(?:mg|h\\b|hrs|horas|pastillas))`,
  // the first Tuesday in October, the last week of March, the 3rd of next month
  `${START}(?:the )?(?:first|second|third|fourth|last|1st|2nd|3rd|4th) (?:${WEEKDAY}|week(?:end)?|day|half) (?:in|of) ${MONTH}(?: ${YEAR})?`,
  `${START}(?:the )?${ORDINAL} of (?:next|this|last|the) month`,
  // days with a name of their own, and the days beside them
  `${START}(?:(?:the |\\d{1,2} )?(?:days?|night|morning|week|weekend|${WEEKDAY}) (?:before|after|of) )?(?:boxing day|groundhog day|april fool'?s(?: day)?|super ?bowl sunday|kwanzaa|cyber monday|leap day|flag day|earth day|(?:christmas|xmas)(?: day| eve)?(?! (?:cards?|presents?|shopping|trees?|lights|songs?|music|movies?|party|dinner|cookies|jumpers?|sweaters?))|new year'?s?(?: ?'?s? (?:day|eve))|(?:chinese|lunar|vietnamese) new year|(?:san|st\\.?|saint) valentin|valentine'?s(?: day)?|st\\.? (?:patrick|stephen|george|david|andrew)'?s day|halloween|thanksgiving(?: day)?|(?:independence|bastille|canada|anzac|australia|labou?r|memorial|veteran'?s|remembrance|columbus|president'?s|mlk|mother'?s|father'?s|armistice|waitangi|republic|diwali) day(?: (?:weekend|wknd))?|mothering sunday|juneteenth|hogmanay|chuseok|seollal|obon|st\\.? (?:patrick|andrew|david)'?s(?! (?:hospital|clinic|school|church|cathedral))|(?:family|heritage|freedom|victoria|civic|indigenous peoples'?) day|vishu|onam|pongal|lohri|(?:b|v)aisakhi|nowruz|tet(?= |$)|songkran|epiphany|pentecost|corpus christi|mid[- ]autumn festival|cinco de mayo|fourth of july|(?:good|black) friday|(?:ash|spy) wednesday|maundy thursday|(?:palm|easter) sunday|easter(?: monday)?|pancake day|shrove tuesday|mardi gras|bonfire night|guy fawkes(?: night)?|burns night|yom kippur|rosh hashanah?|hanukkah|chanukah|passover|purim|pesach|diwali|deepavali|holi(?= |$)|eid(?: al-? ?(?:fitr|adha))?|ramadan|ashura|\\d{1,2} (?:muharram|ramadan|shawwal)|orthodox easter|nochebuena|nochevieja|navidad|dia de (?:reyes|muertos|los muertos|la madre|la candelaria)|(?:viernes|jueves|sabado) santo|domingo de (?:pascua|ramos)|miercoles de ceniza)(?![\\p{L}\\p{N}])`,
].map((source) => new RegExp(source, "giu"));

/** What a date that is written in words starts from. */
export const CALENDAR = SEEN.month | SEEN.weekday | SEEN.feast;
/** What each of WRITTEN starts from. */
const WRITTEN_NEEDS = [
  SEEN.month,
  SEEN.month,
  SEEN.month,
  SEEN.weekday,
  SEEN.weekday,
  SEEN.weekday,
  SEEN.month,
  SEEN.dateShape,
  SEEN.feast,
];

/** A month alone, only after a word that ties it to an event: "since June", "until February". */
const MONTH_ALONE = new RegExp(
  `${START}(?:(?:since|until|till|til|to|by|before|after|in|from|through|during|around|come|every|end of|start of|beginning of|middle of|weeks? of|half of|last|next|this|desde|hasta|en)[ -])(${MONTH})|${START}((?:early|late|mid)[ -]${MONTH})`,
  "giu",
);
const NUMERIC =
  /(?<![\p{L}\p{N}]|\d[./,-]|[+*])\d{1,4}([/.-])\d{1,2}\1\d{2,4}(?!(?!T\d)\p{L}|\p{N}|[/.-]\d)/gu;
const NUMERIC_TIME = /^(?:[ T,]{1,2}(?:@ ?|at )?\d{1,2}:\d{2}(?::\d{2})?(?:Z| ?[ap]m\b)?)/iu;
/** "on the 3rd, the 10th and the 17th", "until the 30th": a day of a month that is not named. */
const DAY_ALONE = new RegExp(
  `(?:(?<=\\b(?:on|by|until|till|til|since|before|after|from|to|due|was|is|and|of|for|around|again|discharged|tomorrow|today),? )the (?:${ORDINAL}|${DAY_WORD})|(?<=\\p{L},? )the ${LATE_ORDINAL})(?=[.,;!?)]|$| (?:and|at|but|so|then|or|to|with|if|when|instead|works|there|because|cos|bc|for my|i|im|we|she|he|they|it)\\b)`,
  "giu",
);
/** "the first", "the second": counted rather than dated unless a day of a month must follow. */
const COUNTED_DAY = /^the (?:first|second|third|fourth)$/i;
const DAY_ALONE_SPANISH = /(?<=\b(?:hasta|desde) el )(?:[1-9]|[12]\d|3[01])(?=[.,;!?)]|$)/giu;
const SPACED =
  /(?<=\b(?:dob|d\.o\.b\.?|birth|born|nacimiento|nacid[oa])(?:[ :]| on| is| was| el){0,3} {0,2})\d{1,2} \d{1,2} \d{2,4}(?!\d)/giu;
const PAIR = /(?<![\p{L}\p{N}]|\d[./,-]|[+*])\d{1,2}\/(?:\d{4}|\d{1,2})(?![\p{L}\p{N}]|[/.,-]\d)/gu;
/** "(5/14)", "3/14 at 2am", "12/3 was supposed to be": what stands around a month and a day without any word of a date. */
const PAIR_AFTER = /^(?:\)| (?:at|around) (?:like )?\d| (?:was|is) (?:supposed|my|the|our|when)\b)/;
/** "due 10-28", "booked 14.02": other signs between, only after words that a date must follow. */
const OTHER_PAIR =
  /(?<=\b(?:due(?: date)?(?: is)?|started|stopped|since|booked(?: for)?|scheduled(?: for)?|rescheduled to|appt|appointment|surgery|born|anniversary[^.!?\n]{0,20}) \(?)(?:0?[1-9]|[12]\d|3[01])(?:-(?:0?[1-9]|[12]\d|3[01])|\.(?:0[1-9]|[12]\d|3[01]))(?![\d.-]|[\p{L}])/giu;
const PAIR_BEFORE =
  /\b(?:anniversary|logged in|they say|el|ablation|retired|transplant|delivery|c-section|moved|flight|party|chemo|radiation|callback|goes in|going in|went in|booked|biopsy|mri|ct|check-?up|follow-?up|turno|turno del|cirugia|operan|viaja|results|on|since|dated?|until|till|by|from|appt|appointment|born|dob|seen|due|admitted|discharged|infusion|surgery|scan|visit|scheduled|rescheduled|started|stopped|last|next|back|again|cita|el dia|desde|hasta)(?: the| is| was| for)?:? ?$/;
const COMPACT =
  /(?<![\p{L}\p{N}.-])(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\p{L}\p{N}]|[.-]\d)/gu;
const MODAL =
  /^(?:may|mar|march|second|(?:sun|sat)(?! (?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))\b/;
const EVENT_BEFORE =
  /\b(?:on|since|by|until|till|before|after|from|of|in|and|to|for|born|dated?|the|last|next|this|for)[ ,]$/;

/** "2/17", "10/28": a month and a day that can be nothing but a day. */
const isMonthAndDay = (a: number, b: number): boolean => a >= 1 && a <= 12 && b >= 13 && b <= 31;

/** What stands before points of a test: "PHQ 9/27". */
const SCORED =
  /\b(?:scor\w+|phq\W?9?|gad\W?7?|moca|mmse|apgar|gcs|berg|test|quiz|exam|grade|got|rated?|ratio|pain|mood|energy|fatigue|level|out of|vision|cdai|das28|edss|points?)\b[^.!?\n]{0,20}$/;

function dayAndMonth(a: number, b: number): boolean {
  return a >= 1 && b >= 1 && ((a <= 31 && b <= 12) || (a <= 12 && b <= 31));
}

function validNumeric(value: string): boolean {
  const [a = 0, b = 0, c = 0] = value.split(/[/.-]/).map(Number);
  const lengths = value.split(/[/.-]/).map((part) => part.length);
  if (lengths[0] === 4) return a >= 1880 && a <= 2100 && dayAndMonth(c, b) && lengths[2] !== 4;
  if (lengths[0] === 3 || lengths[2] === 3) return false;
  return dayAndMonth(a, b) && (lengths[2] === 2 || (c >= 1880 && c <= 2100));
}

/** "may 10 people", "march 20 miles": a verb and a number, unless an event word or a year says otherwise. */
function readsAsVerb(text: string, start: number, value: string): boolean {
  if (!MODAL.test(value)) return false;
  return (
    !/(?:\d ?(?:st|nd|rd|th)\b|(?:19|20)\d{2}|'\d{2})/.test(value) && !EVENT_BEFORE.test(before(text, start))
  );
}

/** "since feb", "until dec": short months in small letters, after words that a month must follow. */
const SHORT_TIED =
  /^(?:since|until|till|til|last|desde|hasta)[ -](?:jan|feb|apr|may|jun|jul|aug|sept?|oct|nov|dec)/i;

/** "merry Christmas", "thanksgiving leftovers": a feast in general rather than its day. */
const WISHED = /\b(?:merry|happy|feliz|blessed) $/;
const OF_FEAST =
  /^ (?:food|foods|meals?|leftovers?|cand(?:y|ies)|rota|lists?|classic|wishes|season|spirit|decorations?|mubarak|greetings|chocolates?|eggs?|bunny|pudding|turkey|carols?|costumes?|breads?|market|hampers?|w\/|weather)\b/;
const FEAST =
  /(?:christmas|xmas|thanksgiving|halloween|easter|ramadan|eid|diwali|hanukkah|passover|valentine'?s?|labou?r day)$/i;
/** Whether a feast is spoken of, rather than its day. */
const isFeast = (text: string, start: number, end: number): boolean =>
  FEAST.test(text.slice(start, end)) &&
  (WISHED.test(before(text, start, 10)) || OF_FEAST.test(after(text, end, 16)));

/** Which of WRITTEN can find anything in a text that holds what was seen. */
function writtenFor(seen: number): readonly RegExp[] {
  return WRITTEN.filter((_, at) => (seen & (WRITTEN_NEEDS[at] ?? 0)) !== 0);
}

function findWritten(text: string, seen: number): Candidate[] {
  const found: Candidate[] = [];
  for (const pattern of writtenFor(seen)) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].replace(/[ .]{1,2}$/, "").length;
      if (
        readsAsVerb(text, match.index, match[0]) ||
        isFeast(text, match.index, end) ||
        (/\d$/.test(match[0]) && !/(?:19|20)\d\d$/.test(match[0]) && unitFollows(text, end))
      )
        continue;
      if (
        /^\d[\d ]*(?:mar|may|sep|dec)$/i.test(match[0]) &&
        /^ ?\p{L}/u.test(text.slice(end, end + 2)) &&
        /[a-z]{3}$/.test(match[0]) &&
        !EVENT_BEFORE.test(before(text, match.index))
      )
        continue;
      found.push({ start: match.index, end, type: "DATE" });
    }
  }
  if ((seen & SEEN.month) === 0) return found;
  for (const match of text.matchAll(MONTH_ALONE)) {
    const month = match[1] ?? match[2] ?? "";
    if (!/^\p{Lu}/u.test(month) && month.length < 4 && !SHORT_TIED.test(match[0])) continue;
    if (/^(?:this|by|from|through|to|every|around|come) (?:may|march|mar)$/i.test(match[0])) continue;
    const start = match.index + match[0].length - month.length;
    found.push({ start, end: start + month.replace(/\.$/, "").length, type: "DATE" });
  }
  return found;
}

function findNumeric(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(NUMERIC)) {
    const end = match.index + match[0].length;
    if (!validNumeric(match[0]) || versionPrecedes(text, match.index)) continue;
    if (!/\d{4}/.test(match[0]) && unitFollows(text, end)) continue;
    const time = NUMERIC_TIME.exec(text.slice(end, end + 20))?.[0].length ?? 0;
    found.push({ start: match.index, end: end + time, type: "DATE" });
  }
  for (const match of text.matchAll(PAIR)) {
    const end = match.index + match[0].length;
    const [a = 0, b = 0] = match[0].split("/").map(Number);
    const time = /^ ?(?:@|at) ?\d{1,2}[:.]\d{2}/.exec(text.slice(end, end + 12))?.[0].length ?? 0;
    const surelyDay = isMonthAndDay(a, b) && !SCORED.test(before(text, match.index, 32));
    const monthYear = b >= 1900 && b <= 2100 && a >= 1 && a <= 12;
    const opened = text.charAt(match.index - 1) === "(" || match.index === 0;
    const alone = PAIR_AFTER.test(text.slice(end, end + 24)) && (text.charAt(end) !== ")" || opened);
    const tied =
      (PAIR_BEFORE.test(before(text, match.index)) || alone) && (b !== 10 || /^0|\/0/.test(match[0]));
    if (!monthYear && !(dayAndMonth(a, b) && (time > 0 || tied || surelyDay) && !unitFollows(text, end)))
      continue;
    found.push({ start: match.index, end: end + time, type: "DATE" });
  }
  for (const pattern of [SPACED, COMPACT, DAY_ALONE, DAY_ALONE_SPANISH, OTHER_PAIR]) {
    for (const match of text.matchAll(pattern)) {
      if (COUNTED_DAY.test(match[0])) continue;
      found.push({ start: match.index, end: match.index + match[0].length, type: "DATE" });
    }
  }
  return found;
}

/** Dates finer than a year in English and Spanish and in numbers. Years, ages, ratios and durations stay. */
export function findDates(text: string, seen: number): readonly Candidate[] {
  const written = findWritten(text, seen);
  return (seen & SEEN.dateShape) === 0 ? written : written.concat(findNumeric(text));
}
