import { ownDetailsWords } from "#bots/own-details-words.ts";
import type { OwnDetailsCard } from "#core/moderation/automatic/own-details-card.ts";
import type { Face } from "../markup.ts";

/** No channel is watched on Slack, so nobody gets it there today. */
export function ownDetailsFace(card: OwnDetailsCard): Face {
  const { title, body, end } = ownDetailsWords(card);
  return {
    title,
    pieces: [{ ours: body }, { ours: "Open the menu of your message to edit or delete it." }, { small: end }],
    buttons: [],
  };
}
