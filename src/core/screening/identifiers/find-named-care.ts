import { hashOf, isWord, SHAPES, type Token, wordOf } from "../reading/tokens.ts";
import { englishOf, isGeneral, placeOf, type WordFacts } from "../reading/words.ts";
import type { Candidate } from "./candidate.ts";

const set = (words: string) => new Set(words.split(" ").map(hashOf));

/** Words of care that end the name of a facility, in large letters: "Cottonwood Surgical Center", "Blue Mesa Imaging". */
const STRONG = set(
  "imaging center centre ctr associates infirmary hospice clinic clinics hospital hospitals polyclinic diagnostics laboratories",
);
/** Words that do so only after "at" and the like, or before its staff: they also end the names of other things. */
const WEAK = set(
  "radiology surgery surgical emergency rehab detox dental dentistry ortho orthopedics orthopaedics orthopedic pediatrics paediatrics pediatric cardiology dermatology nephrology endocrine endocrinology oncology urology neurology gastroenterology rheumatology psychiatry behavioral behavioural dialysis physio physiotherapy therapy healthcare medical anesthesia fertility ivf laboratory labs pharmacy pharmacies chemist wellness recovery outpatient inpatient maternity cancer kidney eye sinus spine nursing general community memorial regional manor lodge court house residence residences partners group pavilion pain childrens womens women va va's mercy health care home gardens village living baptist methodist presbyterian heights sanctuary",
);
const CONNECTING = set("of the at and & de del la los las for by");
/** Words that describe and name nothing, however they are written. */
const DESCRIBING = set(
  "the a an my our your his her their this that these those new old local main nearest children childrens child women womens men mens family families mental physical primary urgent walk in pain eye ear nose heart cancer breast skin bone joint spine kidney liver lung brain stroke sleep diabetes diabetic weight memory wound infusion dialysis fertility day night same emergency general community regional national state county city public private good great best worst big small i we he she it they and or but so then when if at in on to from with for is was are just also no yes monday tuesday wednesday thursday friday saturday sunday department dept ward unit attorney surgeon major",
);
const BEFORE = set(
  "at in to from by near into of called outside inside via suing lost with through leaving visiting if resident for called love hate thanks thank",
);
const STAFF = set(
  "nurse nurses doctor doctors staff er icu ed waiting patient patients told said says took lost billed called has have is was are were did does will discharged admitted transferred saw see gave diagnosed",
);
/** Pharmacies of a chain name nobody; with their town they do. */
const CHAINS = set(
  "boots walgreens cvs lloyds superdrug asda tesco walmart costco kroger publix rexall priceline safeway wegmans target aldi duane",
);

const MOST_WORDS = 7;

interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly facts: readonly WordFacts[];
}

/** Written with a large first letter, or an abbreviation; what is shouted names nothing. */
const isLarge = (token: Token | undefined): boolean =>
  isWord(token) &&
  (token.shape === SHAPES.capitalised ||
    token.shape === SHAPES.mixed ||
    (token.shape === SHAPES.capitals && token.end - token.start < 5));

const ABBREVIATED = set("st ste mt ft dr");

/** A sign that stands inside of a name: "Spine & Pain", "St. Dymphna". */
function joins({ text, tokens }: Reading, at: number): boolean {
  const sign = text.charAt(tokens[at]?.start ?? 0);
  return /[&'-]/.test(sign) || (sign === "." && ABBREVIATED.has(tokens[at - 1]?.stem ?? 0));
}

/** The last token of the run of large words that begins at `first`. */
function runEnd(reading: Reading, first: number): number {
  const { tokens } = reading;
  let last = first;
  for (let at = first + 1; at < tokens.length && at - first < 2 * MOST_WORDS; at++) {
    const token = tokens[at];
    if (token === undefined || token.start - (tokens[at - 1]?.end ?? 0) > 1) break;
    if (isLarge(token)) last = at;
    else if (token.shape === SHAPES.sign ? !joins(reading, at) : !CONNECTING.has(token.stem)) break;
  }
  return last;
}

const bare = (text: string, token: Token) => hashOf(wordOf(text, token));

/** Where a run of large words is the name of a facility: the last of its words of care, or undefined. */
function careEnd(reading: Reading, first: number, last: number): number | undefined {
  const { text, tokens, facts } = reading;
  const opening = tokens[first];
  if (opening === undefined) return undefined;
  let own = 0;
  let end: number | undefined;
  let strong = false;
  let cased = false;
  let rare = false;
  for (let at = first; at <= last; at++) {
    const token = tokens[at];
    if (!isWord(token)) continue;
    const word = bare(text, token);
    const whole = token.hash;
    const isStrong = STRONG.has(word);
    if (own > 0 && (isStrong || WEAK.has(word) || WEAK.has(whole))) {
      end = at;
      strong ||= isStrong;
    } else if (isLarge(token) && !DESCRIBING.has(word) && !isStrong && !WEAK.has(word)) {
      own += isGeneral(facts[at] ?? 0) ? 0.5 : 1;
      if (token.shape !== SHAPES.capitals) cased = true;
      if (englishOf(facts[at] ?? 0) < 9 || placeOf(facts[at] ?? 0) > 2) rare = true;
    }
  }
  if (end === undefined || own === 0 || !cased) return undefined;
  if (strong) return end;
  if (!rare) return undefined;
  const before = tokens[first - 1];
  const after = tokens[end + 1];
  const led = isWord(before) && BEFORE.has(before.stem);
  const staffed = isWord(after) && STAFF.has(after.stem);
  return led || staffed ? end : undefined;
}

/** Facilities by a run of words in large letters that ends in one of care; chains with their town. */
export function findNamedCare(reading: Reading): Candidate[] {
  const { text, tokens, facts } = reading;
  const found: Candidate[] = [];
  if (!tokens.some(({ shape }) => shape === SHAPES.lower)) return found;
  for (let first = 0; first < tokens.length; first++) {
    const token = tokens[first];
    if (token === undefined || !isLarge(token) || CONNECTING.has(token.stem)) continue;
    const next = tokens[first + 1];
    if (CHAINS.has(token.stem) && next !== undefined && isLarge(next) && placeOf(facts[first + 1] ?? 0) > 0) {
      found.push({ start: token.start, end: next.stemEnd, type: "HOSPITAL" });
      first++;
      continue;
    }
    const last = runEnd(reading, first);
    if (last === first) continue;
    const skip = DESCRIBING.has(bare(text, token)) ? 1 : 0;
    const end = skip === 0 ? careEnd(reading, first, last) : undefined;
    const head = tokens[first];
    const tail = end === undefined ? undefined : tokens[end];
    if (head !== undefined && tail !== undefined && end !== undefined) {
      found.push({ start: head.start, end: tail.end, type: "HOSPITAL" });
      first = end;
    }
  }
  return found;
}
