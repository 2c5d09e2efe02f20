import { teamWords } from "#bots/library-team-words.ts";
import type { KeepTeamCard } from "#core/library/cards.ts";
import type { Face } from "../markup.ts";

/** The team reads this in Slack; here it only says how it stands. */
export function keepTeamFace(card: KeepTeamCard): Face {
  return { title: `Keep the answer to question ${card.number}?`, body: teamWords(card), buttons: [] };
}
