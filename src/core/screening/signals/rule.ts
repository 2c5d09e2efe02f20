import type { SignalKind } from "../screening.ts";

/**
 * One thing worth noticing, as data. `pattern` runs on folded words (lower case, no apostrophes, no accents).
 * Every example is run by the tests: `mustMatch` must give this rule at its full kind, `mustNotMatch` must not.
 */
export interface Rule {
  readonly id: string;
  readonly kind: SignalKind;
  readonly pattern: RegExp;
  readonly score: number;
  /** Set where a general question about it ("what is the ...") counts as much as a statement. */
  readonly questionsCount?: true;
  readonly mustMatch: readonly string[];
  readonly mustNotMatch: readonly string[];
}

/** Up to 40 units inside one sentence; a decimal point does not end it. */
export const GAP = "(?:[^.!?;\\n]|\\.(?=\\d)){0,40}?";
/** Up to 70 units, over the end of a sentence: red flags are often told in pieces. */
export const WIDE = "[^\\n]{0,70}?";

export const SOMEONE =
  "(?:he|she|they|hes|shes|theyre|(?:my|our|the) (?:\\w+ )?(?:mum|mom|mother|dad|father|son|daughter|boy|girl|lad|kid|child|brother|sister|wife|husband|partner|boyfriend|girlfriend|bf|gf|hubby|fiancee?|ex|bestie|bro|kiddo|friend|best friend|mate|flatmate|roommate|niece|nephew|aunt|uncle|cousin|gran|nan|grandma|grandad|grandpa|grandmother|grandfather|grandson|granddaughter|neighbou?r|patient|stepdad|stepmum|stepmom|carer|colleague|teen(?:ager)?))";

export const PILLS =
  "(?:pills?|tablets?|tabs|capsules?|meds|medication|paracetamol|tylenol|acetaminophen|ibuprofen|aspirin|codeine|tramadol|oxycodone|xanax|valium|diazepam|zopiclone|ambien|amitriptyline|antidepressants|sleeping \\w+|painkillers|insulin|metformin|propranolol|benzos|opioids|heroin|fentanyl|morphine)";

/** A pattern over folded words that starts and ends at the edge of a word. Several sources are alternatives. */
export function phrase(...sources: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join("|")})(?![\\p{L}\\p{N}])`, "gu");
}
