import { type CommandInput, type Outcome, UsageError } from "#cli/command.ts";
import { authorise } from "#core/access.ts";

/** Brings Discord's commands and every community's pinned panel up to date, as `start` does. */
export async function run(input: CommandInput): Promise<Outcome> {
  const { discord } = input.config();
  if (discord === null)
    throw new UsageError(
      "No Discord token is configured: name its file as discord_token_file in config.yaml",
    );
  const core = await input.core();
  authorise(await input.actor(), "community.configure");
  const { bringUpToDate } = await import("#bots/discord/prepare.ts");
  const { communities } = await bringUpToDate(core, discord);
  return {
    data: { communities },
    lines: [
      `${input.paint.good("Up to date:")} the commands, and the panel of ${communities === 1 ? "one community" : `${communities} communities`}.`,
    ],
  };
}
