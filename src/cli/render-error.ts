import { UsageError } from "#cli/command.ts";
import { ProfileError } from "#core/credentials/registries/license/profile.ts";
import { textFor } from "#core/error-text.ts";
import { DomainError, type RefusalCode } from "#core/errors.ts";
import {
  BackupRefused,
  type BackupTrouble,
  SchemaDiffers,
  SchemaTooNew,
  StoreBusy,
} from "#core/foundation/store/store-errors.ts";
import { VaultKeysError } from "#core/foundation/vault/keys.ts";
import { RulesError } from "#core/moderation/rules-file.ts";
import { CrisisLinesError } from "#core/screening/crisis-lines-file.ts";
import { PolicyError } from "#core/screening/policies/policy-file.ts";
import { ConfigError } from "../config.ts";
import { errorFacts } from "../log.ts";

/** Exit codes that others rely on: DESIGN section 5. */
export const EXIT = {
  done: 0,
  fault: 1,
  usage: 2,
  refused: 3,
  notFound: 4,
  tryLater: 75,
  interrupted: 130,
} as const;

export interface RenderedError {
  readonly exit: number;
  readonly code: string;
  readonly message: string;
  readonly nextStep: string;
  readonly details?: unknown;
}

const KEYS_ADVICE = {
  missing: "Run `curbside init` first, or set CURBSIDE_HOME to the folder of your set-up.",
  exposed: "Run chmod 600 on it, then try again.",
  malformed: "Put back the key file from your backup; without it nothing sealed can be read.",
  exists: "This folder is set up already; `curbside doctor` tells how it is.",
} as const;

const BACKUP_WORDS = {
  "not-sqlite": ["This is for SQLite; the database is PostgreSQL.", "Use pg_dump and pg_restore."],
  missing: ["There is no such database file.", "Check the path, and CURBSIDE_HOME."],
  exists: ["There is a file of that name already, and it was not touched.", "Choose another name."],
  damaged: ["The file is damaged, or is no database of Curbside.", "Take an older backup."],
  "too-new": ["The backup was made by a newer Curbside.", "Install that version first."],
  differs: ["The backup is not a database of Curbside.", "Check which file it is."],
  "in-use": ["The database is in use.", "Stop the bots (and other commands) first, then run it again."],
} as const satisfies Record<BackupTrouble, readonly [string, string]>;

/** The same command may do later. */
const TRY_LATER: ReadonlySet<RefusalCode> = new Set([
  "try_later",
  "too_many",
  "no_answer",
  "filter_away",
  "import_running",
]);

/** Files of the admin's that cannot be used, with every place at fault on a line of its own. */
function mistakesIn(
  code: string,
  { message, problems }: PolicyError | CrisisLinesError | RulesError,
  nextStep: string,
): RenderedError {
  const lines = problems.map(
    ({ file, where, problem }) => `  ${[file, where].filter(Boolean).join(", ")}: ${problem}`,
  );
  return {
    exit: EXIT.refused,
    code,
    message: `${message.slice(0, -1)}:\n${lines.join("\n")}`,
    nextStep,
    details: problems,
  };
}

/** Every error as one sentence and a next step, with the exit code that scripts rely on. */
export function renderError(error: unknown): RenderedError {
  if (error instanceof DomainError) {
    const text = textFor(error);
    const exit =
      error.code === "not_found" ? EXIT.notFound : TRY_LATER.has(error.code) ? EXIT.tryLater : EXIT.refused;
    return {
      exit,
      code: error.code,
      message: `${text.title}: ${text.detail}`,
      nextStep: text.nextStep,
      details: error.details,
    };
  }
  if (error instanceof UsageError)
    return {
      exit: EXIT.usage,
      code: "usage",
      message: error.message,
      nextStep: "Add --help to see how it is used.",
    };
  if (error instanceof ConfigError)
    return {
      exit: EXIT.usage,
      code: "configuration",
      message: `The configuration has ${error.problems.length === 1 ? "a mistake" : `${error.problems.length} mistakes`}:\n${error.problems.map(({ key, problem }) => `  ${key} ${problem}`).join("\n")}`,
      nextStep: "Correct config.yaml in CURBSIDE_HOME, or the CURBSIDE_ variables, and run it again.",
      details: error.problems,
    };
  if (error instanceof PolicyError)
    return mistakesIn(
      "policies",
      error,
      error.inForce
        ? "Correct the files in policies/ in CURBSIDE_HOME, then run `curbside policy propose`; a second person agrees with `curbside proposal approve`."
        : "Correct the files that are named; docs/policies.md shows how a rule is written.",
    );
  if (error instanceof CrisisLinesError)
    return mistakesIn(
      "crisis_lines",
      error,
      "Correct the file that is named; docs/crisis.md shows how an entry is written.",
    );
  if (error instanceof RulesError)
    return mistakesIn(
      "rules",
      error,
      "Correct the file that is named; docs/moderation.md shows how a rule is written.",
    );
  if (error instanceof ProfileError)
    return {
      exit: EXIT.refused,
      code: "profile",
      message: `${error.message}:\n${error.problems.map((problem) => `  ${problem}`).join("\n")}`,
      nextStep: "Correct the profile; docs/registries.md shows how one is written.",
      details: error.problems,
    };
  if (error instanceof VaultKeysError)
    return {
      exit: EXIT.refused,
      code: `keys_${error.why}`,
      message: `The vault's key file is ${error.why}: ${error.file}`,
      nextStep: KEYS_ADVICE[error.why],
    };
  if (error instanceof BackupRefused)
    return {
      exit: EXIT.refused,
      code: `backup_${error.why.replaceAll("-", "_")}`,
      message: BACKUP_WORDS[error.why][0],
      nextStep: BACKUP_WORDS[error.why][1],
    };
  if (error instanceof StoreBusy)
    return {
      exit: EXIT.tryLater,
      code: "busy",
      message: "Another process is using the database.",
      nextStep: "Try again in a moment.",
    };
  if (error instanceof SchemaTooNew)
    return {
      exit: EXIT.refused,
      code: "schema_too_new",
      message: "This database was written by a newer Curbside.",
      nextStep: "Install that version again; going back would lose what only it knows.",
    };
  if (error instanceof SchemaDiffers)
    return {
      exit: EXIT.refused,
      code: "schema_differs",
      message: `The database's step ${error.migration} is not the one that this program knows.`,
      nextStep: "Restore the last backup, or ask whoever changed the database by hand.",
    };
  const reference = Math.random().toString(36).slice(2, 6).toUpperCase();
  return {
    exit: EXIT.fault,
    code: "fault",
    message: `Something failed on our side, reference ${reference}.`,
    nextStep: "Run it again with --debug, and report what it prints.",
    details: errorFacts(error),
  };
}
