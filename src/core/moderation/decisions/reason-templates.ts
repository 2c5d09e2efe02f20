import type { Rule } from "../rules.ts";

/** Suggested words for a reason, by the rule's id. What stands in braces is for the moderator to fill in. */
const BY_RULE: Readonly<Record<string, string>> = {
  kind: "This text attacks a person. You can disagree here; please do it without insults.",
  private: "This text shows who somebody is. People stay private here, so that they can speak openly.",
  "no-sales": "This text offers or asks for {what}. Nothing is sold and nobody is recruited here.",
  "no-dosing":
    "This text tells others what to take, stop or change. What happened to you is welcome; what others do is for them and their own clinician.",
  "honest-roles":
    "This text says or hints that its writer is a {profession}. Only somebody whose credential was checked here says so.",
  "no-methods":
    "This text says how somebody could get hurt, so it can hurt others who read it. How you feel may be said here, and you are still welcome.",
  "no-harassment": "Somebody wants to be left alone. Please do not write to them or about them any more.",
  "no-flooding": "The same was posted many times. Once is enough: people do read it.",
  general: "This answer judges one person's own case. Providers give general information here.",
  lawful: "This text offers or asks for {what}, which is against the law.",
};

const DISMISSED = "We read it with care, and it does not break a rule here.";

/** The words that a moderator starts from; undefined as the rule is a dismissal, which is said to whoever reported. */
export function suggestedReason(rule: Rule | undefined): string {
  return rule === undefined ? DISMISSED : (BY_RULE[rule.id] ?? "");
}

/** What stands in braces still, such as "{what}". */
export const unfilledIn = (text: string): string[] => text.match(/\{[\p{L}\p{N} _-]{1,30}\}/gu) ?? [];
