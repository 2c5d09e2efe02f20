import { PLATFORMS, SHELF_PLATFORMS } from "#bots/platforms.ts";
import { PURPOSES, SIDES } from "#cli/choices.ts";
import { type CommandInput, type Outcome, textOption, UsageError } from "#cli/command.ts";
import { linkChannel } from "#core/communities/link-channel.ts";
import { linkSpace } from "#core/communities/link-space.ts";

function oneOf<T extends string>(values: readonly T[], value: string, option: string): T {
  const found = values.find((known) => known === value);
  if (found === undefined)
    throw new UsageError(`--${option} must be one of ${values.join(", ")}, not "${value}"`);
  return found;
}

/** Links a space, and a channel of it where one is named. Linking the same again changes nothing. */
export async function run(input: CommandInput): Promise<Outcome> {
  const platform = oneOf(
    PLATFORMS,
    await input.need("platform", "Which platform? (discord or slack)"),
    "platform",
  );
  const externalId = await input.need("space", "The id of the server or workspace");
  const side = oneOf(
    SIDES,
    textOption(input.options, "side") ?? (platform === "discord" ? "patients" : "providers"),
    "side",
  );
  const channel = textOption(input.options, "channel");
  const purposeText = textOption(input.options, "purpose");
  if ((channel === undefined) !== (purposeText === undefined))
    throw new UsageError("--channel and --purpose go together");
  if (purposeText === "library" && !SHELF_PLATFORMS.includes(platform))
    throw new UsageError(
      `The library's shelf is a channel in which each answer is a post of its own, and ${platform} has none: link a forum channel of Discord`,
    );
  const core = await input.core();
  const actor = await input.actor();
  const { spaceId } = await linkSpace(core, { actor, platform, side, externalId });
  if (channel !== undefined && purposeText !== undefined)
    await linkChannel(core, {
      actor,
      spaceId,
      purpose: oneOf(PURPOSES, purposeText, "purpose"),
      externalId: channel,
    });
  return {
    data: { spaceId, platform, side, purpose: purposeText ?? null },
    lines: [
      `${input.paint.good("Linked")} the ${platform} space for ${side}${purposeText ? `, and its ${purposeText} channel` : ""}.`,
    ],
  };
}
