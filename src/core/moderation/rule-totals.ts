import type { PolicyChanges } from "#core/screening/policies/compare-policies.ts";
import type { Compared, Flip, FlipEffect } from "./flip.ts";

/** What became of all texts by one rule. */
export interface RuleTotal extends Readonly<Record<FlipEffect, number>> {
  readonly rule: string;
  /** `follows`: a trained reader that listens to a changed rule. `shadow`: what a rule in shadow would do. */
  readonly change: "added" | "removed" | "changed" | "shadow" | "follows";
  /** Texts in which it does not find the same. */
  readonly texts: number;
  /** Those of them that have another verdict. */
  readonly verdicts: number;
  /** Those of them on which moderators acted, and which they left as they were. */
  readonly acted: number;
  readonly dismissed: number;
}

/** Counts flips by rule. Every rule that is not looked for alike has a row, also with nothing in it. */
export class RuleTotals {
  readonly #totals = new Map<string, RuleTotal>();
  readonly #changes: ReadonlyMap<string, RuleTotal["change"]>;

  constructor(changes: PolicyChanges, compared: readonly Compared[]) {
    this.#changes = new Map(changes.rules.map(({ id, change }) => [id, change]));
    for (const { comparison, shadow } of compared)
      for (const rule of comparison.rules) this.#of(rule, shadow);
  }

  #of(rule: string, shadow: boolean): RuleTotal {
    const key = `${rule} ${shadow}`;
    const change = shadow ? "shadow" : (this.#changes.get(rule) ?? "follows");
    const none = {
      texts: 0,
      fires: 0,
      stops: 0,
      otherwise: 0,
      elsewhere: 0,
      verdicts: 0,
      acted: 0,
      dismissed: 0,
    };
    const total = this.#totals.get(key) ?? { rule, change, ...none };
    this.#totals.set(key, total);
    return total;
  }

  add({ rules, shadow, verdict, decided }: Flip): void {
    for (const { rule, effect } of rules) {
      const total = this.#of(rule, shadow);
      this.#totals.set(`${rule} ${shadow}`, {
        ...total,
        texts: total.texts + 1,
        [effect]: total[effect] + 1,
        verdicts: total.verdicts + (verdict.from === verdict.to ? 0 : 1),
        acted: total.acted + (decided === "acted" ? 1 : 0),
        dismissed: total.dismissed + (decided === "dismissed" ? 1 : 0),
      });
    }
  }

  all(): RuleTotal[] {
    return [...this.#totals.values()];
  }
}
