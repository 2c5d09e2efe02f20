import type { CommandInput, Outcome } from "#cli/command.ts";
import { thresholdLines } from "#cli/threshold-screen.ts";
import { showThresholds } from "#core/moderation/thresholds/read-thresholds.ts";

/** At how many points a strike also pauses somebody, and how many points people have now. */
export async function run(input: CommandInput): Promise<Outcome> {
  const shown = await showThresholds(await input.core(), { actor: await input.actor() });
  return { data: shown, lines: thresholdLines(shown, input.paint) };
}
