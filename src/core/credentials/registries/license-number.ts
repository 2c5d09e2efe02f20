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

const LAST_RUN = /(\d+)\D*$/;

/** The digits behind a number's last sign, without zeros in front: 45678 of "1.045678". */
export const digitsBehind = (number: string): string => licenseDigits(LAST_RUN.exec(number)?.[1] ?? number);

/** What a number that somebody typed may be kept under: all of its digits, and those behind its last sign. */
export const licenseKeys = (number: string): string[] => [
  ...new Set([licenseDigits(number), digitsBehind(number)]),
];

/** "ME" of "ME0068414": what stands around all of the digits. */
const lettersOf = (number: string): string => licenseWhole(number).replace(/\d+(?=[A-Z]*$)/, "");

/** "1" of "1.045678", "C1" of "C1-0001234": what stands around the digits behind the last sign. */
const kindOf = (number: string): string =>
  licenseWhole(number.replace(LAST_RUN, (run) => run.replace(/^\d+/, "")));

type Fit = "exact" | "possible" | "none";

/** Letters and kinds may be left out, and then say nothing; two that differ are two people's. */
function fitOf(one: string, other: string): Fit {
  if (one === other) return "exact";
  return one === "" || other === "" ? "possible" : "none";
}

function fitBetween(one: string, other: string): Fit {
  const whole =
    licenseDigits(one) === licenseDigits(other) ? fitOf(lettersOf(one), lettersOf(other)) : "none";
  const behind = digitsBehind(one) === digitsBehind(other) ? fitOf(kindOf(one), kindOf(other)) : "none";
  if (whole === "exact" || behind === "exact") return "exact";
  return whole === "possible" || behind === "possible" ? "possible" : "none";
}

/** Whether two numbers are one, apart from signs, case and zeros in front of the digits: not "ME68414" and "OS68414". */
export const sameNumber = (one: string, other: string): boolean => fitBetween(one, other) === "exact";

/**
 * Of rows, those whose number is the one asked for; when there is none, those that it may be, as letters or the kind were left
 * out on one side. Never one whose letters or kind are others.
 */
export function closest<T>(rows: readonly T[], asked: string, numbersOf: (row: T) => readonly string[]): T[] {
  const fits = (wanted: Fit) =>
    rows.filter((row) => numbersOf(row).some((number) => fitBetween(number, asked) === wanted));
  const exact = fits("exact");
  return exact.length > 0 ? exact : fits("possible");
}
