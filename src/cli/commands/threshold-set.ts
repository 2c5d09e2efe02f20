import { changeThreshold } from "#cli/change-threshold.ts";
import type { CommandInput, Outcome } from "#cli/command.ts";
import { durationOption } from "#cli/duration.ts";

/** With so many points or more, a strike also pauses writing for so long. */
export async function run(input: CommandInput): Promise<Outcome> {
  const pause = await input.need("pause", "For how long is writing paused? (such as 24h, 3d or 2w)");
  return changeThreshold(input, durationOption(pause, "pause"));
}
