import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMessageLink } from "#bots/message-link.ts";

const snowflake = fc.bigInt({ min: 1n, max: 2n ** 63n }).map(String);
const slackId = fc.stringMatching(/^[CDG][A-Z0-9]{8,11}$/);
const host = fc.constantFrom("discord.com", "ptb.discord.com", "canary.discord.com", "discordapp.com");

describe("a link to a message", () => {
  test("of Discord names its channel and message, whichever client it was copied in", () => {
    const space = fc.oneof(snowflake, fc.constant("@me"));
    fc.assert(
      fc.property(host, space, snowflake, snowflake, (at, spaceId, channelId, messageId) => {
        const link = ` https://${at}/channels/${spaceId}/${channelId}/${messageId} `;
        expect(readMessageLink(link)).toEqual({ platform: "discord", channelId, messageId });
      }),
    );
  });

  test("of Slack names its channel and the timestamp with its dot, in a thread too", () => {
    const seconds = fc.integer({ min: 1_000_000_000, max: 2_000_000_000 });
    const micros = fc.integer({ min: 0, max: 999_999 }).map((rest) => String(rest).padStart(6, "0"));
    const thread = fc.constantFrom("", "?thread_ts=1700000000.000100&cid=C0123456789");
    fc.assert(
      fc.property(slackId, seconds, micros, thread, (channelId, at, rest, more) => {
        const link = `https://our-team.slack.com/archives/${channelId}/p${at}${rest}${more}`;
        expect(readMessageLink(link)).toEqual({ platform: "slack", channelId, messageId: `${at}.${rest}` });
      }),
    );
  });

  test("is nothing else: no name, no other host, no channel alone", () => {
    fc.assert(fc.property(fc.string(), (text) => readMessageLink(text) === undefined));
    for (const other of [
      "https://discord.com.example.org/channels/1/2/3",
      "http://discord.com/channels/1/2/3",
      "https://discord.com/channels/1/2",
      "https://slack.com.example.org/archives/C0123456789/p1700000000123456",
      "https://our-team.slack.com/archives/C0123456789",
    ])
      expect(readMessageLink(other)).toBeUndefined();
  });
});
