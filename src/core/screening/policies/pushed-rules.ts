import { Lists, type Phrase, readPhrase } from "./phrase.ts";
import type { Policies, Rule } from "./policies.ts";
import type { RuleKind } from "./policy-file.ts";

/**
 * Kinds of which a platform's own filter can be told, the gravest first: where it has few places, these come first. What is
 * about advice is for answers, which never pass a platform's filter.
 */
export const PUSHED_KINDS = [
  "crisis",
  "emergency",
  "method",
  "harassment",
  "impersonation",
  "sales",
] as const satisfies readonly RuleKind[];
export type PushedKind = (typeof PUSHED_KINDS)[number];

/** Nobody in danger is silenced: of all other kinds a filter only tells the team. */
const STOPPABLE: ReadonlySet<PushedKind> = new Set<PushedKind>(["harassment", "impersonation", "sales"]);

export const mayStop = (kind: PushedKind): boolean => STOPPABLE.has(kind);

export interface PushedRule extends Pick<Rule, "id" | "mustMatch" | "mustNotMatch"> {
  readonly phrases: readonly Phrase[];
}

/** The live rules of one kind, as a platform's own filter may be told of them. */
export interface PushedGroup {
  readonly kind: PushedKind;
  /** Whether what is found may be kept from being posted, where an admin wants it; else the team is told, and it stands. */
  readonly mayStop: boolean;
  readonly rules: readonly PushedRule[];
}

/**
 * What of the live rules may be pushed, by kind. A kind may be stopped only where each of its rules says `hold`. The vetoes of a
 * rule do not come along, since no platform's filter looks around a match: its `mustNotMatch` texts do, to be held against.
 */
export function pushedRules(policies: Policies): PushedGroup[] {
  const lists = new Lists(policies.lists);
  const live = [...policies.atWork.values()].filter(({ direction }) => direction !== "answer");
  return PUSHED_KINDS.flatMap((kind) => {
    const rules = live.filter((rule) => rule.kind === kind);
    if (rules.length === 0) return [];
    return {
      kind,
      mayStop: mayStop(kind) && rules.every(({ action }) => action === "hold"),
      rules: rules.map(({ id, mustMatch, mustNotMatch, phrases }) => ({
        id,
        mustMatch,
        mustNotMatch,
        phrases: phrases.map((phrase) => readPhrase(phrase, lists)),
      })),
    };
  });
}
