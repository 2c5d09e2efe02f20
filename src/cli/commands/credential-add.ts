import { CREDENTIAL_ROLES, PROOFS } from "#cli/choices.ts";
import { type CommandInput, dayOption, type Outcome, textOption, UsageError } from "#cli/command.ts";
import { attestCredential } from "#core/credentials/decision/attest-credential.ts";

/** Somebody who is registered already, or somebody new by the code from their App Home. */
async function holderOf(input: CommandInput) {
  const member = textOption(input.options, "member");
  const roleText = textOption(input.options, "role") ?? "provider";
  const role = CREDENTIAL_ROLES.find((known) => known === roleText);
  if (role === undefined)
    throw new UsageError(`--role must be one of ${CREDENTIAL_ROLES.join(", ")}, not "${roleText}"`);
  if (member !== undefined) return { member };
  const code = await input.need("code", "The code from the provider's App Home");
  return { code, pseudonym: await input.need("name", "The name that the team sees"), role };
}

type Text = "former" | "npi" | "sourceUrl" | "note";

/** Of options that may be left out, those that were given. */
function optional({ options }: CommandInput, names: readonly Text[]): Partial<Record<Text, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = textOption(options, name);
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

/** Records what was checked where, and proposes it: it gives no standing until a second person approves it. */
export async function run(input: CommandInput): Promise<Outcome> {
  const holder = await holderOf(input);
  const first = await input.need("first", "First name on the licence");
  const last = await input.need("last", "Last name on the licence");
  const profession = await input.need("profession", "Profession");
  const jurisdiction = await input.need("jurisdiction", "Licensed where?");
  const licence = await input.need("licence", "Licence number");
  const source = await input.need("source", "Which register confirmed it?");
  const checkedAt = dayOption(
    await input.need("checked", "Which day was it looked up? (YYYY-MM-DD)"),
    "checked",
  );
  const how = await input.need("proof", "How did the code reach you? (video, call-back)");
  const proof = PROOFS.find((known) => known === how);
  if (proof === undefined) throw new UsageError(`--proof must be one of ${PROOFS.join(", ")}, not "${how}"`);
  const more = optional(input, ["former", "npi", "sourceUrl", "note"]);
  const expires = textOption(input.options, "expires");
  const made = await attestCredential(await input.core(), {
    actor: await input.actor(),
    ...holder,
    ...{ first, last, profession, jurisdiction, licence, proof, source, checkedAt },
    ...more,
    ...(expires === undefined ? {} : { expiresAt: dayOption(expires, "expires") }),
  });
  return {
    data: made,
    lines: [
      `Recorded. Credential ${made.credentialId} waits for a second person.`,
      ...made.doubts.map((doubt) => input.paint.warn(`Open, and for them to see too: ${doubt}`)),
      `They look at it with ${input.paint.title(`curbside credential show ${made.credentialId}`)}`,
      `and then run ${input.paint.title(`curbside credential approve ${made.proposalId}`)}`,
    ],
  };
}
