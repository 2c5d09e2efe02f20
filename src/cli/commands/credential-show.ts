import type { CommandInput, Outcome } from "#cli/command.ts";
import { showCredential } from "#core/credentials/show-credential.ts";

export async function run(input: CommandInput): Promise<Outcome> {
  const shown = await showCredential(await input.core(), {
    actor: await input.actor(),
    credentialId: input.args[0] ?? "",
  });
  return {
    data: shown,
    lines: Object.entries(shown).map(([name, value]) => {
      const text =
        value instanceof Date
          ? value.toISOString().slice(0, 10)
          : Array.isArray(value)
            ? value.join("; ")
            : String(value ?? "-");
      return `${input.paint.quiet(name.padEnd(14))} ${text}`;
    }),
  };
}
