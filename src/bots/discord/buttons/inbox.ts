import { keptForInbox } from "#core/deliveries/kept-for-inbox.ts";
import { memberSettings } from "#core/members/member-settings.ts";
import { inbox as inboxOf } from "#core/questions/inbox.ts";
import { faceOf } from "../cards/cards.ts";
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
    // Their buttons are in /my and /help-now; here they would crowd out those of the answer.
    const kept = (await keptForInbox(core, { actor })).map((card) => ({ ...faceOf(card), buttons: [] }));
    return show(...kept, inboxFace(await inboxOf(core, { actor })), ...offers);
  },
} satisfies DiscordButton;
