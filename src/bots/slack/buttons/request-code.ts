import { requestLinkCode } from "#core/members/request-link-code.ts";
import { communityOf } from "../actor.ts";
import { escapeText } from "../markup.ts";
import type { SlackButton } from "../press.ts";

/** "Get a code for an admin": the code is shown to this person only, and an admin enters it beside the evidence. */
export const requestCode = {
  verb: "request-code",
  changes: true,
  access: "anyone",
  async run({ core, handling, who }) {
    const { communityId, spaceId } = await communityOf(core, who);
    const { code, expiresAt, community } = await requestLinkCode(handling, {
      communityId,
      spaceId,
      platform: "slack",
      externalId: who.accountId,
    });
    return {
      form: {
        verb: "code",
        subject: "shown",
        title: "Your code",
        pieces: [
          { ours: `*${code}*` },
          {
            ours: `Give this code to an admin of ${escapeText(community)}, with your licence number and where it can be looked up. They check it on the public register, and a second person must agree. It works once, until ${expiresAt.toISOString().slice(0, 16).replace("T", " ")} UTC.`,
          },
        ],
        fields: [],
      },
    };
  },
} satisfies SlackButton;
