import { shortDay } from "#bots/credential-words.ts";
import type { Thanks } from "#core/questions/own-thanks.ts";
import { escapeText, type Piece } from "./markup.ts";

/** What patients said of one's answers: nothing where nobody has yet, and never who, nor how others do. */
export function thanksPieces({ people, latest }: Thanks, now: Date): Piece[] {
  if (people === 0) return [];
  const said = people === 1 ? "*1* person" : `*${people}* people`;
  const last = latest.map(({ topic, at }) => `${escapeText(topic)}, ${shortDay(at, now)}`).join(" · ");
  return [{ ours: `${said} said that your answers helped this month.` }, { small: `The last ones: ${last}` }];
}
