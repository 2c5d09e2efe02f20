import { readMessageLink as ofDiscord } from "./discord/message-link.ts";
import type { PLATFORMS } from "./platforms.ts";
import { readMessageLink as ofSlack } from "./slack/message-link.ts";

type Platform = (typeof PLATFORMS)[number];

const READERS = { discord: ofDiscord, slack: ofSlack } as const satisfies Record<Platform, typeof ofSlack>;

/** The message of whichever platform a link points to; undefined for a text that is no such link. */
export function readMessageLink(
  link: string,
): { platform: string; channelId: string; messageId: string } | undefined {
  for (const [platform, read] of Object.entries(READERS)) {
    const found = read(link.trim());
    if (found !== undefined) return { platform, ...found };
  }
  return undefined;
}
