import type { Candidate } from "./candidate.ts";
import { SEEN } from "./glance.ts";
import { before, unitFollows } from "./look-around.ts";

/** The 124 postcode areas of the United Kingdom and the Crown Dependencies. */
const UK_AREAS =
  "ab|al|ba|bb|bd|bf|bh|bl|bn|br|bs|bt|ca|cb|cf|ch|cm|co|cr|ct|cv|cw|da|dd|de|dg|dh|dl|dn|dt|dy|ec|eh|en|ex|fk|fy|gl|gu|gy|ha|hd|hg|hp|hr|hs|hu|hx|ig|im|ip|iv|je|ka|kt|kw|ky|la|ld|le|ll|ln|ls|lu|me|mk|ml|ne|ng|nn|np|nr|nw|ol|ox|pa|pe|ph|pl|po|pr|rg|rh|rm|sa|se|sg|sk|sl|sm|sn|so|sp|sr|ss|st|sw|sy|ta|td|tf|tn|tq|tr|ts|tw|ub|wa|wc|wd|wf|wn|wr|ws|wv|yo|ze|[belmnsgw]";
const UK = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${UK_AREAS})\\d{1,2}[a-z]? ?\\d[abd-hjlnp-uw-z]{2}(?![\\p{L}\\p{N}])`,
  "giu",
);
const CANADA =
  /(?<![\p{L}\p{N}])[a-ceghj-nprstvxy]\d[a-ceghj-nprstv-z][ -]?\d[a-ceghj-nprstv-z]\d(?![\p{L}\p{N}])/giu;
const IRELAND = /(?<![\p{L}\p{N}])(?:[AC-FHKNPRTV-Y]\d\d|D6W) ?[0-9AC-FHKNPRTV-Y]{4}(?![\p{L}\p{N}])/gu;
const STATE =
  "(?:A[LKZR]|C[AOT]|DE|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|DC|PR|NSW|VIC|QLD|SA|TAS|ACT|NT|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Victoria|Queensland|Tasmania)";
const AUSTRALIAN =
  "NSW|VIC|Vic|QLD|Qld|SA|WA|TAS|Tas|ACT|NT|nsw|vic|qld|tas|Victoria|Queensland|Tasmania|New South Wales|South Australia|Western Australia|Northern Territory";
const AFTER_STATE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${STATE},? (\\d{5}(?:-\\d{4})?)|(?:${AUSTRALIAN}),? (\\d{4}))(?![\\p{L}\\p{N}]|[.,-]\\d)`,
  "gu",
);
const PLUS_FOUR = /(?<![\p{L}\p{N}-])\d{5}-\d{4}(?![\p{L}\p{N}-])/gu;
const SPELLED_WORD =
  /\b(?:zip(?: ?code)?s?|post ?code|postal(?: code)?|c\.? ?p\.?|cod(?:igo|\.)? ?postal|plz|eircode|pin ?code|pincode)(?:'s)?(?: (?:is|of|es|number|for|area|here|son|my|the|mi|and|i|said|code))*[ :#=,-]{0,3}(?:is |it's |its )?$/;
const LABELLED =
  /(?<![\p{L}\p{N}])(?:\d{3,5}(?:[ -]\d{2,4})?|[a-z]{1,2}\d{1,2}[a-z]?)(?![\p{L}\p{N}]|[.,]\d)/giu;
/** "Geelong 3220", "Toledo 43604": after a word with a capital and a comma or at the end of an address line. */
const AFTER_PLACE =
  /(?<=\p{Lu}[\p{L}.'-]{2,20},? )\d{5}(?![\p{L}\p{N}]|[.,-]\d)(?! (?:mg|mcg|units?|people|steps))/gu;
/** "I live in 59718", "rural as hell (79834)", "someone in 02151", "12 Elm St, 63112", "zip 88001 and 88005". */
const AFTER_LIVING =
  /(?<=\b(?:live (?:in|at|near)|living in|lives in|moved to|based in|(?:someone|anyone|anybody|folks|people|us|here|i'?m|we'?re|is|what state is|around|near|nearby|close to) in|near|around|what state is) )\d{5}(?![\p{L}\p{N}]|[.,-]\d)/giu;
/** "02139 ppl", "moved 04401 to 85705": what stands after, or a zero in front, which no amount has. */
const BESIDE_PEOPLE =
  /(?<![\p{L}\p{N}.,$-])(?:\d{5}(?= (?:ppl|folks|people|peeps|residents|gang|area|crew|here)\b)|0\d{4}(?![\p{L}\p{N}.,-]))/giu;
const OPENING = /^(?:\d{5}(?=[,:]| here\b)|\d{4}(?= here\b))/gu;
const MOVED = /(?<=\b(?:moved?|moving|driv\w+|drove) (?:from )?(?:\d{5} to )?)\d{5}(?![\p{L}\p{N}.,-])/giu;
/** Where a postcode is spoken of anywhere, a number of five figures is one. */
const SPOKEN_OF = /\b(?:zip(?: ?code)?s?|zips|post ?codes?|codigo postal|\+4)\b/i;
const FIVE = /(?<![\p{L}\p{N}.,$-])\d{5}(?![\p{L}\p{N}]|[.,-]\d)/gu;
/** "Calle Olmo 27, 3o B, 28012" */
const AFTER_CALLE =
  /(?<=(?:\b(?:calle|av|avda|avenida|paseo|plaza|ronda|carrera)\b|c\/)[^.!?\n]{3,40}, ?)\d{5}(?![\p{L}\p{N}]|[.,-]\d)/giu;
const IN_BRACKETS = /(?<=\()\d{5}(?=\))/gu;
const SECOND_ZIP =
  /(?<=\b(?:zips?|zip codes?|postcodes?)\b[^.!?\n]{0,20}\d{4,5} ?(?:and|or|to|thru|through|,|&|-) ?)\d{4,5}(?![\p{L}\p{N}])/giu;
const AFTER_STREET =
  /(?<=\b(?:st|street|rd|road|ave|avenue|dr|drive|ln|lane|blvd|way|ct|court|pl|place|parade|terrace|unit \d{1,4}|apt \w{1,4}|# ?\w{1,4})\.?, (?:[\p{L}.'-]{2,20},? ){0,3})\d{4,5}(?![\p{L}\p{N}]|[.,-]\d)/giu;
const NOT_PLACE =
  /(?:lot|batch|code|cpt|icd|ndc|model|version|item|ref|part|dose|count|room|windows|report)s?,? $/i;

function collect(
  found: Candidate[],
  text: string,
  pattern: RegExp,
  keep: (value: string, start: number) => boolean,
): void {
  for (const match of text.matchAll(pattern)) {
    const value = match[1] ?? match[2] ?? match[0];
    const start = match.index + match[0].length - value.length;
    if (keep(value, start)) found.push({ start, end: start + value.length, type: "ZIP" });
  }
}

/** Reads as a code in text that is not typed in capitals throughout: has its space, or its letters are large. */
const looksTyped = (value: string) =>
  !/^T\dN\dM\d$/i.test(value) && (value.includes(" ") || value === value.toUpperCase());

function findMixed(found: Candidate[], text: string): void {
  collect(found, text, UK, (value, start) => looksTyped(value) && !unitFollows(text, start + value.length));
  collect(found, text, CANADA, looksTyped);
  collect(
    found,
    text,
    IRELAND,
    (value) => /\d.*\d/.test(value) && (/ /.test(value) || /\p{L}.*\p{L}/u.test(value)),
  );
}

/** Postcodes: British, Canadian and Irish by shape, others after a state, a place or a word that announces one. */
export function findPostcodes(text: string, seen: number): readonly Candidate[] {
  const found: Candidate[] = [];
  const lead = (start: number) => before(text, start, 32);
  if ((seen & SEEN.mixed) !== 0) findMixed(found, text);
  if ((seen & SEEN.long) === 0) {
    collect(found, text, LABELLED, (_value, start) => SPELLED_WORD.test(lead(start)));
    return found;
  }
  const spoken = SPOKEN_OF.test(text) ? [FIVE] : [];
  for (const pattern of [
    ...spoken,
    OPENING,
    BESIDE_PEOPLE,
    MOVED,
    AFTER_CALLE,
    AFTER_LIVING,
    IN_BRACKETS,
    SECOND_ZIP,
    AFTER_STREET,
  ])
    collect(
      found,
      text,
      pattern,
      (value, start) => !unitFollows(text, start + value.length) && !NOT_PLACE.test(lead(start)),
    );
  collect(found, text, AFTER_STATE, (value, start) => !unitFollows(text, start + value.length));
  collect(found, text, PLUS_FOUR, (_value, start) => !NOT_PLACE.test(lead(start)));
  collect(found, text, LABELLED, (_value, start) => SPELLED_WORD.test(lead(start)));
  collect(
    found,
    text,
    AFTER_PLACE,
    (value, start) => !NOT_PLACE.test(lead(start)) && !unitFollows(text, start + value.length),
  );
  return found;
}
