import type { Paint } from "#cli/command.ts";
import type { Change, PartChange, PolicyChanges } from "#core/screening/policies/compare-policies.ts";
import type { Rule } from "#core/screening/policies/policies.ts";

const PART_NAMES: Readonly<Record<PartChange["part"], string>> = {
  kind: "kind",
  mode: "mode",
  severity: "severity",
  action: "action",
  direction: "direction",
  score: "score",
  text: "text",
  suggest: "suggest",
  unless: "unless",
  where: "where it stands",
  except: "except",
  phrases: "phrases",
  mustMatch: "must match",
  mustNotMatch: "must not match",
  lists: "phrases, through a list",
  vetoes: "what cancels it, through a veto",
};

function partLines(change: PartChange, paint: Paint): string[] {
  const name = PART_NAMES[change.part];
  if ("changed" in change) return [`  ${name}: ${change.changed.join(", ")}`];
  if ("from" in change) return [`  ${name}: ${change.from || "none"} -> ${change.to || "none"}`];
  return [
    `  ${name}:`,
    ...change.added.map((text) => paint.good(`    + ${text}`)),
    ...change.removed.map((text) => paint.bad(`    - ${text}`)),
  ];
}

/** What is shown of a rule that is added or removed. */
type Shown = Pick<Rule, "kind" | "action" | "phrases">;

function ruleLines({ id, change, mode, parts }: Change, rule: Shown | undefined, paint: Paint): string[] {
  const shadow = mode === "shadow" ? ", in shadow" : "";
  const about = rule === undefined || change === "changed" ? "" : ` (${rule.kind}, ${rule.action})`;
  const phrases = (sign: string) => (rule?.phrases ?? []).map((phrase) => `    ${sign} ${phrase}`);
  return [
    `${paint.title(id)}: ${change}${shadow}${about}`,
    ...(change === "added" ? phrases("+").map(paint.good) : []),
    ...(change === "removed" ? phrases("-").map(paint.bad) : []),
    ...parts.flatMap((part) => partLines(part, paint)),
  ];
}

const vetoLines = ({ id, change, parts }: Change, paint: Paint): string[] => [
  `${paint.title(`veto ${id}`)}: ${change}`,
  ...parts.flatMap((part) => partLines(part, paint)),
];

/** What changes, rule by rule, and how many; the same words before it is proposed, to the second person, and in a diff. */
export function policyChangeLines(
  { rules, vetoes }: PolicyChanges,
  { ruleOf, paint }: { ruleOf: (id: string) => Shown | undefined; paint: Paint },
): string[] {
  const count = (change: Change["change"]) => rules.filter((one) => one.change === change).length;
  return [
    ...rules.flatMap((rule) => ruleLines(rule, ruleOf(rule.id), paint)),
    ...vetoes.flatMap((veto) => vetoLines(veto, paint)),
    rules.length + vetoes.length === 0
      ? paint.good("Nothing: the rules are the same.")
      : `Rules: ${count("added")} added, ${count("removed")} removed, ${count("changed")} changed. \`curbside policy replay\` shows which past texts that flips.`,
  ];
}
