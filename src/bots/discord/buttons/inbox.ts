import { keptForInbox } from "#core/deliveries/kept-for-inbox.ts";
import { memberSettings } from "#core/members/member-settings.ts";
import type { Card } from "#core/messenger.ts";
import { inbox as inboxOf } from "#core/questions/inbox.ts";
import { faceOf } from "../cards/cards.ts";
import { inboxFace, threadOffer } from "../cards/inbox.ts";
import { type Face, show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

/**
 * Most buttons are in /my and would crowd out those of the answer. Help keeps its own: on the newest, since one message has no
 * button twice.
 */
function facesOf(cards: readonly Card[]): Face[] {
  const help = cards.find((card) => card.kind === "crisis-support" && card.companyFor !== undefined);
  return cards.map((card) => {
    const face = faceOf(card);
    return card === help ? face : { ...face, buttons: [] };
  });
}

export const inbox = {
  verb: "inbox",
  reply: "private",
  changes: false,
  access: "question.read",
  async run({ core, actor }) {
    const { reach } = await memberSettings(core, { actor });
    const offers = reach === "inbox" ? [threadOffer()] : [];
    const kept = facesOf(await keptForInbox(core, { actor }));
    return show(...kept, inboxFace(await inboxOf(core, { actor })), ...offers);
  },
} satisfies DiscordButton;
