import { careWords } from "#cli/care.ts";
import type { CommandInput, Outcome } from "#cli/command.ts";
import { secondLooksWords } from "#cli/second-looks.ts";
import { WATCHED_PLATFORM, watchedWords } from "#cli/watched-words.ts";
import { missingSetup } from "#core/communities/missing-setup.ts";
import { showCommunity } from "#core/communities/show-community.ts";
import { listWatched } from "#core/communities/watched/list-watched.ts";
import { gapText } from "#core/running-text.ts";

/** What is linked, and what is still missing before `start` will open the community. */
export async function run(input: CommandInput): Promise<Outcome> {
  const core = await input.core();
  const actor = await input.actor();
  const community = await showCommunity(core, { actor });
  const missing = await missingSetup(core, { communityId: actor.communityId });
  const watched = await listWatched(core, { actor, platform: WATCHED_PLATFORM });
  const { paint } = input;
  return {
    data: {
      ...community,
      watched: watched.map(({ channelId, watchedAt, isListed, readSince, trouble }) => ({
        channel: channelId,
        listed: isListed,
        since: watchedAt,
        readSince: readSince ?? null,
        trouble: trouble ?? null,
      })),
      missing,
    },
    lines: [
      `${paint.title(community.name)} (${community.slug}), country ${community.country}, bridge ${community.bridge}, told within ${community.promiseHours} h`,
      secondLooksWords(community.secondLooks),
      careWords(community),
      ...community.spaces.map(
        (space) => `  ${space.platform}, ${space.side}: ${space.purposes.join(", ") || "no channel yet"}`,
      ),
      ...watched.map(watchedWords),
      ...(missing.length === 0
        ? [paint.good("Ready to start.")]
        : [paint.warn("Still missing:"), ...missing.map((gap) => `  ${gapText(gap)}`)]),
    ],
  };
}
