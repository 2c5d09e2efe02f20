import { parseDocument, visit } from "yaml";
import { z } from "zod";
// @NOTE By its path, since scripts/generate.ts reads this file before anything is built.
import { valueMistake, yamlMistake } from "../../foundation/file-mistakes.ts";

/** What a rule is about. `community` is for what one community does not want, beyond what all rules are about. */
export const RULE_KINDS = [
  "concern",
  "crisis",
  "emergency",
  "method",
  "impersonation",
  "sales",
  "harassment",
  "advice",
  "community",
] as const;

export const SEVERITIES = ["low", "medium", "high", "critical"] as const;

/**
 * What a match brings. `note`: the text goes on and a moderator can see why it was marked. `hold`: it never goes
 * without its writer's press, and moderators get a report of some kinds. `help`: help is shown to the writer at once and
 * somebody is told.
 */
export const ACTIONS = ["note", "hold", "help"] as const;

/** `live`: the rule does what it says. `shadow`: nothing comes of it; `policy replay` counts what it would have done. */
const MODES = ["live", "shadow"] as const;

/** What the words around a match make of it: nothing at all, or one level less. */
const EFFECTS = ["drop", "lower"] as const;

/**
 * Where the words of a veto stand: anywhere in the sentence of the match, in it and at most one word away, in the
 * same clause at most two words before it, or inside it.
 */
const PLACES = ["sentence", "near", "before", "match"] as const;

const ruleId = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/,
    "must be two or more words joined by a dot, such as house.raffles",
  );
const name = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "must be small letters, digits and hyphens");
const sentence = z.string().trim().min(1).max(600);
const score = z.number().gt(0).lte(1);
const phrases = z.string().trim().min(1);
const examples = z.array(z.string().trim().min(1)).min(1, "needs one example or more");
const unless = z.record(name, z.enum(EFFECTS));

const ruleSchema = z.strictObject({
  id: ruleId,
  kind: z.enum(RULE_KINDS),
  mode: z.enum(MODES).default("live"),
  severity: z.enum(SEVERITIES),
  action: z.enum(ACTIONS),
  text: sentence,
  suggest: sentence.optional(),
  direction: z.enum(["inbound", "answer", "both"]).default("inbound"),
  score: score.default(0.8),
  unless: unless.optional(),
  match: phrases,
  mustMatch: examples,
  mustNotMatch: examples,
});

const overrideSchema = z.strictObject({
  rule: ruleId,
  off: z.literal(true).optional(),
  mode: z.enum(MODES).optional(),
  severity: z.enum(SEVERITIES).optional(),
  action: z.enum(ACTIONS).optional(),
  text: sentence.optional(),
  suggest: sentence.optional(),
  score: score.optional(),
  unless: unless.optional(),
  match: phrases.optional(),
  alsoMatch: phrases.optional(),
  mustMatch: examples.optional(),
  mustNotMatch: examples.optional(),
});

const vetoSchema = z.strictObject({
  id: name,
  where: z.enum(PLACES),
  except: z.array(name).default([]),
  match: phrases,
});

const fileSchema = z.strictObject({
  about: sentence,
  lists: z.record(name, z.string().trim().min(1)).default({}),
  vetoes: z.array(vetoSchema).default([]),
  unless: unless.default({}),
  rules: z.array(ruleSchema).default([]),
  overrides: z.array(overrideSchema).default([]),
});

export type RuleEntry = z.infer<typeof ruleSchema>;
export type OverrideEntry = z.infer<typeof overrideSchema>;
export type VetoEntry = z.infer<typeof vetoSchema>;
export type Mode = (typeof MODES)[number];
export type Effect = (typeof EFFECTS)[number];
export type Severity = (typeof SEVERITIES)[number];
export type Action = (typeof ACTIONS)[number];
export type RuleKind = (typeof RULE_KINDS)[number];

/** One file of a pack of policies, read and checked for its form. */
export interface PolicyFile extends z.infer<typeof fileSchema> {
  readonly file: string;
}

/** One mistake: in which file, and in which rule, veto or line if that is known. */
export interface PolicyProblem {
  readonly file: string;
  readonly where?: string;
  readonly problem: string;
}

/** Policies that cannot be used, with all that is wrong with them. */
export class PolicyError extends Error {
  override readonly name = "PolicyError";
  readonly problems: readonly PolicyProblem[];
  /** They are the files that two people agreed to, and no draft. */
  readonly inForce: boolean;

  constructor(problems: readonly PolicyProblem[], { inForce = false } = {}) {
    const which = inForce ? "The policies in force have" : "The policies have";
    super(`${which} ${problems.length === 1 ? "a mistake" : `${problems.length} mistakes`}.`);
    this.problems = problems;
    this.inForce = inForce;
  }
}

/** The phrases of a `match`, one a line. */
export const linesOf = (match: string): string[] =>
  match
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Names the rule that an issue of the schema is in: its id rather than its number. */
function whereOf(path: readonly PropertyKey[], data: unknown): string {
  const [list, index] = path;
  const entries: unknown =
    typeof data === "object" && data !== null && typeof list === "string"
      ? Reflect.get(data, list)
      : undefined;
  const entry: unknown = Array.isArray(entries) && typeof index === "number" ? entries[index] : undefined;
  if (typeof entry !== "object" || entry === null) return path.map(String).join(".");
  const id: unknown = Reflect.get(entry, "id") ?? Reflect.get(entry, "rule");
  return [
    typeof id === "string" ? id : `${String(list)} ${Number(index) + 1}`,
    ...path.slice(2).map(String),
  ].join(" ");
}

/** Reads one file of policies. Throws PolicyError with every mistake of form in it. */
export function readPolicyFile(file: string, source: string): PolicyFile {
  const document = parseDocument(source, { uniqueKeys: true });
  if (document.errors.length > 0)
    throw new PolicyError(
      document.errors.map((error) => ({
        file,
        ...(error.linePos === undefined ? {} : { where: `line ${error.linePos[0].line}` }),
        problem: yamlMistake(error),
      })),
    );
  if (/^\s*$/.test(source.replaceAll(/^\s*#.*$/gm, "")))
    throw new PolicyError([{ file, problem: "the file is empty; it needs about: and rules:" }]);
  let aliased = false;
  visit(document, {
    Alias: () => {
      aliased = true;
      return visit.BREAK;
    },
  });
  if (aliased)
    throw new PolicyError([
      { file, problem: "names for repeated parts (& and *) are not allowed: use a list" },
    ]);
  const data: unknown = document.toJS();
  const parsed = fileSchema.safeParse(data, { error: valueMistake });
  if (!parsed.success)
    throw new PolicyError(
      parsed.error.issues.map(({ path, message }) => ({
        file,
        where: whereOf(path, data),
        problem: message,
      })),
    );
  return { file, ...parsed.data };
}
