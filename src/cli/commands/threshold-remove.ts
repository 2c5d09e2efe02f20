import { changeThreshold } from "#cli/change-threshold.ts";
import type { CommandInput, Outcome } from "#cli/command.ts";

/** Points pause nobody by this threshold any more. */
export const run = (input: CommandInput): Promise<Outcome> => changeThreshold(input, undefined);
