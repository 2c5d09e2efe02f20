/** Capitals and digits only: licence numbers are typed with and without signs. */
export const licenseWhole = (number: string): string => number.toUpperCase().replace(/[^A-Z0-9]/g, "");

const isDigit = (code: number) => code >= 48 && code <= 57;
const isLetter = (code: number) => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/**
 * The last run of digits of a licence number without zeros in front, signs left out, by which it is looked up; all of it
 * when it has no digits. Prefixes and zeros are typed or left out: "ME68414" and "68414" are looked up alike, and told apart
 * afterwards (sameNumber).
 */
export function licenseDigits(number: string): string {
  let end = number.length;
  while (end > 0 && !isDigit(number.charCodeAt(end - 1))) end--;
  if (end === 0) return licenseWhole(number);
  let start = end;
  let plain = true;
  for (; start > 0; start--) {
    const code = number.charCodeAt(start - 1);
    if (isDigit(code)) continue;
    if (isLetter(code)) break;
    plain = false;
  }
  const run = plain ? number.slice(start, end) : licenseWhole(number.slice(start, end));
  let zeros = 0;
  while (zeros < run.length - 1 && run.charCodeAt(zeros) === 48) zeros++;
  return zeros === 0 ? run : run.slice(zeros);
}

/**
 * What a number that somebody typed may be kept under, the likeliest first: all of its digits, or those behind its last sign
 * ("1.045678" is 45678 of kind 1 in Connecticut).
 */
export function licenseKeys(number: string): string[] {
  const behind = /(\d+)\D*$/.exec(number)?.[1] ?? number;
  return [...new Set([licenseDigits(number), licenseDigits(behind)])];
}

/** What stands around the digits: "ME" of "ME0068414", so that zeros in between do not count. */
const around = (number: string): string => licenseWhole(number).replace(/0*(\d+)([A-Z]*)$/, "$2");

/** Whether two numbers are one, apart from signs, case and zeros in front of the digits: not "ME68414" and "OS68414". */
export const sameNumber = (one: string, other: string): boolean =>
  licenseDigits(one) === licenseDigits(other) && around(one) === around(other);

/** Of rows that have the same digits, those whose whole number is the one asked for; all of them when there is none. */
export function closest<T>(rows: readonly T[], asked: string, numbersOf: (row: T) => readonly string[]): T[] {
  const same = rows.filter((row) => numbersOf(row).some((number) => sameNumber(number, asked)));
  return same.length > 0 ? same : [...rows];
}
