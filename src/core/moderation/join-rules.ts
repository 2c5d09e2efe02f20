import { SEVERITIES, type Severity } from "./cases/case.ts";
import { isKept, type Rule, type RuleBook } from "./rules.ts";
import type { Mistake, RuleEntry } from "./rules-file.ts";

/** Lower numbers are for rules that come with Curbside, now or later. */
const FIRST_OWN = 20;
/** Later rules of Curbside never begin so, and a slip in the id of one of its rules makes no new rule. */
const OWN = "own-";
/** The shortest list that somebody reports from holds 25, and "something else" is one of them. */
const MOST_IN_FORCE = 24;

const NEEDED = ["number", "title", "text", "severity", "points"] as const;

const severityFrom = (word: string): Severity =>
  ([1, 2, 3] as const).find((severity) => SEVERITIES[severity] === word) ?? 1;

/** Values that are there, with the severity as a number. */
function toldBy({ title, text, severity, points, reason }: RuleEntry) {
  return {
    ...(title === undefined ? {} : { title }),
    ...(text === undefined ? {} : { text }),
    ...(severity === undefined ? {} : { severity: severityFrom(severity) }),
    ...(points === undefined ? {} : { points }),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** What an entry makes of a rule that comes with Curbside. */
function changed(rule: Rule, entry: RuleEntry): { rule: Rule; mistakes: Mistake[] } {
  const { id, number, severity } = rule;
  const told = toldBy(entry);
  const mistakes: Mistake[] = [];
  if (entry.number !== undefined && entry.number !== number)
    mistakes.push({
      path: ["number"],
      problem: `is ${number} and stays so, since decisions are known by it`,
    });
  if (isKept(id) && entry.retired)
    mistakes.push({ path: ["retired"], problem: "is not for this rule: automatic reports name it" });
  if (isKept(id) && (told.severity ?? severity) < severity)
    mistakes.push({
      path: ["severity"],
      problem: `can be raised from ${SEVERITIES[severity]}, not lowered: automatic reports name this rule`,
    });
  return {
    rule: { ...rule, ...told, from: "changed", retired: entry.retired === true || rule.retired },
    mistakes,
  };
}

/** A rule that only this community has. */
function own(entry: RuleEntry): { rule: Rule; mistakes: Mistake[] } {
  const { id, number = 0, retired = false } = entry;
  const mistakes: Mistake[] = id.startsWith(OWN)
    ? NEEDED.filter((name) => entry[name] === undefined).map((name) => ({
        path: [],
        problem: `needs a ${name}`,
      }))
    : [
        {
          path: ["id"],
          problem: `is none that comes with Curbside; one of your own begins with ${OWN}, such as ${OWN}photos`,
        },
      ];
  if (entry.number !== undefined && number < FIRST_OWN)
    mistakes.push({ path: ["number"], problem: `must be from ${FIRST_OWN} on: lower ones are Curbside's` });
  const blank = { title: "", text: "", points: 1, severity: 1, reason: "" } as const;
  return { rule: { id, number, ...blank, ...toldBy(entry), from: "own", retired }, mistakes };
}

/** What two entries must not share, each told where it comes the second time. */
function twice(entries: readonly RuleEntry[], name: "id" | "number"): Mistake[] {
  return entries.flatMap((entry, at) => {
    const first = entries.find((other) => other[name] === entry[name]);
    if (entry[name] === undefined || first === entry) return [];
    const problem = name === "id" ? "is there twice" : `is the number of ${first?.id ?? "another"} too`;
    return [{ path: [at, name], problem }];
  });
}

function sameTitles(rules: readonly Rule[], entries: readonly RuleEntry[]): Mistake[] {
  const plain = ({ title }: Rule) => title.toLowerCase();
  return rules.flatMap((rule, index) => {
    const other = rules.find((one, before) => before < index && plain(one) === plain(rule));
    const at = entries.findLastIndex(({ id }) => id === rule.id || id === other?.id);
    return other === undefined
      ? []
      : [{ path: [at, "title"], problem: `is the same for rules ${other.number} and ${rule.number}` }];
  });
}

function tooMany(inForce: readonly Rule[]): Mistake[] {
  if (inForce.length <= MOST_IN_FORCE) return [];
  return [
    {
      path: [],
      problem: `leaves ${inForce.length} rules in force, and a report form holds ${MOST_IN_FORCE}: retire some`,
    },
  ];
}

/** The rules that come with Curbside with the entries of a file on top, or all that is wrong with these. */
export function joinRules(
  shipped: readonly Rule[],
  entries: readonly RuleEntry[],
): { book: RuleBook } | { mistakes: Mistake[] } {
  const mistakes: Mistake[] = [...twice(entries, "id"), ...twice(entries, "number")];
  const rules = new Map(shipped.map((rule) => [rule.id, rule]));
  for (const [at, entry] of entries.entries()) {
    const known = shipped.find(({ id }) => id === entry.id);
    const made = known === undefined ? own(entry) : changed(known, entry);
    mistakes.push(...made.mistakes.map(({ path, problem }) => ({ path: [at, ...path], problem })));
    rules.set(entry.id, made.rule);
  }
  if (mistakes.length > 0) return { mistakes };
  const all = [...rules.values()].sort((a, b) => a.number - b.number);
  const inForce = all.filter(({ retired }) => !retired);
  const together = [...sameTitles(inForce, entries), ...tooMany(inForce)];
  return together.length > 0 ? { mistakes: together } : { book: { all, inForce } };
}
