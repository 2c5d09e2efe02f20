import { type CommandInput, type Outcome, type Paint, textOption, UsageError } from "#cli/command.ts";
import { draftOf, draftWords, filesInForce, policiesAtWork } from "#cli/policy-files.ts";
import { readStdin } from "#cli/read-stdin.ts";
import { type Explained, explainText } from "#core/screening/policies/explain-text.ts";
import { policiesWith } from "#core/screening/policies/load-policies.ts";
import type { Policies, Rule } from "#core/screening/policies/policies.ts";

const ACTIONS: Readonly<Record<Rule["action"], string>> = {
  note: "it goes on, and a moderator sees why it was marked",
  hold: "it goes only when its writer presses Send; attacks, sales and what `community` rules find are then reported to the moderators",
  help: "help is shown at once, and somebody is told",
};

const SHADOW = "In shadow: nothing comes of it. `curbside policy replay` says how often it would have fired.";

function ruleLines(rule: Rule, paint: Paint): string[] {
  const { id, kind, mode, severity, action, direction, file, changedBy } = rule;
  const list = (title: string, entries: readonly string[]) =>
    entries.length === 0 ? [] : [paint.title(title), ...entries.map((entry) => `  ${entry}`)];
  return [
    `${paint.title(id)}: ${kind}, severity ${severity}, for ${direction === "both" ? "patients' texts and answers" : direction === "answer" ? "answers" : "patients' texts"}`,
    mode === "shadow" ? paint.warn(SHADOW) : `Then: ${ACTIONS[action]}.`,
    `What people read: ${rule.text}`,
    ...(rule.suggest === undefined ? [] : [`What it suggests: ${rule.suggest}`]),
    `From ${file}${changedBy === undefined ? "" : `, changed by ${changedBy}`}.`,
    ...list("Phrases", rule.phrases),
    ...list(
      "Unless the words around say",
      Object.entries(rule.unless).map(
        ([veto, effect]) => `${veto} (${effect === "drop" ? "nothing is left" : "a concern is left"})`,
      ),
    ),
    ...list("Must match", rule.mustMatch),
    ...list("Must not match", rule.mustNotMatch),
  ];
}

const OUTCOMES: Readonly<Record<Explained["outcome"], string>> = {
  dropped: "nothing is left of it",
  lowered: "a concern is left of it",
  doubted: "a concern is left of it, as the trained readers are sure that nobody is in danger",
  stands: "it stands",
};

function textLines(found: readonly Explained[], paint: Paint): string[] {
  if (found.length === 0)
    return [
      "No phrase of any rule is in this text. `curbside screen` also shows what the trained readers find.",
    ];
  return found.flatMap(({ rule, mode, phrase, words, vetoes, outcome }) => [
    `${paint.title(words)}: ${rule}, ${mode === "shadow" ? "in shadow, and if it were live, " : ""}${outcome === "stands" ? paint.warn(OUTCOMES[outcome]) : OUTCOMES[outcome]}`,
    paint.quiet(`  by the phrase ${phrase}`),
    ...vetoes.map(({ id, effect }) => paint.quiet(`  ${id} says ${effect}`)),
  ]);
}

/** The draft, or with --in-force what screens texts now; and the words for which of them it is. */
async function rulesMeant(input: CommandInput) {
  if (input.options.inForce === true) {
    const { policies, says } = await policiesAtWork(input);
    return { policies, says, pack: "in-force" } as const;
  }
  const draft = draftOf(input);
  const held = await filesInForce(input);
  const differs = held === undefined ? undefined : draftWords(held, draft);
  const says =
    differs === undefined
      ? "By the default rules and the files in policies/."
      : `By the draft in policies/, of which this is not in force: ${differs}. --in-force explains what is.`;
  return { policies: policiesWith(draft), says, pack: "draft" } as const;
}

function explainRule(policies: Policies, id: string, paint: Paint): { data: Rule; lines: string[] } {
  const rule = policies.rules.get(id);
  if (rule === undefined) {
    const near = [...policies.rules.keys()].filter((other) => other.startsWith(id.split(".")[0] ?? id));
    throw new UsageError(
      `There is no rule ${id}; there ${near.length > 0 ? `are ${near.join(", ")}` : `are ${[...policies.rules.keys()].join(", ")}`}`,
    );
  }
  return { data: rule, lines: ruleLines(rule, paint) };
}

/** Shows a rule, or why a text on standard input is what it is to the rules. Nothing is stored. */
export async function run(input: CommandInput): Promise<Outcome> {
  const { policies, says, pack } = await rulesMeant(input);
  const line = input.paint.quiet(says);
  const [id] = input.args;
  if (id !== undefined) {
    const { data, lines } = explainRule(policies, id, input.paint);
    return { data: { ...data, pack }, lines: [...lines, line] };
  }
  const direction = textOption(input.options, "direction") ?? "inbound";
  if (direction !== "inbound" && direction !== "answer")
    throw new UsageError(`--direction must be inbound or answer, not "${direction}"`);
  const found = explainText(policies, await readStdin(), direction);
  return { data: found, lines: [...textLines(found, input.paint), line] };
}
