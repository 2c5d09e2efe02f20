import { rulesWith } from "#core/moderation/load-rules.ts";
import type { RuleBook } from "#core/moderation/rules.ts";

/** What a community may write: a rule of its own, one changed, and one that is no longer a rule. */
export const OWN_RULES = `
- id: own-photos
  number: 21
  title: No photos of wards
  text: Other patients may be in them, and they were not asked.
  severity: serious
  points: 2
  reason: The photo shows {what}. Please take it down.
- id: kind
  title: Kindness first
  points: 2
- id: no-flooding
  retired: true
`;

export const ownRuleBook = (source = OWN_RULES): RuleBook => rulesWith("rules.yaml", source);

/** One rule after the other as a file would have it. */
export const fileWith = (rules: readonly object[]): string =>
  rules.map((rule) => `- ${JSON.stringify(rule)}\n`).join("");

/** As many rules as there may be, each as long as it may be. */
export function fullRules(): RuleBook {
  const longest = (most: number, at: number) => `${"Wide words ".repeat(30).slice(0, most - 3)} ${at}`;
  return ownRuleBook(
    fileWith(
      Array.from({ length: 14 }, (_, at) => ({
        id: `own-${"x".repeat(33)}-${at + 20}`,
        number: 900 + at,
        title: longest(60, at + 20),
        text: longest(200, at + 20),
        severity: "routine",
        points: 1,
      })),
    ),
  );
}
