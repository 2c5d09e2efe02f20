import { CREDENTIAL_ROLES } from "#cli/choices.ts";
import { type CommandInput, type Outcome, textOption, UsageError } from "#cli/command.ts";
import { SHORT_HASH } from "#cli/credential-screen.ts";
import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { approveCredential } from "#core/credentials/decision/approve-credential.ts";
import { showCredential } from "#core/credentials/decision/show-credential.ts";

function roleOf(given: string | undefined) {
  const role = CREDENTIAL_ROLES.find((known) => known === given);
  if (given !== undefined && role === undefined)
    throw new UsageError(`--role must be one of ${CREDENTIAL_ROLES.join(", ")}, not "${given}"`);
  return role;
}

/** Whole hashes of the rows that were named by how they begin. */
async function rowsNamed(
  core: Core,
  { actor, id, typed }: { actor: Actor; id: string; typed: readonly string[] },
): Promise<string[]> {
  const short = typed.find((one) => one.length < SHORT_HASH);
  if (short !== undefined)
    throw new UsageError(`--clear needs ${SHORT_HASH} characters of a row at least, not "${short}"`);
  const { checks } = await showCredential(core, { actor, credentialId: id });
  const rows = new Set(checks.flatMap(({ candidates }) => candidates.map(({ rowHash }) => rowHash)));
  return typed.map((begin) => {
    const [row, other] = [...rows].filter((one) => one.startsWith(begin.toLowerCase()));
    if (row === undefined || other !== undefined)
      throw new UsageError(
        `--clear ${begin}: ${row === undefined ? "no row of the newest check begins so" : "more than one row begins so"}; curbside credential show lists them`,
      );
    return row;
  });
}

/** The first person's yes proposes, the second one's approves; the argument is a credential or its proposal. */
export async function run(input: CommandInput): Promise<Outcome> {
  const { args, options, paint } = input;
  const id = args[0] ?? "";
  const role = roleOf(textOption(options, "role"));
  const note = textOption(options, "note");
  const typed = Array.isArray(options.clear) ? options.clear : [];
  const core = await input.core();
  const actor = await input.actor();
  const cleared = typed.length === 0 ? undefined : await rowsNamed(core, { actor, id, typed });
  const done = await approveCredential(core, {
    actor,
    id,
    ...(note === undefined ? {} : { note }),
    ...(cleared === undefined ? {} : { cleared }),
    ...(role === undefined ? {} : { role }),
  });
  if (done.done === "approved")
    return { data: done, lines: [`${paint.good("Approved.")} The credential stands from now on.`] };
  return {
    data: done,
    lines: [
      `${paint.good("Proposed.")} It gives no standing before a second person agrees: not you, and not the provider.`,
      `They look at it with ${paint.title(`curbside credential show ${done.credentialId}`)}`,
      `and then run ${paint.title(`curbside credential approve ${done.credentialId}`)}`,
    ],
  };
}
