import { type MadeChannel, makeChannels } from "#bots/make-channels.ts";
import { times } from "#cli/case-words.ts";
import { type CommandInput, type Outcome, textOption, UsageError } from "#cli/command.ts";
import { authorise } from "#core/access.ts";
import { wantedChannels } from "#core/communities/wanted-channels.ts";
import { renewShelf } from "#core/library/renew-shelf.ts";

const HOW = {
  stands: "stands",
  found: "was there, and is linked now",
  made: "is new",
} as const satisfies Record<MadeChannel["how"], string>;

const madeLine = ({ platform, purpose, name, how }: MadeChannel): string =>
  `  ${platform}, ${purpose}: ${how === "stands" ? "the linked channel" : `#${name}`} ${HOW[how]}`;

async function created(input: CommandInput): Promise<MadeChannel[]> {
  const core = await input.core();
  const actor = await input.actor();
  return makeChannels(core, input.config(), {
    actor,
    withAccount: textOption(input.options, "with"),
    withShelf: input.options.library === true,
  });
}

/** What `--create` would make, so that nobody has to guess. */
async function missingLines(input: CommandInput): Promise<string[]> {
  const wanted = await wantedChannels(await input.core(), { actor: await input.actor() });
  const missing = wanted.filter(({ channelExternalId }) => channelExternalId === undefined);
  if (missing.length === 0) return [];
  const names = missing.map(({ purpose, platform }) => `${purpose} (${platform})`).join(", ");
  return [`Not linked yet: ${names}. \`curbside community sync --create\` makes what is missing.`];
}

/**
 * Brings Discord's commands and every community's pinned panel up to date, as `start` does. With `--create`, the community's
 * channels are made or found first. What stands on the library's shelf is said anew.
 */
export async function run(input: CommandInput): Promise<Outcome> {
  const { discord } = input.config();
  if (discord === null)
    throw new UsageError(
      "No Discord token is configured: name its file as discord_token_file in config.yaml",
    );
  const core = await input.core();
  const actor = await input.actor();
  authorise(actor, "community.configure");
  const channels = input.options.create === true ? await created(input) : [];
  if (input.options.library === true && input.options.create !== true)
    throw new UsageError("--library goes with --create");
  const { bringUpToDate } = await import("#bots/discord/prepare.ts");
  const { communities } = await bringUpToDate(core, discord);
  const { answers } = await renewShelf(core, { actor });
  return {
    data: { communities, channels, onShelf: answers },
    lines: [
      ...(channels.length > 0 ? ["Channels:", ...channels.map(madeLine)] : []),
      `${input.paint.good("Up to date:")} the commands, and the panel of ${communities === 1 ? "one community" : `${communities} communities`}.`,
      ...(answers > 0
        ? [`The shelf of the library is put up anew: ${times(answers, "answer")}, by and by.`]
        : []),
      ...(input.options.create === true ? [] : await missingLines(input)),
    ],
  };
}
