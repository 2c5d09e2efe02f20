import type { CommandInput, Outcome } from "#cli/command.ts";
import { settleAppeal } from "#cli/settle-appeal.ts";

export const run = (input: CommandInput): Promise<Outcome> => settleAppeal(input, "overturned");
