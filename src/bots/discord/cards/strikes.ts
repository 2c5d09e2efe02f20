import { APPEAL_WORDS, STATE_WORDS } from "#bots/moderation-words.ts";
import { kindOf } from "#core/moderation/decisions/action.ts";
import type { ShownDecision, Strikes } from "#core/moderation/decisions/strikes.ts";
import { type Button, type Choice, escapeText, type Face, moment } from "../markup.ts";

/** Older ones are told on request: a page has an end. */
const MOST_SHOWN = 15;

const counted = (points: number): string => (points === 1 ? "1 point" : `${points} points`);

function headOf({ points, fadesAt }: Strikes): string {
  if (points === 0 || fadesAt === null) return "You have no points.";
  return `You have ${counted(points)}. The next fades on ${moment(fadesAt)}, by itself.`;
}

function stateOf({ state, endsAt, points }: ShownDecision): string {
  if (state !== "standing") return STATE_WORDS[state];
  if (endsAt === null) return "It stands.";
  return points > 0 ? `${counted(points)}, until ${moment(endsAt)}.` : `It stands until ${moment(endsAt)}.`;
}

function lookOf({ appeal, appealUntil }: ShownDecision): string {
  if (appeal !== null) return ` ${APPEAL_WORDS[appeal]}`;
  return appealUntil === null ? "" : ` You can ask for another look until ${moment(appealUntil)}.`;
}

function linesOf(decision: ShownDecision): string {
  const { action, rule, reason, decidedAt } = decision;
  return [
    `**${moment(decidedAt)}** · We ${kindOf(action).did}: ${escapeText(rule)}.`,
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
    return { buttons: [{ verb: "appeal", subject: first.decisionId, label: "I disagree" }] };
  const options = open.map(({ decisionId, action, rule, decidedAt }) => ({
    label: `${decidedAt.toISOString().slice(0, 10)}: we ${kindOf(action).did} (${rule})`,
    value: decisionId,
  }));
  return { buttons: [], choice: { verb: "appeal", hint: "I disagree with…", options } };
}

/** What a member reads about themselves: points, and each decision with how it stands. A warning has no points. */
export function strikesFace(strikes: Strikes): Face {
  const shown = strikes.decisions.slice(0, MOST_SHOWN);
  const decided = shown.length === 0 ? ["Nothing was decided about you."] : shown.map(linesOf);
  return {
    title: "What was decided about you",
    body: [headOf(strikes), ...decided].join("\n\n"),
    footer: "Only you see this",
    ...waysToAppeal(shown),
  };
}
