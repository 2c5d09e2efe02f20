import type { CommandInput, Outcome } from "#cli/command.ts";
import { takeBackEmergency } from "#core/moderation/policies/end-emergency.ts";

/** Ends an emergency change before its time. */
export async function run(input: CommandInput): Promise<Outcome> {
  const taken = await takeBackEmergency(await input.core(), { actor: await input.actor() });
  return {
    data: taken,
    lines: [`${input.paint.good("Taken back.")} The rules that two people agreed to are in force again.`],
  };
}
