import { findCommunityBySpace } from "#core/communities/find-community-by-space.ts";
import { reportFound } from "#core/moderation/automatic/report-found.ts";
import { KIND_NAMES } from "../automod/wanted-rules.ts";
import type { DiscordEvent } from "./event.ts";

const NOT_GIVEN = "Discord does not give the text to Curbside; the alert in the server shows it.";

/** What Discord's filter found by a rule of Curbside's becomes an automatic report. */
export const filterFound = {
  kind: "filter-found",
  async run({ core, event, kindOfRule }) {
    const { accountId, channelId, messageId, text, found } = event;
    if (found === undefined) return undefined;
    const { spaceId, keyword, at, isPrivate } = found;
    const space = await findCommunityBySpace(core, { platform: "discord", spaceExternalId: spaceId });
    const kind = space === undefined ? undefined : await kindOfRule(found);
    if (space === undefined || kind === undefined) return undefined;
    const by = keyword === "" ? "" : ` by "${keyword}"`;
    await reportFound(core, {
      communityId: space.communityId,
      kind,
      post: {
        platform: "discord",
        spaceId,
        channelId,
        messageId: messageId === "" ? undefined : messageId,
        authorId: accountId,
        text: text === "" ? NOT_GIVEN : text,
        writtenAt: new Date(at),
        isPrivate,
      },
      reason: `Automatic: the server's filter found ${KIND_NAMES[kind]}${by}.${messageId === "" ? " It was not posted." : ""}`,
    });
    return undefined;
  },
} satisfies DiscordEvent;
