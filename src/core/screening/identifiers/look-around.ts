/** The letters, digits and signs directly before `at`, at most `limit` units, in lower case. */
export function before(text: string, at: number, limit = 32): string {
  return text.slice(Math.max(0, at - limit), at).toLowerCase();
}

/** What follows `at`, at most `limit` units, in lower case. */
export function after(text: string, at: number, limit = 24): string {
  return text.slice(at, at + limit).toLowerCase();
}

/** Units that make a number a dose, a lab value, a count or a price. */
const UNIT_AFTER =
  /^\s{0,2}(?:%|(?:mg|mcg|ug|g|kg|ml|dl|cl|l|iu|ui|units?|unidades|tablets?|tabs?|pills?|pastillas|caps?(?:ules)?|puffs?|drops?|gotas|mmol|umol|nmol|pmol|meq|mmhg|bpm|kcal|cal(?:ories)?|calorias|cm|mm|km|miles?|steps?|pasos|cells?|copies|ppm|ppb|ng|pg|hz|mhz|ghz|kb|mb|gb|x10|lbs?|pounds?|ounces?|oz|dollars?|euros?|usd|gbp|people|patients|followers|views|times|hours?|hrs?|minutes?|mins?|seconds?|days?|weeks?|months?|years?|yrs?|per|\/)(?![a-z]))/;

/** Whether a unit of measure follows `at`: then the number is an amount, not an identifier. */
export function unitFollows(text: string, at: number): boolean {
  return UNIT_AFTER.test(after(text, at));
}

const AMOUNT_BEFORE =
  /(?:[$€£¥#]?\b(?:viral load|platelets?|count|wbc|rbc|hcg|ferritin|copies|iu|usd|eur|gbp|lot|batch|ndc|pmid|doi|cpt|icd|snomed|loinc|rs|nct|about|approx|roughly|over|under)[\s:#.no]{0,6}|[$€£¥])$/;

/** Whether the words before `at` announce an amount, a price, a lot or a code that names no person. */
export function amountPrecedes(text: string, at: number): boolean {
  return AMOUNT_BEFORE.test(before(text, at));
}

const VERSION_BEFORE =
  /\b(?:v|ver\.?|version|firmware|release|build|android|ios|ipados|macos|windows|software|app|update)\s{0,2}(?:is\s|to\s|=|:)?\s{0,2}$/;

/** Whether the words before `at` announce a version of a program. */
export function versionPrecedes(text: string, at: number): boolean {
  return VERSION_BEFORE.test(before(text, at));
}
