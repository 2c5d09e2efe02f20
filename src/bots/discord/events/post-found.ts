import { findCommunityBySpace } from "#core/communities/find-community-by-space.ts";
import { reportFound } from "#core/moderation/automatic/report-found.ts";
import { KIND_NAMES } from "../automod/wanted-rules.ts";
import type { DiscordEvent } from "./event.ts";

/** What was found in a message of a watched channel: one automatic report for each kind, and nothing is taken away. */
export const postFound = {
  kind: "post-found",
  async run({ core, event }) {
    const { accountId: authorId, channelId, messageId, text, post } = event;
    if (post === undefined) return undefined;
    const { spaceId, kinds, at, edited } = post;
    const space = await findCommunityBySpace(core, { platform: "discord", spaceExternalId: spaceId });
    if (space === undefined) return undefined;
    const inDanger = kinds.some((kind) => kind === "crisis" || kind === "emergency");
    const alone = inDanger ? " Its writer may be in danger: see the alert." : "";
    for (const kind of kinds)
      await reportFound(core, {
        communityId: space.communityId,
        kind,
        post: {
          platform: "discord",
          spaceId,
          channelId,
          messageId,
          authorId,
          text,
          writtenAt: new Date(at),
        },
        reason: `Automatic: ${KIND_NAMES[kind]}, in a message of a watched channel${edited ? " as it was edited" : ""}.${alone}`,
      });
    return undefined;
  },
} satisfies DiscordEvent;
