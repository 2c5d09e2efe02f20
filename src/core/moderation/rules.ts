/** A rule of the community, in words that everybody here can read. */
export interface Rule {
  readonly id: string;
  /** What people call it by: "rule 4". */
  readonly number: number;
  readonly title: string;
  readonly text: string;
  /** What a strike for breaking it weighs. */
  readonly points: number;
  /** How soon a report about it must be looked at: 1 routine, 2 serious, 3 urgent. */
  readonly severity: 1 | 2 | 3;
}

const rule = (
  number: number,
  id: string,
  title: string,
  text: string,
  { points, severity }: Pick<Rule, "points" | "severity">,
): Rule => ({ id, number, title, text, points, severity });

/** The rules that every decision names one of. Their numbers and ids are kept in decisions, so none is used anew. */
export const RULES: readonly Rule[] = [
  rule(1, "kind", "Be kind", "No insults, threats or hate, and no pressure on anybody.", {
    points: 1,
    severity: 1,
  }),
  rule(2, "private", "Keep people private", "Do not share what shows who somebody is, yourself included.", {
    points: 1,
    severity: 2,
  }),
  rule(
    3,
    "no-sales",
    "No selling or recruiting",
    "No sales, fundraising, studies or links to your own practice.",
    {
      points: 1,
      severity: 1,
    },
  ),
  rule(
    4,
    "no-dosing",
    "No dosing advice",
    "Say what happened to you, not what others should take, stop or change.",
    {
      points: 1,
      severity: 2,
    },
  ),
  rule(
    5,
    "honest-roles",
    "Be honest about your role",
    "Nobody says or hints that they are a clinician unless it was checked here.",
    {
      points: 3,
      severity: 3,
    },
  ),
  rule(
    6,
    "no-methods",
    "No ways to get hurt",
    "Feeling very low may be said here. How to hurt oneself or others may not.",
    {
      points: 2,
      severity: 3,
    },
  ),
  rule(
    7,
    "no-harassment",
    "No harassment",
    "Leave people alone who want to be left alone, and nothing sexual.",
    {
      points: 2,
      severity: 3,
    },
  ),
  rule(
    8,
    "no-flooding",
    "No flooding",
    "Do not post the same thing many times, or use the rules against somebody.",
    {
      points: 1,
      severity: 1,
    },
  ),
  rule(
    9,
    "general",
    "Keep it general",
    "Providers here give general information: no diagnosis and no care of one person.",
    {
      points: 1,
      severity: 2,
    },
  ),
  rule(
    10,
    "lawful",
    "Nothing illegal",
    "No offers of prescription medicines or of anything else that is against the law.",
    {
      points: 3,
      severity: 3,
    },
  ),
];

/** A rule as somebody names it: by its number or its id. */
export function ruleNamed(typed: string): Rule | undefined {
  const plain = typed
    .trim()
    .toLowerCase()
    .replace(/^rule\s*/, "");
  return RULES.find(({ id, number }) => id === plain || String(number) === plain);
}

/** As it is said to people; one that is no longer in the list keeps its id. */
export function ruleWords(id: string): string {
  const known = RULES.find((one) => one.id === id);
  return known === undefined ? id : `rule ${known.number} (${known.title.toLowerCase()})`;
}
