import type { CommandInput, Outcome } from "#cli/command.ts";
import { revokeCredential } from "#core/credentials/decision/revoke-credential.ts";

export async function run(input: CommandInput): Promise<Outcome> {
  const reason = await input.need("reason", "Why? They read it.");
  const credentialId = input.args[0] ?? "";
  await revokeCredential(await input.core(), { actor: await input.actor(), credentialId, reason });
  return {
    data: { credentialId, status: "revoked" },
    lines: [
      `${input.paint.good("Revoked.")} It cannot be proposed anew; what was written before keeps its line.`,
    ],
  };
}
