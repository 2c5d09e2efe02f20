import { parseDocument } from "yaml";
import { z } from "zod";
import { valueMistake, yamlMistake } from "#core/foundation/file-mistakes.ts";

/** From free to practise to never again; of two that are said, the graver counts. */
export const LICENSE_STATUSES = [
  "active",
  "limited",
  "unknown",
  "inactive",
  "expired",
  "suspended",
  "revoked",
] as const;
export type LicenseStatus = (typeof LICENSE_STATUSES)[number];

const DATE_FORMS = ["YYYY-MM-DD", "MM/DD/YYYY", "YYYYMMDD"] as const;

const text = z.string().trim().min(1);
/** A column by its name, or by the names that it has had. */
const column = z.union([text.transform((name) => [name]), z.array(text).min(1)]);
const words = z.array(z.string().trim()).default([]);

const schema = z.strictObject({
  title: text,
  state: z.string().regex(/^[A-Z]{2}$/, "must be the two letters of the state, such as TX"),
  source: text.optional(),
  delimiter: z.string().length(1, "must be one character").default(","),
  quoted: z.boolean().default(true),
  /** Rows end with a delimiter that the header does not have. */
  closed: z.boolean().default(false),
  /** Which file of a zip, as part of its name. */
  member: text.default(".csv"),
  columns: z
    .strictObject({
      number: column,
      prefix: column.optional(),
      last: column.optional(),
      first: column.optional(),
      middle: column.optional(),
      name: column.optional(),
      type: column.optional(),
      status: column,
      standing: column.optional(),
      expires: column.optional(),
      discipline: column.optional(),
    })
    .refine(({ last, name }) => (last === undefined) !== (name === undefined), {
      message: "needs last: (and first:), or name: for a column that holds the whole name",
    }),
  nameOrder: z.enum(["first-last", "last-first"]).default("first-last"),
  dates: z.array(z.enum(DATE_FORMS)).min(1).default(["YYYY-MM-DD"]),
  status: z.strictObject({
    active: words,
    limited: words,
    inactive: words,
    suspended: words,
    revoked: words,
    expired: words,
    /** Words that say nothing, in the column `standing`. */
    none: words,
  }),
  noDiscipline: z.array(z.string()).default(["N", "NO", "NONE"]),
});

export interface LicenseProfile extends z.infer<typeof schema> {
  readonly name: string;
}

/** A profile that cannot be used, with all that is wrong with it. */
export class ProfileError extends Error {
  readonly file: string;
  readonly problems: readonly string[];

  constructor(file: string, problems: readonly string[]) {
    super(`${file} has ${problems.length === 1 ? "a mistake" : `${problems.length} mistakes`}`);
    this.name = "ProfileError";
    this.file = file;
    this.problems = problems;
  }
}

/** Reads one profile; `name` becomes a part of the registry's file name. Throws ProfileError. */
export function readProfile(file: string, name: string, source: string): LicenseProfile {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
    throw new ProfileError(file, ["its name must be small letters, digits and hyphens, such as tx-medical"]);
  const document = parseDocument(source, { uniqueKeys: true });
  if (document.errors.length > 0)
    throw new ProfileError(
      file,
      document.errors.map((error) => `line ${error.linePos?.[0].line}: ${yamlMistake(error)}`),
    );
  const parsed = schema.safeParse(document.toJS(), { error: valueMistake });
  if (!parsed.success)
    throw new ProfileError(
      file,
      parsed.error.issues.map(({ path, message }) => [path.join("."), message].filter(Boolean).join(": ")),
    );
  const twice = wordTwice(parsed.data.status);
  if (twice !== undefined) throw new ProfileError(file, [`status: "${twice}" stands in two lists`]);
  return { name, ...parsed.data };
}

const plain = (word: string) => word.trim().replace(/\s+/g, " ").toUpperCase();

function wordTwice(status: LicenseProfile["status"]): string | undefined {
  const seen = new Set<string>();
  return Object.values(status)
    .flat()
    .find((word) => seen.size === seen.add(plain(word)).size);
}

/** What a file's words mean. A word that no list has is `unknown`, and so is nothing at all. */
export function statusReader({ status }: LicenseProfile): (said: string, standing: string) => LicenseStatus {
  const meanings = new Map<string, LicenseStatus | "none">();
  for (const meaning of [...LICENSE_STATUSES, "none"] as const)
    if (meaning !== "unknown") for (const word of status[meaning]) meanings.set(plain(word), meaning);
  const gravity = (one: LicenseStatus) => LICENSE_STATUSES.indexOf(one);
  return (said, standing) => {
    const first = meanings.get(plain(said)) ?? "unknown";
    const second = standing === "" ? "none" : (meanings.get(plain(standing)) ?? "unknown");
    const own = first === "none" ? "unknown" : first;
    if (second === "none") return own;
    return gravity(second) > gravity(own) ? second : own;
  };
}

/** A day as 20260208; 0 when it is none in any of the forms. Times behind a day are left out. */
export function dayReader({ dates }: LicenseProfile): (text: string) => number {
  const forms = {
    "YYYY-MM-DD": /^(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)(?:$|[T ])/,
    "MM/DD/YYYY": /^(?<m>\d{1,2})\/(?<d>\d{1,2})\/(?<y>\d{4})(?:$| )/,
    YYYYMMDD: /^(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)$/,
  } as const;
  return (said) => {
    for (const form of dates) {
      const { y, m, d } = forms[form].exec(said)?.groups ?? {};
      if (y !== undefined && Number(m) >= 1 && Number(m) <= 12 && Number(d) >= 1 && Number(d) <= 31)
        return Number(y) * 10_000 + Number(m) * 100 + Number(d);
    }
    return 0;
  };
}
