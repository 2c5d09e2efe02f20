import { type Found, findPhrases } from "../policies/find-phrases.ts";
import type { Policies, Rule } from "../policies/policies.ts";
import { type Folded, spanInInput } from "../reading/fold.ts";
import type { Items } from "../reading/items.ts";
import type { Direction, Signal } from "../screening.ts";
import type { Weigher } from "./weigh.ts";

/** From this score on a rule says it outright, and no reader may doubt it. */
const FIRM = 0.9;

/** Whether a match of the rule becomes a concern when the readers are sure that nobody is in danger. */
export const mayBeDoubted = ({ action, score }: Rule): boolean => action === "help" && score < FIRM;

function weighed(
  rule: Rule,
  match: Found,
  weigher: Weigher,
  doubted: boolean,
): Pick<Signal, "kind" | "score"> | undefined {
  const own = weigher.effectOn(match, rule.unless);
  const effect = own === undefined && doubted && mayBeDoubted(rule) ? "lower" : own;
  if (effect === undefined) return { kind: rule.kind, score: rule.score };
  return effect === "drop" || rule.kind === "concern"
    ? undefined
    : { kind: "concern", score: rule.score / 2 };
}

/** What rules find, and the sentences in which a veto made a concern of a danger. */
export interface FoundByRules {
  readonly signals: readonly Signal[];
  readonly lowered: ReadonlySet<number>;
}

/**
 * What the rules of the policies find, weighed by the words around it, in the order of the text. With `doubted`, what would
 * bring help is a concern, unless the rule is firm.
 */
export function findSignals(
  forms: Folded,
  items: Items,
  direction: Direction,
  policies: Policies,
  { weigher, doubted = false }: { weigher: Weigher; doubted?: boolean },
): FoundByRules {
  const { book, owners } = policies.find[direction];
  const signals: Signal[] = [];
  const lowered = new Set<number>();
  const ends = new Map<string, number>();
  for (const match of findPhrases(book, items)) {
    const rule = owners[match.phrase];
    const outcome = rule === undefined ? undefined : weighed(rule, match, weigher, doubted);
    if (rule === undefined || outcome === undefined) continue;
    const sentence = items.sentences[match.first] ?? 0;
    if (rule.action === "help" && outcome.kind === "concern") lowered.add(sentence);
    const span = spanInInput(forms, items.starts[match.first] ?? 0, items.ends[match.last] ?? 0);
    if (span.start < (ends.get(rule.id) ?? 0)) continue;
    ends.set(rule.id, span.end);
    signals.push({
      ...outcome,
      action: outcome.kind === rule.kind ? rule.action : "note",
      rule: rule.id,
      ...span,
    });
  }
  return { signals, lowered };
}
