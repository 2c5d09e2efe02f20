import { hashOf, isWord, SHAPES, type Token, wordOf } from "../reading/tokens.ts";
import { englishOf, isGeneral, placeOf, spanishOf, type WordFacts } from "../reading/words.ts";
import { type Candidate, settleOverlaps } from "./candidate.ts";
import { findNamedCare } from "./find-named-care.ts";
import { SEEN } from "./glance.ts";

const set = (words: string) => new Set(words.split(" "));

/** The last word of the name of a place of care, in English. */
const HEADS = set(
  "hospital hospitals clinic clinics infirmary hospice surgery practice sanatorium medical memorial healthcare health centre center pharmacy hosp er dental dentistry paediatrics pediatrics cardiology oncology dermatology orthopaedics orthopedics rehab rehabilitation unit institute lodge manor house home court villa group associates physicians infirmary polyclinic ward",
);
/** Heads that need nothing but a name before them. */
const SURE_HEADS = set("hospital hospitals infirmary hospice clinic clinics hosp polyclinic sanatorium");
/** Pairs that make a head of two everyday words. */
const PAIRS: Readonly<Record<string, ReadonlySet<string>>> = {
  medical: set("center centre centers clinic group practice associates park plaza campus school"),
  health: set("center centre system network clinic partners services sciences care"),
  care: set("home center centre facility"),
  nursing: set("home center centre facility"),
  retirement: set("home village community"),
  rest: set("home"),
  assisted: set("living"),
  family: set("practice medicine health clinic doctors physicians"),
  cancer: set("center centre institute clinic"),
  eye: set("unit clinic center centre hospital infirmary institute"),
  surgery: set("center centre"),
  heart: set("center centre institute hospital clinic"),
  walk: set("in"),
  urgent: set("care"),
  birth: set("center centre"),
  dialysis: set("center centre unit clinic"),
  imaging: set("center centre"),
  recovery: set("center centre"),
  treatment: set("center centre"),
  wellness: set("center centre clinic"),
  university: set("hospital hospitals"),
  general: set("hospital"),
  dental: set("clinic practice surgery care center centre office"),
  group: set("practice"),
  community: set("hospital clinic"),
  childrens: set("hospital clinic center centre"),
  womens: set("hospital clinic center centre"),
  veterans: set("hospital affairs"),
};
/** Words that stand inside such a name and name nothing by themselves. */
const FILLERS = set(
  "st saint mount mt general regional memorial community county city university royal children childrens womens women and of the medical methodist baptist presbyterian mercy health family eye heart cancer north south east west northern southern eastern western central valley district infirmary queen king prince princess victoria national veterans va nhs trust teaching upper lower new old our lady sacred holy good samaritan providence sisters oncology pediatric paediatric orthopedic surgical specialty care nursing day surgery & ' . - s",
);
/** What may stand before the head without making it a name. */
const GENERIC = set(
  "the a an my our your his her their this that any some each every local same other another new old nearest nearby big small private public general children childrens teaching university community regional county city district rural mental psychiatric psych psychiatry pain diabetes diabetic fertility ivf walk in eye sleep cancer heart stroke asthma copd outpatient inpatient infusion urgent care free free-standing health family medical dental gp nhs va veterans surgical day emergency rehab field state national main whole entire womens women maternity antenatal prenatal memory flu vaccine covid travel sexual methadone wound lung liver kidney renal dialysis transplant cardiac neuro neurology rheum rheumatology gi gastro ms hiv headache migraine epilepsy thyroid endocrine breast skin dermatology allergy foot hand spine bone joint weight obesity gender school virtual online mobile tertiary specialist major large nursing retirement christian catholic animal vet drop and or at to from of with no which what one two three both is was are hernia hip knee back gallbladder cataract bariatric gastric brain plastic cosmetic open major minor elective best good bad great nice last first next post pre before after during for since lvl level trauma outpatients long term assisted residential",
);
/** Names of institutions that stand alone after "at" or "in". */
const BRANDS =
  /(?<![\p{L}\p{N}])(?:mayo clinic|cleveland clinic|johns hopkins|cedars[- ]sinai|md anderson|mount sinai|mt sinai|nyu langone|mass(?:achusetts)? general|memorial sloan[- ]kettering|sloan[- ]kettering|dana[- ]farber|kaiser(?: permanente)?|great ormond street|gosh|st jude'?s?|addenbrooke'?s|papworth|moorfields|the royal marsden|royal marsden|the christie|ucsf|ucla health|ucla medical|upmc|montefiore|geisinger|scripps|ochsner|bellevue|barnes[- ]jewish|vanderbilt|duke health|emory|stanford health|intermountain|planned parenthood)(?![\p{L}\p{N}])/giu;
/** Names given to hospitals so often that "at <name>" or "<name> in <place>" means one. */
const DEDICATIONS =
  /(?<=\b(?:at|in|to|from|if|by|near|into|over at|outside|staff at|of) )(?:(?:St\.?|Saint|Santa|San|Our Lady of|Mount|Mt\.?) \p{Lu}[\p{L}'-]{2,20}(?:'s)?|Sacred Heart|Holy (?:Cross|Family|Name|Spirit)|Good Samaritan|Baptist(?: \p{Lu}\p{L}+)?|Methodist|Presbyterian|Mercy(?: \p{Lu}\p{L}+)?|Providence|Lutheran General|\p{Lu}[\p{L}'-]{2,20} (?:General|Regional|Memorial|Methodist|Baptist|Presbyterian|Infirmary|County|Mercy|Royal|Children'?s))(?: in \p{Lu}[\p{L}'-]{2,20}(?: \p{Lu}[\p{L}'-]{2,20})?)?/gu;
/** Heads after which Spanish puts the name: "Hospital General de Tijuana", "clinica San Rafael". */
const LEADING_HEADS = set(
  "hospital hosp clinica sanatorio policlinico policlinica consultorio residencia geriatrico ambulatorio dispensario maternidad umf instituto centro",
);
const DESCRIBING = set(
  "general civil universitario universitaria regional infantil comarcal provincial clinico materno mujer psiquiatrico medico medica publico privado central nacional militar dental zona especialidades salud hospitalario de del la el los las y san santa santo virgen nuestra senora dr dra doctor doctora no numero familiar",
);
const ABBREVIATED = new Set(["dr", "dra", "no", "hosp", "st", "sta", "sto", "ntra", "sra"].map(hashOf));
const CALENDAR = set(
  "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today tomorrow yesterday lunes martes miercoles jueves viernes sabado domingo",
);

interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly facts: readonly WordFacts[];
  /** What the text holds (glance.ts). */
  readonly seen: number;
}

const isLarge = (token: Token) =>
  token.shape === SHAPES.capitalised || token.shape === SHAPES.mixed || token.shape === SHAPES.initial;

const HEAD_HASHES = new Set([...HEADS, ...SURE_HEADS, ...Object.keys(PAIRS)].map(hashOf));
const LEADING_HASHES = new Set([...LEADING_HEADS].map(hashOf));

/** Whether a word, by its looks or by what the table says, is part of a name rather than a description. */
function names(token: Token, word: string, facts: WordFacts): boolean {
  if (GENERIC.has(word)) return false;
  if (isLarge(token)) return englishOf(facts) < 12 || placeOf(facts) > 0;
  if (FILLERS.has(word)) return false;
  return (
    (englishOf(facts) < 5 && !isGeneral(facts) && spanishOf(facts) < 5) ||
    (placeOf(facts) > 3 && englishOf(facts) < 8)
  );
}

/** The name of a place of care has no more words before its head. */
const MOST_WORDS = 6;
const DETERMINERS = set("the a an my our your his her their this that any");

/** Goes left from the head while the words can belong to a name; gives where the name starts. */
function nameStart({ text, tokens, facts }: Reading, head: number): number | undefined {
  let first: number | undefined;
  let words = 0;
  for (let at = head - 1; at >= 0 && words < MOST_WORDS; at--) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.shape === SHAPES.sign) {
      if (!/[-'.&]/.test(text.charAt(token.start))) break;
      continue;
    }
    if (!isWord(token)) break;
    const word = wordOf(text, token);
    words++;
    if (at === head - 1 && DETERMINERS.has(word)) return undefined;
    if (names(token, word, facts[at] ?? 0)) {
      first = at;
      continue;
    }
    if (!(FILLERS.has(word) || (GENERIC.has(word) && isLarge(token)))) break;
    if (isLarge(token) && FILLERS.has(word) && !GENERIC.has(word)) first = at;
  }
  return first;
}

/** With nothing of its own but words that describe, a name must be written large: "Royal Infirmary", "Eye Hospital". */
function largeStart({ text, tokens }: Reading, head: number): number | undefined {
  let first: number | undefined;
  for (let at = head - 1; at >= 0 && head - at <= MOST_WORDS; at--) {
    const token = tokens[at];
    if (!isWord(token) || !isLarge(token) || !FILLERS.has(wordOf(text, token))) break;
    if (at === 0 || /[.!?\n]/.test(text.charAt((tokens[at - 1]?.end ?? 1) - 1))) break;
    first = at;
  }
  return first;
}

const PLACED = set("at to from in near @ outside by into of");

/** "at cedar hollow hospital": typed small, a name of one to three words, one of them no everyday word. */
function smallStart({ text, tokens, facts }: Reading, head: number): number | undefined {
  let rare = false;
  for (let at = head - 1; at >= 0 && head - at <= 4; at--) {
    const token = tokens[at];
    if (token !== undefined && token.shape === SHAPES.sign && /[.'-]/.test(text.charAt(token.start)))
      continue;
    if (!isWord(token)) return undefined;
    const word = wordOf(text, token);
    if (PLACED.has(word)) return rare && at + 1 < head ? at + 1 : undefined;
    if (GENERIC.has(word)) return undefined;
    const own = facts[at] ?? 0;
    if (isGeneral(own) && placeOf(own) === 0) return undefined;
    if (englishOf(own) < 9) rare = true;
  }
  return undefined;
}

function headEnd({ text, tokens }: Reading, at: number): number | undefined {
  const token = tokens[at];
  if (!isWord(token) || !HEAD_HASHES.has(token.stem)) return undefined;
  const word = wordOf(text, token);
  const next = tokens[at + 1];
  const pair = PAIRS[word];
  if (pair !== undefined && isWord(next) && pair.has(wordOf(text, next))) return at + 1;
  if (SURE_HEADS.has(word)) return at;
  return HEADS.has(word) && isLarge(token) ? at : undefined;
}

/** "Boston Medical", "Maple Court": weaker heads need a name in capitals right before and a word of care near. */
function findNamed(reading: Reading): Candidate[] {
  const { text, tokens } = reading;
  const found: Candidate[] = [];
  for (let at = 1; at < tokens.length; at++) {
    const end = headEnd(reading, at);
    if (end === undefined) continue;
    const token = tokens[at];
    if (token === undefined) continue;
    const word = wordOf(text, token);
    const sure = SURE_HEADS.has(word) || end > at;
    const first =
      nameStart(reading, at) ?? (sure ? (largeStart(reading, at) ?? smallStart(reading, at)) : undefined);
    if (first === undefined) continue;
    if (!sure && !weakHeadCounts(reading, first, word, at)) continue;
    const start = tokens[first]?.start ?? 0;
    let last = end;
    const following = tokens[end + 1];
    if (isWord(following) && isLarge(following) && SURE_HEADS.has(wordOf(text, following))) last = end + 1;
    found.push({ start, end: tokens[last]?.stemEnd ?? 0, type: "HOSPITAL" });
  }
  return found;
}

const CARE_HEADS = set(
  "surgery practice medical memorial healthcare health pharmacy cardiology oncology dermatology pediatrics paediatrics orthopedics orthopaedics dental dentistry rehab rehabilitation physicians associates unit ward",
);

function weakHeadCounts({ text, tokens, facts }: Reading, first: number, head: string, at: number): boolean {
  if (tokens.slice(first, at).every((token, i) => !isWord(token) || isGeneral(facts[first + i] ?? 0)))
    return false;
  if (CARE_HEADS.has(head)) return true;
  const lead = text
    .slice(Math.max(0, (tokens[first]?.start ?? 0) - 60), tokens[first]?.start ?? 0)
    .toLowerCase();
  return /\b(?:care home|nursing home|resident|lives? (?:at|in)|placed (?:at|in)|moved (?:to|into)|stay(?:s|ing)? (?:at|in)|admitted|clinic|hospice|dementia|respite|rehab|carers?|staff|discharged)\b/.test(
    lead,
  );
}

/** The last token of the name that follows the head at `at`; undefined when none does. */
function ledEnd({ text, tokens, facts }: Reading, at: number): number | undefined {
  let last: number | undefined;
  for (let next = at + 1; next < tokens.length && next < at + 9; next++) {
    const token = tokens[next];
    if (token === undefined) break;
    if (token.shape === SHAPES.digits) {
      if (token.end - token.start > 3) break;
      last = next;
      break;
    }
    if (text.charAt(token.start) === "." && ABBREVIATED.has(tokens[next - 1]?.stem ?? 0)) continue;
    if (!isWord(token)) break;
    const word = wordOf(text, token);
    if (DESCRIBING.has(word)) continue;
    if (CALENDAR.has(word) || !names(token, word, facts[next] ?? 0)) break;
    last = next;
  }
  return last;
}

function findLed(reading: Reading): Candidate[] {
  const { tokens } = reading;
  const found: Candidate[] = [];
  tokens.forEach((token, at) => {
    if (!isWord(token) || !LEADING_HASHES.has(token.stem)) return;
    const last = ledEnd(reading, at);
    if (last === undefined) return;
    found.push({ start: token.start, end: tokens[last]?.stemEnd ?? token.end, type: "HOSPITAL" });
  });
  return found;
}

/** Names of hospitals, clinics, practices and care homes, in order and apart; "the eye clinic" names none. */
export function findFacilities(reading: Reading): Candidate[] {
  const found = findNamed(reading).concat(findLed(reading), findNamedCare(reading));
  const { text } = reading;
  if ((reading.seen & SEEN.care) === 0) return found.length === 0 ? found : settleOverlaps(found);
  for (const pattern of [BRANDS, DEDICATIONS]) {
    for (const match of text.matchAll(pattern))
      found.push({ start: match.index, end: match.index + match[0].length, type: "HOSPITAL" });
  }
  return settleOverlaps(found);
}
