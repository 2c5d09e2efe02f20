import { z } from "zod";
import { valueMistake } from "#core/foundation/file-mistakes.ts";

const text = (most: number) =>
  z
    .string("must be text; write it in quotes")
    .trim()
    .min(1, "must not be empty")
    .max(most, `must not be longer than ${most} characters`)
    .regex(/^[^\p{Cc}]*$/u, "must be one line");

const REGIONS = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

const country = z
  .string("must be text; write it in quotes")
  .refine((code) => /^[A-Z]{2}$/.test(code) && REGIONS.of(code) !== undefined, {
    error: "must be the two capital letters of a country, such as GB",
  });

const isDay = (value: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value) === true;

const line = z.strictObject({
  name: text(80),
  /** How to reach it, ready to read: "call or text 988". */
  contact: text(120),
  /** Left out where they are not certain. */
  hours: text(80).optional(),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/, "must be codes of languages, such as en"))
    .min(1, "must name a language, or be left out")
    .optional(),
});

const entry = z.strictObject({
  /** ISO 3166-1 alpha-2. */
  country,
  emergencyNumber: text(80).regex(/\d{3}/, "must hold a number"),
  /** The public site that the entry was taken from. */
  source: z.url({ protocol: /^https$/, error: "must be an address that begins with https://" }),
  /** The day on which somebody last held the entry against its source. */
  reviewed: z
    .string("must be a day, such as 2027-01-31")
    .refine(isDay, { error: "must be a day, such as 2027-01-31" }),
  lines: z.array(line).min(1, "must hold at least one line").max(8, "must hold eight lines at the most"),
});

const file = z.array(entry, "must be a list of countries");

/** A free or local-rate line that anybody may contact. */
export type CrisisLine = z.infer<typeof line>;

/** The emergency number and the crisis lines of one country. */
export type CrisisLines = z.infer<typeof entry>;

/** One mistake in a table of crisis lines: in which file, and in which country's entry if that is known. */
export interface CrisisLinesProblem {
  readonly file: string;
  readonly where?: string;
  readonly problem: string;
}

/** A table of crisis lines that cannot be used, with all that is wrong with it. */
export class CrisisLinesError extends Error {
  override readonly name = "CrisisLinesError";
  readonly problems: readonly CrisisLinesProblem[];

  constructor(problems: readonly CrisisLinesProblem[]) {
    super(`The crisis lines have ${problems.length === 1 ? "a mistake" : `${problems.length} mistakes`}.`);
    this.problems = problems;
  }
}

/** "GB lines 2 contact": the entry by its country rather than by its number. */
function whereOf([index, ...rest]: readonly PropertyKey[], data: unknown): string | undefined {
  if (typeof index !== "number") return undefined;
  const one: unknown = Array.isArray(data) ? data[index] : undefined;
  const code: unknown = typeof one === "object" && one !== null ? Reflect.get(one, "country") : undefined;
  const name = typeof code === "string" ? code : `entry ${index + 1}`;
  return [name, ...rest.map((part) => (typeof part === "number" ? part + 1 : String(part)))].join(" ");
}

/** The entries of one file, each country at most once. Throws CrisisLinesError with every mistake. */
export function checkedCrisisLines(name: string, data: unknown): CrisisLines[] {
  const parsed = file.safeParse(data, { error: valueMistake });
  if (!parsed.success)
    throw new CrisisLinesError(
      parsed.error.issues.map(({ path, message }) => {
        const where = whereOf(path, data);
        return { file: name, ...(where === undefined ? {} : { where }), problem: message };
      }),
    );
  const seen = new Set<string>();
  const twice = parsed.data.filter(({ country: code }) => seen.size === seen.add(code).size);
  if (twice.length > 0)
    throw new CrisisLinesError(
      twice.map(({ country: where }) => ({ file: name, where, problem: "is there twice" })),
    );
  return parsed.data;
}
