import {
  birthOption,
  type CommandInput,
  type Outcome,
  type Paint,
  textOption,
  UsageError,
} from "#cli/command.ts";
import { COMES_TO, checkStoredClaim } from "#cli/commands/check-stored-claim.ts";
import { FIELD_WORDS, resultWords, sourceName, toneOf } from "#cli/credential-words.ts";
import type { Check } from "#core/credentials/checks/check.ts";
import { type CheckReport, checkClaim } from "#core/credentials/checks/check-claim.ts";
import type { Claimed } from "#core/credentials/checks/claimed.ts";
import { ageInDays } from "#core/credentials/registries/days.ts";
import { openRegistries } from "#core/credentials/registries/open-registries.ts";
import { registriesIn } from "#core/credentials/registries/registry-file.ts";
import { homeOf } from "../../config.ts";

const days = (count: number) => (count === 1 ? "1 day" : `${count} days`);

function linesOf(check: Check, now: Date, paint: Paint): string[] {
  const { source, result, says, fields, version, candidates = [] } = check;
  const from =
    version === undefined
      ? []
      : [
          paint.quiet(
            `    ${version.name}, of ${version.asOf}, whole until ${days(ageInDays(version.until, now))} ago${version.stale ? ", too old" : ""} (${version.file})`,
          ),
        ];
  return [
    `${paint.title(sourceName(source))}: ${paint[toneOf(source, result)](resultWords(source, result))}. ${says}`,
    ...fields.map(
      ({ field, outcome, registry }) =>
        `    ${field}: ${FIELD_WORDS[outcome]}${registry === undefined ? "" : ` (${registry})`}`,
    ),
    ...candidates.map((one) => `    ${one.cleared ? "-" : "!"} ${one.says}`),
    ...from,
  ];
}

function summary({ outcome, reasons, profession, expiresAt }: CheckReport, paint: Paint): string[] {
  const shown = { approve: paint.good, review: paint.warn, refuse: paint.bad }[outcome];
  return [
    "",
    shown(COMES_TO[outcome]),
    ...reasons.map((reason) => `  - ${reason}`),
    ...(profession === undefined ? [] : [`Profession: ${profession}`]),
    ...(expiresAt === undefined ? [] : [`Licence until: ${expiresAt}`]),
    "Nothing was recorded.",
  ];
}

async function claimedBy(input: CommandInput): Promise<Claimed> {
  const born = birthOption(input.options);
  const claimed = {
    first: await input.need("first", "First name"),
    last: await input.need("last", "Last name"),
    npi: await input.need("npi", "NPI (10 digits)"),
    state: await input.need("state", "Licensed in which state?"),
    license: await input.need("license", "Licence number"),
  };
  for (const name of ["first", "last"] as const)
    if (claimed[name].trim() === "") throw new UsageError(`--${name} is empty`);
  const { middle, profession } = {
    middle: textOption(input.options, "middle"),
    profession: textOption(input.options, "profession"),
  };
  const former = textOption(input.options, "former");
  return {
    ...claimed,
    ...born,
    ...(middle === undefined ? {} : { middle }),
    ...(profession === undefined ? {} : { profession }),
    ...(former === undefined ? {} : { formerLast: former.split(",").map((name) => name.trim()) }),
  };
}

/** What only a claim that is stored can be asked, and what only one that is not. */
const STORED_ONLY = ["source", "url", "saw", "checked", "expires"] as const;
const UNSTORED_ONLY = ["npi", "first", "last", "middle", "former", "state", "license", "profession"] as const;

function given({ options }: CommandInput, names: readonly string[]): string | undefined {
  return names.find((name) => textOption(options, name) !== undefined);
}

/** With a stored claim, asks about that and records it; else about anybody. */
export async function run(input: CommandInput): Promise<Outcome> {
  const [credentialId] = input.args;
  const wrong = given(input, credentialId === undefined ? STORED_ONLY : UNSTORED_ONLY);
  if (wrong !== undefined)
    throw new UsageError(
      credentialId === undefined
        ? `--${wrong} records what you saw, so it needs a claim: curbside credential queue lists them`
        : `--${wrong} is in the claim that you named; leave it out`,
    );
  if (credentialId === undefined && input.options.live === true)
    throw new UsageError("--live asks NPPES about a claim: curbside credential queue lists them");
  return credentialId === undefined ? checkAnybody(input) : checkStoredClaim(input, credentialId);
}

/** Checks a claim against the registries of this machine. It needs no database and nobody signed in, and records nothing. */
async function checkAnybody(input: CommandInput): Promise<Outcome> {
  const { io, paint } = input;
  const claimed = await claimedBy(input);
  const now = io.clock?.now() ?? new Date();
  using registries = openRegistries(registriesIn(homeOf(io.env)));
  const report = checkClaim(registries, claimed, { now });
  const { outcome, reasons, checks, profession, expiresAt } = report;
  return {
    data: { outcome, reasons, checks, profession, expiresAt },
    lines: [...checks.flatMap((check) => linesOf(check, now, paint)), ...summary(report, paint)],
  };
}
