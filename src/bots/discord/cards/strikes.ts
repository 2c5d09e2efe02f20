import { APPEAL_WORDS, STATE_WORDS } from "#bots/moderation-words.ts";
import { t, tn } from "#core/language/t.ts";
import { kindOf } from "#core/moderation/decisions/action.ts";
import type { ShownDecision, Strikes } from "#core/moderation/decisions/strikes.ts";
import { type Button, type Choice, escapeText, type Face, moment } from "../markup.ts";

/** Older ones are told on request: a page has an end. */
const MOST_SHOWN = 15;

const counted = (points: number): string => tn(points, "1 point", "{n} points");

function headOf({ points, fadesAt }: Strikes): string {
  if (points === 0 || fadesAt === null) return t("You have no points.");
  return t("You have {points}. The next fades on {fadesAt}, by itself.", {
    points: counted(points),
    fadesAt: moment(fadesAt),
  });
}

function stateOf({ state, endsAt, points }: ShownDecision): string {
  if (state !== "standing") return t(STATE_WORDS[state]);
  if (endsAt === null) return t("It stands.");
  return points > 0
    ? t("{points}, until {endsAt}.", { points: counted(points), endsAt: moment(endsAt) })
    : t("It stands until {endsAt}.", { endsAt: moment(endsAt) });
}

function lookOf({ appeal, appealUntil }: ShownDecision): string {
  if (appeal !== null) return ` ${t(APPEAL_WORDS[appeal])}`;
  return appealUntil === null
    ? ""
    : t(" You can ask for another look until {appealUntil}.", { appealUntil: moment(appealUntil) });
}

function linesOf(decision: ShownDecision): string {
  const { action, rule, reason, decidedAt } = decision;
  return [
    t("**{decidedAt}** · We {did}: {rule}.", {
      decidedAt: moment(decidedAt),
      did: t(kindOf(action).did),
      rule: escapeText(rule),
    }),
    escapeText(reason ?? ""),
    `${stateOf(decision)}${lookOf(decision)}`,
  ].join("\n");
}

/** One has a button, several a list to choose from. */
function waysToAppeal(decisions: readonly ShownDecision[]): { buttons: Button[]; choice?: Choice } {
  const open = decisions.filter(({ appealUntil }) => appealUntil !== null);
  const [first, second] = open;
  if (first === undefined) return { buttons: [] };
  if (second === undefined)
    return { buttons: [{ verb: "appeal", subject: first.decisionId, label: t("I disagree") }] };
  const options = open.map(({ decisionId, action, rule, decidedAt }) => ({
    label: t("{day}: we {did} ({rule})", {
      day: decidedAt.toISOString().slice(0, 10),
      did: t(kindOf(action).did),
      rule,
    }),
    value: decisionId,
  }));
  return { buttons: [], choice: { verb: "appeal", hint: t("I disagree with…"), options } };
}

/** What a member reads about themselves: points, and each decision with how it stands. A warning has no points. */
export function strikesFace(strikes: Strikes): Face {
  const shown = strikes.decisions.slice(0, MOST_SHOWN);
  const decided = shown.length === 0 ? [t("Nothing was decided about you.")] : shown.map(linesOf);
  return {
    title: t("What was decided about you"),
    body: [headOf(strikes), ...decided].join("\n\n"),
    footer: t("Only you see this"),
    ...waysToAppeal(shown),
  };
}
