import type { Severity } from "./cases/case.ts";

/** A rule of the community, in words that everybody here can read. */
export interface Rule {
  readonly id: string;
  /** What people call it by: "rule 4". */
  readonly number: number;
  readonly title: string;
  readonly text: string;
  /** What a strike for breaking it weighs. */
  readonly points: number;
  /** How soon a report about it must be looked at. */
  readonly severity: Severity;
  /** Words that a moderator starts a reason from; what stands in braces is filled in. "" where there are none. */
  readonly reason: string;
  /** It comes with Curbside, or so but for what rules.yaml changes, or from rules.yaml alone. */
  readonly from: "shipped" | "changed" | "own";
  /** No decision can rest on it any more; those of before still name it. */
  readonly retired: boolean;
}

/** Every rule that is known, by number: decisions of years ago name those that are retired. */
export interface RuleBook {
  readonly all: readonly Rule[];
  readonly inForce: readonly Rule[];
}

/** What people are told of a rule; a decision keeps it as it read then. */
export type RuleAsRead = Pick<Rule, "number" | "title" | "text">;

export interface DecidedRule extends RuleAsRead {
  readonly retired: boolean;
}

/** Automatic reports name these, so each of them stays in force and as urgent. */
export const KEPT_RULES = ["no-methods", "no-harassment", "honest-roles", "no-sales"] as const;
export type KeptRule = (typeof KEPT_RULES)[number];

export const isKept = (id: string): id is KeptRule => KEPT_RULES.some((kept) => kept === id);

/** A rule in force as somebody names it: by its number or its id. */
export function ruleNamed({ inForce }: RuleBook, typed: string): Rule | undefined {
  const plain = typed
    .trim()
    .toLowerCase()
    .replace(/^rule\s*/, "");
  return inForce.find(({ id, number }) => id === plain || String(number) === plain);
}

/** The rule that a decision rests on, as it read then; undefined for a dismissal, or where nothing is known of it any more. */
export function ruleDecided(
  { all }: RuleBook,
  id: string,
  asRead: RuleAsRead | undefined,
): DecidedRule | undefined {
  const known = all.find((one) => one.id === id);
  const told = asRead ?? known;
  if (told === undefined) return undefined;
  const { number, title, text } = told;
  return { number, title, text, retired: known?.retired ?? true };
}

/** A title inside a sentence: "No DMs" is "no DMs", and "BAA talk" stays. */
export const inSentence = (title: string): string =>
  /^\p{Lu}(?!\p{Lu})/u.test(title) ? `${title.charAt(0).toLowerCase()}${title.slice(1)}` : title;

const said = ({ title, retired }: Pick<Rule, "title" | "retired">): string =>
  `${inSentence(title)}${retired ? ", no longer a rule" : ""}`;

/** Where rules are counted. */
export const ruleCounted = (rule: Pick<Rule, "number" | "title" | "retired">): string =>
  `Rule ${rule.number}: ${said(rule)}`;

/** As it is said to people; one of which nothing else is known is called by its id. */
export function ruleWords(book: RuleBook, id: string, asRead: RuleAsRead | undefined): string {
  const decided = ruleDecided(book, id, asRead);
  if (decided !== undefined) return `rule ${decided.number} (${said(decided)})`;
  return id === "" ? "" : `${id} (no longer a rule)`;
}
