import type { Policies } from "./policies.ts";

/** What the trained readers of meaning find is worded like what the rule of the same matter finds. */
const SAME_MATTER: Readonly<Record<string, string>> = {
  "learned.advice.individualised_dosing": "advice.dose",
  "learned.advice.diagnosis": "advice.diagnosis",
};

const GENERAL_SUGGESTION =
  "Keep it general: what this often is, what people usually can do, when to get seen, and what to ask their clinician.";

/** Wording that keeps an answer general, for the rule of an `advice` signal; a general hint for any other rule. */
export function suggestionFor(policies: Policies, rule: string): string {
  const id = Object.hasOwn(SAME_MATTER, rule) ? SAME_MATTER[rule] : rule;
  return policies.rules.get(id ?? rule)?.suggest ?? GENERAL_SUGGESTION;
}
