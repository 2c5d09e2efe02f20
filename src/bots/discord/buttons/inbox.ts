import { memberSettings } from "#core/members/member-settings.ts";
import { inbox as inboxOf } from "#core/questions/inbox.ts";
import { inboxFace, threadOffer } from "../cards/inbox.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const inbox = {
  verb: "inbox",
  reply: "private",
  changes: false,
  access: "question.read",
  async run({ core, actor }) {
    const { reach } = await memberSettings(core, { actor });
    const offers = reach === "inbox" ? [threadOffer] : [];
    return show(inboxFace(await inboxOf(core, { actor })), ...offers);
  },
} satisfies DiscordButton;
