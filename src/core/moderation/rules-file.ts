import { z } from "zod";
import { valueMistake } from "#core/foundation/file-mistakes.ts";
import { cleanText } from "#core/screening/clean-text.ts";
import { SEVERITIES } from "./cases/case.ts";

/** One line as people may read it anywhere: what hides in a text or turns it around is taken out. */
const text = (most: number) =>
  z
    .string("must be text; write it in quotes")
    .overwrite((typed) => cleanText(typed).trim())
    .min(1, "must not be empty")
    .max(most, `must not be longer than ${most} characters`)
    .regex(/^[^\n]*$/, "must be one line");

const count = (most: number) =>
  z
    .int(`must be a whole number from 1 to ${most}`)
    .min(1, `must be a whole number from 1 to ${most}`)
    .max(most, `must be a whole number from 1 to ${most}`);

const entry = z.strictObject({
  id: z
    .string("must be there: small letters, digits and hyphens")
    .max(40, "must not be longer than 40 characters")
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "must be small letters, digits and hyphens"),
  number: count(999).optional(),
  /** No longer, so that it stands whole in the report form of every platform. */
  title: text(60).optional(),
  text: text(200).optional(),
  severity: z.enum(Object.values(SEVERITIES), "must be routine, serious or urgent").optional(),
  points: count(10).optional(),
  reason: text(300).optional(),
  retired: z.literal(true, "must be true, or be left out").optional(),
});

const file = z.array(entry, "must be a list of rules");

/** What rules.yaml says of one rule: a rule of one's own, or what it changes in one that comes with Curbside. */
export type RuleEntry = z.infer<typeof entry>;

/** One mistake: on which line and in which rule, if that is known. */
export interface RulesProblem {
  readonly file: string;
  readonly where?: string;
  readonly problem: string;
}

/** Rules that cannot be used, with all that is wrong with them. */
export class RulesError extends Error {
  override readonly name = "RulesError";
  readonly problems: readonly RulesProblem[];

  constructor(problems: readonly RulesProblem[]) {
    super(
      `The rules of the community have ${problems.length === 1 ? "a mistake" : `${problems.length} mistakes`}.`,
    );
    this.problems = problems;
  }
}

/** A mistake and where in the data it is. */
export interface Mistake {
  readonly path: readonly PropertyKey[];
  readonly problem: string;
}

const mistakesOf = ({ issues }: z.ZodError): Mistake[] =>
  issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({
          path: [...issue.path, key],
          problem: `is nothing that a rule has: it has ${Object.keys(entry.shape).join(", ")}`,
        }))
      : [{ path: issue.path, problem: issue.message }],
  );

/** The entries of a file by their form alone, or what is wrong with it. */
export function entriesIn(data: unknown): { entries: RuleEntry[] } | { mistakes: Mistake[] } {
  const parsed = file.safeParse(data, { error: valueMistake });
  return parsed.success ? { entries: parsed.data } : { mistakes: mistakesOf(parsed.error) };
}
