import { refuse } from "#core/errors.ts";

/**
 * Is this a US National Provider Identifier by its form and check digit (ISO 7812 Luhn over "80840" and the ten digits)?
 * It says nothing about whose it is.
 */
export function isNpi(text: string): boolean {
  if (!/^[12]\d{9}$/.test(text)) return false;
  let sum = 0;
  for (const [index, digit] of [...`80840${text}`].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** The number, when it can be an NPI. Refuses invalid_input. */
export function requireNpi(npi: string): string {
  if (isNpi(npi)) return npi;
  throw refuse("invalid_input", {
    field: "NPI",
    rule: "must be ten digits, and one of these seems mistyped",
  });
}
