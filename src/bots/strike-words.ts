import { kindOf } from "#core/moderation/decisions/action.ts";
import type { DecisionState } from "#core/moderation/decisions/decision.ts";
import type { ShownDecision, Strikes } from "#core/moderation/decisions/strikes.ts";

/** The newest ones; older ones are in the messages that told of them. */
const MOST_SHOWN = 5;

const day = (at: Date): string =>
  at.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

const STATE_WORDS: { readonly [S in DecisionState]: (decision: ShownDecision) => string } = {
  standing: ({ endsAt, pausesUntil }) =>
    [
      endsAt === null ? "It stands." : `It stands until ${day(endsAt)}.`,
      ...(pausesUntil === null ? [] : [`Your writing was paused with it, until ${day(pausesUntil)}.`]),
    ].join(" "),
  over: () => "It is over.",
  lapsed: () => "Nobody else agreed, so it does not hold any more.",
  undone: () => "It was undone, and does not count.",
};

function pointsWords({ points, fadesAt }: Strikes): string {
  if (points === 0) return "You have no points.";
  const fade = fadesAt === null ? "" : ` The next ones fade on ${day(fadesAt)}.`;
  return `You have ${points} ${points === 1 ? "point" : "points"}.${fade}`;
}

/** What was decided about oneself, the newest first; empty where nothing was. */
export function strikeWords(strikes: Strikes): readonly string[] {
  const { decisions } = strikes;
  if (decisions.length === 0) return [];
  return [
    pointsWords(strikes),
    ...decisions.slice(0, MOST_SHOWN).map((decision) => {
      const { action, rule, state, decidedAt } = decision;
      return `${day(decidedAt)}: we ${kindOf(action).did} (${rule}). ${STATE_WORDS[state](decision)}`;
    }),
  ];
}
