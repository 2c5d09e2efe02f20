import type { Check } from "./check.ts";
import { unknown } from "./check.ts";
import { type Claimed, npiOf, validNpi } from "./claimed.ts";

/** Whether the number can be an NPI at all. */
export function checkNpi(claimed: Claimed): Check {
  const npi = npiOf(claimed);
  if (npi === undefined) return unknown("npi", "No NPI was given.");
  return validNpi(claimed) === undefined
    ? {
        source: "npi",
        result: "mismatch",
        says: "This is no NPI: it needs ten digits, and the last one must fit the others.",
        fields: [{ field: "npi", outcome: "different" }],
      }
    : {
        source: "npi",
        result: "match",
        says: "The NPI is well formed, which says nothing about whose it is.",
        fields: [{ field: "npi", outcome: "same" }],
      };
}
