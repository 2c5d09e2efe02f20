import type { Texts } from "#core/refusal-text.ts";

const BY_HAND = "or make the channel by hand and link it: curbside community link --help.";

const NOT_MADE = {
  forbidden: [
    "The bot is not in that space, or may make no channels there.",
    `Invite it and give it the right to make channels, ${BY_HAND}`,
  ],
  taken: [
    "A channel of that name is there already, and the bot is not in it.",
    `Invite the bot to it and run this again, ${BY_HAND}`,
  ],
  alone: [
    "Only the bot would be in it, and nobody could find it.",
    "Name yourself with your own id there: --with YOUR_MEMBER_ID.",
  ],
  closed: [
    "Not everybody on that server may read it, and who may is for you to say.",
    "Make the channel by hand, with its permissions, and link it: curbside community link --help.",
  ],
  gone: ["The space, or the bot in it, is not there any more.", "Invite the bot again, or link another."],
  rejected: ["The platform does not take it as it is.", `Check the ids that you gave, ${BY_HAND}`],
  "signed-out": [
    "The bot's token is not accepted.",
    "Reset it, put the new one in its file, then try again.",
  ],
  away: [
    "The platform did not answer.",
    "Run it again in a minute: what was made is found and not made twice.",
  ],
} as const;

/** Words for what can be refused about a community's channels. */
export const COMMUNITY_TEXT: Texts<"channel_not_made"> = {
  channel_not_made: ({ name, why }) => ({
    title: `#${name} was not made`,
    detail: NOT_MADE[why][0],
    nextStep: NOT_MADE[why][1],
  }),
};
