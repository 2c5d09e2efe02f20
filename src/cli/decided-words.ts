import { momentOf } from "#cli/case-words.ts";
import type { Paint } from "#cli/command.ts";
import type { Decided } from "#core/moderation/decisions/decide-case.ts";

/** What a decision came to, and who must do what next. */
export function decidedWords(
  { number, action, confirmBy, proposalId, endsAt, pauseUntil }: Decided,
  paint: Paint,
): string[] {
  const ends = action === "strike" ? "Its points fade" : "It ends";
  const until = endsAt === null ? "" : ` ${ends} on ${momentOf(endsAt)}.`;
  const pause = pauseUntil === null ? "" : ` Their writing is paused until ${momentOf(pauseUntil)} too.`;
  const undo = `It can be undone for 24 hours: curbside case undo ${number}`;
  if (confirmBy === null || proposalId === null)
    return [`${paint.good(`Case ${number} is decided.`)}${until}${pause} ${undo}`];
  return [
    `${paint.good(`Case ${number} is decided, and holds from now on.`)}${until} ${undo}`,
    `It is over on ${momentOf(confirmBy)} unless a second moderator, lead or admin confirms it: not you, and not whoever reported.`,
    `They look with ${paint.title(`curbside case show ${number}`)} and run ${paint.title(`curbside proposal approve ${proposalId}`)}`,
  ];
}
