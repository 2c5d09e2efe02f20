import { dayWords } from "#core/language/formats.ts";
import { t, tn } from "#core/language/t.ts";
import { kindOf } from "#core/moderation/decisions/action.ts";
import type { DecisionState } from "#core/moderation/decisions/decision.ts";
import type { ShownDecision, Strikes } from "#core/moderation/decisions/strikes.ts";
import { ruleWords } from "#core/moderation/shipped-rules.ts";

/** The newest ones; older ones are in the messages that told of them. */
const MOST_SHOWN = 5;

const STATE_WORDS: { readonly [S in DecisionState]: (decision: ShownDecision) => string } = {
  standing: ({ endsAt, pausesUntil }) =>
    [
      endsAt === null ? t("It stands.") : t("It stands until {day}.", { day: dayWords(endsAt) }),
      ...(pausesUntil === null
        ? []
        : [t("Your writing was paused with it, until {day}.", { day: dayWords(pausesUntil) })]),
    ].join(" "),
  over: () => t("It is over."),
  lapsed: () => t("Nobody else agreed, so it does not hold any more."),
  undone: () => t("It was undone, and does not count."),
};

function pointsWords({ points, fadesAt }: Strikes): string {
  if (points === 0) return t("You have no points.");
  return [
    tn(points, "You have {n} point.", "You have {n} points."),
    ...(fadesAt === null ? [] : [t("The next ones fade on {day}.", { day: dayWords(fadesAt) })]),
  ].join(" ");
}

/** What was decided about oneself, the newest first; empty where nothing was. */
export function strikeWords(strikes: Strikes): readonly string[] {
  const { decisions } = strikes;
  if (decisions.length === 0) return [];
  return [
    pointsWords(strikes),
    ...decisions.slice(0, MOST_SHOWN).map((decision) => {
      const { action, rule, state, decidedAt } = decision;
      const did = t("{day}: we {did} ({rule}).", {
        day: dayWords(decidedAt),
        did: t(kindOf(action).did),
        rule: ruleWords(rule),
      });
      return `${did} ${STATE_WORDS[state](decision)}`;
    }),
  ];
}
