import { languageOf, readText } from "../read-text.ts";
import type { Direction } from "../screening.ts";
import { isSureOfNone, readFor } from "../signals/find-learned.ts";
import { mayBeDoubted } from "../signals/find-signals.ts";
import { Weigher } from "../signals/weigh.ts";
import { findPhrases } from "./find-phrases.ts";
import type { Policies, Rule } from "./policies.ts";
import type { Effect, Mode } from "./policy-file.ts";

/** One phrase of a rule that a text holds, and the vetoes that lower or drop it. */
export interface Explained {
  readonly rule: string;
  /** In shadow, `outcome` is what would be left of it. */
  readonly mode: Mode;
  readonly phrase: string;
  readonly words: string;
  readonly vetoes: readonly { readonly id: string; readonly effect: Effect }[];
  /** What is left of it: nothing, a concern (by a veto, or as the readers are sure of no danger), or all. */
  readonly outcome: "dropped" | "lowered" | "doubted" | "stands";
}

function outcomeOf(rule: Rule, vetoes: Explained["vetoes"], doubted: boolean): Explained["outcome"] {
  if (vetoes.length === 0) return doubted && mayBeDoubted(rule) ? "doubted" : "stands";
  return rule.kind === "concern" || vetoes.some(({ effect }) => effect === "drop") ? "dropped" : "lowered";
}

/** Every phrase of the rules, those in shadow too, that a text holds, with what the words around it make of it. */
export function explainText(policies: Policies, text: string, direction: Direction): Explained[] {
  const whole = readText(text);
  const { read, readTokens, items } = whole;
  const doubted = isSureOfNone(readFor(read, readTokens, languageOf(whole).language, direction));
  const weigher = new Weigher(items, policies);
  const { book, owners, sources } = policies.trial.find[direction];
  return findPhrases(book, items).flatMap((match) => {
    const rule = owners[match.phrase];
    if (rule === undefined) return [];
    const vetoes = Object.entries(rule.unless)
      .filter(([id]) => weigher.isThere(id, match))
      .map(([id, effect]) => ({ id, effect }));
    return [
      {
        rule: rule.id,
        mode: rule.mode,
        phrase: sources[match.phrase] ?? "",
        words: read.text.slice(items.starts[match.first], items.ends[match.last]),
        vetoes,
        outcome: outcomeOf(rule, vetoes, doubted),
      },
    ];
  });
}
