import { checkedReason } from "#core/credentials/decision/end-credential.ts";
import { refuse } from "#core/errors.ts";
import { cleanText } from "#core/screening/clean-text.ts";
import { kindOf as caseKindOf } from "../cases/case.ts";
import { type Rule, type RuleAsRead, type RuleBook, ruleNamed } from "../rules.ts";
import { type Action, actionsOn, kindOf } from "./action.ts";
import type { DecisionDetail } from "./decision.ts";
import { unfilledIn } from "./reason-templates.ts";

const DAY_MS = 24 * 3_600_000;
/** Longer is no pause any more, and platforms take no more. */
const LONGEST_PAUSE_MS = 28 * DAY_MS;
export const STRIKE_FADES_MS = 90 * DAY_MS;
/** What one person does for good is over then, unless a second one agreed. */
const CONFIRM_MS = DAY_MS;
/** What is longer is as good as for good, and needs two as well. */
const LONGEST_ALONE_MS = 28 * DAY_MS;
const LONGEST_MS = 3650 * DAY_MS;
const STAYS_LIMIT = 300;
const MOST_WORDS = 20;

/** What a moderator chose, as typed. */
export interface Chosen {
  readonly action: Action;
  /** By number or id; needed but for a dismissal. */
  readonly rule?: string;
  readonly reason: string;
  readonly stays?: string;
  /** How long it lasts, in milliseconds. */
  readonly forMs?: number;
  /** The offending words, for a redaction. */
  readonly words?: readonly string[];
}

export interface CheckedDecision {
  readonly action: Action;
  /** Undefined for a dismissal. */
  readonly rule: Rule | undefined;
  readonly detail: DecisionDetail;
  readonly words: readonly string[];
  readonly points: number;
  readonly endsAt: Date | null;
  readonly confirmBy: Date | null;
}

function ruleOf({ action, rule }: Chosen, rules: RuleBook): Rule | undefined {
  if (action === "dismiss") return undefined;
  const named = rule === undefined ? undefined : ruleNamed(rules, rule);
  if (named === undefined)
    throw refuse("no_such_rule", { rules: rules.inForce.map(({ number, title }) => ({ number, title })) });
  return named;
}

/** Kept with the decision, so that it can be read when the rule is changed or gone. */
const asRead = ({ number, title, text }: Rule): RuleAsRead => ({ number, title, text });

function endOf({ action, forMs }: Chosen, now: Date): Date | null {
  const { lasts } = kindOf(action);
  if (action === "strike") return new Date(now.getTime() + STRIKE_FADES_MS);
  if (forMs === undefined && lasts === "a while")
    throw refuse("invalid_input", { field: "duration", rule: "is needed for a time-out, such as 24h or 7d" });
  if (forMs !== undefined && lasts === "for good")
    throw refuse("invalid_input", { field: "duration", rule: `is not for a decision to ${action}` });
  if (forMs !== undefined && !(forMs > 0 && forMs <= LONGEST_MS))
    throw refuse("invalid_input", { field: "duration", rule: "is between an hour and ten years" });
  if (action === "time-out" && forMs !== undefined && forMs > LONGEST_PAUSE_MS)
    throw refuse("invalid_input", { field: "duration", rule: "is at most 28 days for a time-out" });
  return forMs === undefined ? null : new Date(now.getTime() + forMs);
}

function wordsOf({ action, words = [] }: Chosen): string[] {
  const clean = words.map((one) => cleanText(one).trim()).filter((one) => one !== "");
  if (action === "redact" && clean.length === 0) throw refuse("empty", { field: "words to remove" });
  if (action !== "redact" && clean.length > 0)
    throw refuse("invalid_input", { field: "words to remove", rule: "belong to a decision to redact" });
  return clean.slice(0, MOST_WORDS);
}

/** In plain words, and whole: what a template leaves open is filled in before anybody reads it. */
function reasonOf({ reason }: Chosen): string {
  const checked = checkedReason(reason);
  const open = unfilledIn(checked);
  if (open.length === 0) return checked;
  throw refuse("invalid_input", { field: "reason", rule: `still has ${open.join(", ")} to be filled in` });
}

/**
 * Checks what was chosen against what can be decided on a case. Refuses not_for_this, no_such_rule, invalid_input, empty,
 * too_long.
 */
export function checkedDecision(
  about: { readonly subjectKind: string; readonly subjectMemberId: string | null },
  chosen: Chosen,
  { rules, now }: { readonly rules: RuleBook; readonly now: Date },
): CheckedDecision {
  const { action } = chosen;
  const possible = actionsOn(caseKindOf(about.subjectKind), { isMember: about.subjectMemberId !== null });
  if (!possible.includes(action)) throw refuse("not_for_this", { action, possible });
  const rule = ruleOf(chosen, rules);
  const endsAt = endOf(chosen, now);
  const stays = cleanText(chosen.stays ?? kindOf(action).stays).trim();
  if (stays.length > STAYS_LIMIT)
    throw refuse("too_long", { field: "what stays", limit: STAYS_LIMIT, length: stays.length });
  const alone = endsAt !== null && endsAt.getTime() - now.getTime() <= LONGEST_ALONE_MS;
  const needsTwo = kindOf(action).needsTwo === true && !alone;
  return {
    action,
    rule,
    detail: { reason: reasonOf(chosen), stays, ...(rule === undefined ? {} : { asRead: asRead(rule) }) },
    words: wordsOf(chosen),
    points: action === "strike" ? (rule?.points ?? 1) : 0,
    endsAt,
    confirmBy: needsTwo ? new Date(now.getTime() + CONFIRM_MS) : null,
  };
}
