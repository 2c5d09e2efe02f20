import { foldForms } from "../reading/fold.ts";
import { itemsOf } from "../reading/items.ts";
import { tokensOf } from "../reading/tokens.ts";
import type { Direction } from "../screening.ts";
import { Weigher } from "../signals/weigh.ts";
import { findPhrases } from "./find-phrases.ts";
import type { Policies } from "./policies.ts";
import type { Effect } from "./policy-file.ts";

/** One phrase of a rule that a text holds, and the vetoes that lower or drop it. */
export interface Explained {
  readonly rule: string;
  readonly phrase: string;
  readonly words: string;
  readonly vetoes: readonly { readonly id: string; readonly effect: Effect }[];
  /** What is left of it: nothing, a concern, or the kind of the rule. */
  readonly outcome: "dropped" | "lowered" | "stands";
}

/** Every phrase of the rules that a text holds, with what the words around it make of it. */
export function explainText(policies: Policies, text: string, direction: Direction): Explained[] {
  const forms = foldForms(text);
  const items = itemsOf(forms.text, tokensOf(forms.text));
  const weigher = new Weigher(items, policies);
  const { book, owners, sources } = policies.find[direction];
  return findPhrases(book, items).flatMap((match) => {
    const rule = owners[match.phrase];
    if (rule === undefined) return [];
    const vetoes = Object.entries(rule.unless)
      .filter(([id]) => weigher.isThere(id, match))
      .map(([id, effect]) => ({ id, effect }));
    const dropped =
      vetoes.some(({ effect }) => effect === "drop") || (vetoes.length > 0 && rule.kind === "concern");
    return [
      {
        rule: rule.id,
        phrase: sources[match.phrase] ?? "",
        words: forms.text.slice(items.starts[match.first], items.ends[match.last]),
        vetoes,
        outcome: dropped ? "dropped" : vetoes.length > 0 ? "lowered" : "stands",
      },
    ];
  });
}
