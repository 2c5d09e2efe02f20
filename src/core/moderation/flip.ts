import type { StoredText } from "#core/questions/stored-texts.ts";
import type { Comparison, RuleDifference } from "#core/screening/compare-screening.ts";
import type { Policies } from "#core/screening/policies/policies.ts";
import type { ReadText } from "#core/screening/read-text.ts";
import { judgeOf, scrub } from "#core/screening/screen.ts";
import { type Direction, graver, type Signal, type Verdict } from "#core/screening/screening.ts";

/** What a rule takes a text for. */
export type Taken = Pick<Signal, "kind" | "action">;

/**
 * `fires`: only the candidate's rule finds it. `stops`: only the present one does. `otherwise`: both do, and take it for
 * something else. `elsewhere`: both do, by other words or with another score.
 */
export const EFFECTS = ["fires", "stops", "otherwise", "elsewhere"] as const;
export type FlipEffect = (typeof EFFECTS)[number];

export interface FlippedRule {
  readonly rule: string;
  readonly effect: FlipEffect;
  readonly from: readonly Taken[];
  readonly to: readonly Taken[];
  /** The words that it found, without what points at a person; only where they were asked for and the text was sent. */
  readonly words?: readonly string[];
}

/** A past text that screening would not take for the same. */
export interface Flip extends Omit<StoredText, "messageId" | "parts"> {
  /** Only if the rules in shadow were live. */
  readonly shadow: boolean;
  readonly verdict: { readonly from: Verdict; readonly to: Verdict };
  readonly rules: readonly FlippedRule[];
  /** What moderators made of it, where it was reported and they decided. */
  readonly decided?: Outcome;
}

export type Outcome = "acted" | "dismissed";

/** Two packs, and how they are compared. */
export interface Compared {
  readonly from: Policies;
  readonly to: Policies;
  readonly comparison: Comparison;
  readonly shadow: boolean;
}

function takenFor(signals: readonly Signal[]): Taken[] {
  const taken = new Map(signals.map(({ kind, action }) => [`${kind} ${action}`, { kind, action }]));
  return [...taken.keys()].sort().flatMap((key) => taken.get(key) ?? []);
}

function effectOf(from: readonly Taken[], to: readonly Taken[]): FlipEffect {
  if (from.length === 0) return "fires";
  if (to.length === 0) return "stops";
  return JSON.stringify(from) === JSON.stringify(to) ? "elsewhere" : "otherwise";
}

/** The words of a signal as they may be shown: what points at a person is replaced. */
function wordsOf(
  { text }: ReadText,
  { start, end }: Signal,
  identifiers: ReturnType<typeof scrub>["identifiers"],
) {
  let words = "";
  let at = start;
  for (const removed of identifiers) {
    if (removed.end <= at || removed.start >= end) continue;
    words += text.slice(at, Math.max(at, removed.start)) + removed.placeholder;
    at = removed.end;
  }
  return words + text.slice(at, Math.max(at, end));
}

/** The signals of a rule that only one pack gives; those of the candidate before those of the present one. */
function telling({ from, to }: RuleDifference): readonly Signal[] {
  const key = (signal: Signal) => JSON.stringify(signal);
  const before = new Set(from.map(key));
  const news = to.filter((signal) => !before.has(key(signal)));
  return news.length > 0 ? news : from;
}

interface PartDifference extends RuleDifference {
  readonly part: ReadText;
}

function flippedRules(differences: readonly PartDifference[], withWords: boolean): FlippedRule[] {
  const rules = Map.groupBy(differences, ({ rule }) => rule);
  return [...rules].map(([rule, parts]) => {
    const from = takenFor(parts.flatMap((part) => part.from));
    const to = takenFor(parts.flatMap((part) => part.to));
    const words = parts.flatMap((difference) => {
      if (!withWords) return [];
      const { identifiers } = scrub(difference.part);
      return telling(difference).map((signal) => wordsOf(difference.part, signal, identifiers));
    });
    return { rule, effect: effectOf(from, to), from, to, ...(withWords ? { words } : {}) };
  });
}

function verdictUnder(policies: Policies, part: ReadText, direction: Direction): Verdict {
  const identifiers = direction === "answer" ? scrub(part).identifiers : [];
  return judgeOf(part, direction, identifiers)(policies).verdict;
}

/**
 * What becomes of one stored text; undefined where nothing does. Each part was screened by itself, and the gravest
 * verdict is the text's.
 */
export function flipOf(
  stored: StoredText,
  parts: readonly ReadText[],
  direction: Direction,
  { from, comparison, shadow }: Compared,
  { words, decided }: { words: boolean; decided: Outcome | undefined },
): Flip | undefined {
  const found = parts.map((part) => ({ part, difference: comparison.differenceIn(part, direction) }));
  if (found.every(({ difference }) => difference === undefined)) return undefined;
  let verdict: Flip["verdict"] = { from: "clear", to: "clear" };
  for (const { part, difference } of found) {
    const same = difference === undefined ? verdictUnder(from, part, direction) : "clear";
    verdict = {
      from: graver(verdict.from, difference?.from.verdict ?? same),
      to: graver(verdict.to, difference?.to.verdict ?? same),
    };
  }
  const differences = found.flatMap(({ part, difference }) =>
    (difference?.rules ?? []).map((rule) => ({ ...rule, part })),
  );
  const { question, message, waits, sent, day } = stored;
  const rules = flippedRules(differences, words && sent);
  const outcome = decided === undefined ? {} : { decided };
  return { question, message, waits, sent, day, shadow, verdict, rules, ...outcome };
}
