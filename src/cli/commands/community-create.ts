import { type CommandInput, type Outcome, textOption } from "#cli/command.ts";
import { BRIDGE_OFF, readNewCommunity } from "#cli/new-community.ts";
import { keepToken } from "#cli/session.ts";
import { createCommunity } from "#core/communities/create-community.ts";
import { slugOfCommunity } from "#core/communities/slug-of-community.ts";

/** Makes a further community beside the ones that are there. The one that is signed in to stays the current one. */
export async function run(input: CommandInput): Promise<Outcome> {
  const wanted = await readNewCommunity(input);
  const core = await input.core();
  const actor = await input.actor();
  const made = await createCommunity(core, { actor, ...wanted });
  const current = textOption(input.options, "community") ?? (await slugOfCommunity(core, actor));
  keepToken(input.config().tokenFile, made.slug, made.adminToken, { current });
  const { paint } = input;
  return {
    data: { community: made.slug, bridge: wanted.bridge, admin: made.adminMemberId },
    lines: [
      `${paint.good("Made.")} Community ${paint.title(wanted.name)} (${made.slug}); add --community ${made.slug} to act in it.`,
      ...(wanted.bridge === "off" ? [paint.warn(BRIDGE_OFF)] : []),
    ],
  };
}
