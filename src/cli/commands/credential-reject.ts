import type { CommandInput, Outcome } from "#cli/command.ts";
import { rejectCredential } from "#core/credentials/decision/reject-credential.ts";

export async function run(input: CommandInput): Promise<Outcome> {
  const reason = await input.need("reason", "Why? They read it.");
  const credentialId = input.args[0] ?? "";
  await rejectCredential(await input.core(), { actor: await input.actor(), credentialId, reason });
  return {
    data: { credentialId, status: "failed" },
    lines: [`${input.paint.good("Rejected.")} They are told, with your reason.`],
  };
}
