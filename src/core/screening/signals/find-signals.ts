import { type Folded, spanInInput } from "../reading/fold.ts";
import type { Direction, Signal } from "../screening.ts";
import type { Rule } from "./rule.ts";
import { RULES } from "./rules.ts";
import { HEDGE } from "./rules-advice.ts";
import { type Occurrence, sentenceAround, type Weight, weighCrisis, weighEmergency } from "./vetoes.ts";

function weigh(rule: Rule, found: Occurrence): Weight {
  switch (rule.kind) {
    case "crisis":
      return weighCrisis(found, rule.questionsCount);
    case "emergency":
    case "concern":
      return weighEmergency(found);
    case "advice":
      return rule.id !== "advice.contact" && HEDGE.test(sentenceAround(found)) ? "drop" : "keep";
    default:
      return "keep";
  }
}

function weighed(rule: Rule, weight: Weight): Pick<Signal, "kind" | "score"> | undefined {
  if (weight === "drop") return undefined;
  if (weight === "keep") return { kind: rule.kind, score: rule.score };
  return rule.kind === "concern" ? undefined : { kind: "concern", score: rule.score / 2 };
}

/** Every rule that matches, weighed by the words around it, in the order of the text. */
export function findSignals(words: Folded, direction: Direction): readonly Signal[] {
  const signals: Signal[] = [];
  for (const rule of RULES[direction]) {
    for (const match of words.text.matchAll(rule.pattern)) {
      const found = { text: words.text, start: match.index, end: match.index + match[0].length };
      const outcome = weighed(rule, weigh(rule, found));
      if (outcome === undefined) continue;
      signals.push({ ...outcome, rule: rule.id, ...spanInInput(words, found.start, found.end) });
    }
  }
  return signals.sort((a, b) => a.start - b.start || a.end - b.end);
}
