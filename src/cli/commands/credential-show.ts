import type { CommandInput, Outcome } from "#cli/command.ts";
import { credentialScreen } from "#cli/credential-screen.ts";
import { showCredential } from "#core/credentials/decision/show-credential.ts";
import { recordOf } from "#core/credentials/fhir/record-of.ts";
import { toFhir } from "#core/credentials/fhir/to-fhir.ts";

/** The screen for those who decide, or the same as FHIR. */
export async function run(input: CommandInput): Promise<Outcome> {
  const { args, options, paint } = input;
  const core = await input.core();
  const shown = await showCredential(core, { actor: await input.actor(), credentialId: args[0] ?? "" });
  if (options.fhir === true) {
    const bundle = toFhir(recordOf(shown));
    return { data: bundle, lines: JSON.stringify(bundle, null, 2).split("\n") };
  }
  return { data: shown, lines: credentialScreen(shown, { now: core.clock.now(), paint }) };
}
