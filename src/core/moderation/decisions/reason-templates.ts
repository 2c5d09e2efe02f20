import type { Rule } from "../rules.ts";

const DISMISSED = "We read it with care, and it does not break a rule here.";

/** The words that a moderator starts from; undefined as the rule is a dismissal, which is said to whoever reported. */
export const suggestedReason = (rule: Rule | undefined): string => rule?.reason ?? DISMISSED;

/** What stands in braces still, such as "{what}". */
export const unfilledIn = (text: string): string[] => text.match(/\{[\p{L}\p{N} _-]{1,30}\}/gu) ?? [];
