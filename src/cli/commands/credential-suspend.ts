import type { CommandInput, Outcome } from "#cli/command.ts";
import { suspendCredential } from "#core/credentials/decision/suspend-credential.ts";

export async function run(input: CommandInput): Promise<Outcome> {
  const reason = await input.need("reason", "Why? They read it.");
  const credentialId = input.args[0] ?? "";
  await suspendCredential(await input.core(), { actor: await input.actor(), credentialId, reason });
  return {
    data: { credentialId, status: "suspended" },
    lines: [
      `${input.paint.good("Suspended.")} It gives no standing from now on; what was written before keeps its line.`,
    ],
  };
}
