import type { Ask } from "#cli/command.ts";
import { durationOf } from "#cli/duration.ts";
import { type Action, kindOf } from "#core/moderation/decisions/action.ts";
import type { Chosen } from "#core/moderation/decisions/check-decision.ts";
import { suggestedReason, unfilledIn } from "#core/moderation/decisions/reason-templates.ts";
import type { NamedRule } from "#core/moderation/reports/rules-named.ts";
import { type Rule, type RuleBook, ruleNamed } from "#core/moderation/rules.ts";

/** Who asks, and where a hint is shown when an answer cannot be meant. */
export interface Asking {
  readonly ask: Ask;
  readonly show: (lines: readonly string[]) => void;
  readonly rules: RuleBook;
}

const FOR_GOOD = "for good";

/** Enter takes the rule that most reports name, where one is named. */
async function chooseRule({ ask, show, rules }: Asking, suggested: number | undefined): Promise<Rule> {
  show(rules.inForce.map(({ number, title }) => `  ${String(number).padStart(3)}  ${title}`));
  const question =
    suggested === undefined
      ? "Which rule? (its number)"
      : `Which rule? (its number; Enter takes ${suggested}, which reports name)`;
  const start = suggested === undefined ? undefined : String(suggested);
  for (;;) {
    const rule = ruleNamed(rules, await ask.text(question, start, { short: true }));
    if (rule !== undefined) return rule;
    show(["There is no such rule: type a number from the list."]);
  }
}

/** Undefined is for good, where an action may be that. */
async function chooseDuration({ ask, show }: Asking, action: Action): Promise<number | undefined> {
  const { lasts } = kindOf(action);
  if (lasts === "for good" || action === "strike") return undefined;
  const forGood = lasts === "either";
  const question = `For how long? (such as 24h, 3d or 2w${forGood ? `; or "${FOR_GOOD}"` : ""})`;
  for (;;) {
    const typed = await ask.text(question, forGood ? FOR_GOOD : "24h");
    if (forGood && typed.trim().toLowerCase() === FOR_GOOD) return undefined;
    const ms = durationOf(typed);
    if (ms !== undefined) return ms;
    show(["That is no time: a number with h for hours, d for days or w for weeks."]);
  }
}

/** Starts from the suggested words; what a template leaves open is filled in before it goes on. */
async function chooseReason({ ask, show }: Asking, rule: Rule | undefined): Promise<string> {
  const question = rule === undefined ? "Why? Whoever reported reads it." : "Why? They read it.";
  let words = suggestedReason(rule);
  for (;;) {
    words = await ask.text(question, words);
    const open = unfilledIn(words);
    if (open.length === 0) return words;
    show([`Fill in ${open.join(", ")} first: they read it as it stands.`]);
  }
}

const wordsOf = (typed: string): string[] => typed.split("|").map((word) => word.trim());

/**
 * Asks for all that a decision needs, in the order in which a moderator thinks: rule, words, time, reason. `rules` are those that
 * reports name, the most-named first.
 */
export async function chooseDecision(
  asking: Asking,
  action: Action,
  rules: readonly NamedRule[],
): Promise<Chosen> {
  const suggested = rules.find(({ number }) => number !== null)?.number ?? undefined;
  const rule = action === "dismiss" ? undefined : await chooseRule(asking, suggested);
  const words =
    action === "redact"
      ? wordsOf(await asking.ask.text("Which words go? (several with | between)"))
      : undefined;
  const forMs = await chooseDuration(asking, action);
  return {
    action,
    ...(rule === undefined ? {} : { rule: rule.id }),
    reason: await chooseReason(asking, rule),
    ...(words === undefined ? {} : { words }),
    ...(forMs === undefined ? {} : { forMs }),
  };
}
