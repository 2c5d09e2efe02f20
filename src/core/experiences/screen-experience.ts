import type { Core } from "#core/core.ts";
import { foundInCrossing } from "#core/moderation/automatic/found-in-crossing.ts";
import { crossingOf, type PreviewSegment, preview } from "#core/screening/preview.ts";
import { screen } from "#core/screening/screen.ts";
import { graver, type Verdict } from "#core/screening/screening.ts";
import { asOneText, type ExperienceText, FIELDS, type Field, mapFields } from "./experience-text.ts";

export type Segments = Readonly<Record<Field, readonly PreviewSegment[]>>;

export interface ScreenedExperience {
  readonly original: ExperienceText;
  /** What others will read. */
  readonly crossing: ExperienceText;
  /** What was typed, with what is taken out marked. */
  readonly segments: Segments;
  readonly verdict: Verdict;
}

/**
 * Screens every field: what points at a person goes, whoever it is, and so does the detail of a method. Who was named in one
 * field keeps the same placeholder in the next.
 */
export function screenExperience(core: Core, original: ExperienceText): ScreenedExperience {
  const rules = { policies: core.policies(), crisisLines: core.crisisLines() };
  const earlier: string[] = [];
  const segments = {} as Record<Field, readonly PreviewSegment[]>;
  let verdict: Verdict = "clear";
  for (const field of FIELDS) {
    const text = original[field];
    const screening = screen(text, { ...rules, earlier: [...earlier] });
    segments[field] = preview(text, screening);
    verdict = graver(verdict, screening.verdict);
    if (text !== "") earlier.push(text);
  }
  // A few words in each of several fields may say together what none says alone.
  verdict = graver(verdict, screen(asOneText(original), rules).verdict);
  return { original, crossing: mapFields((field) => crossingOf(segments[field])), segments, verdict };
}

/** What its author hears about a text before it is shared. Nothing of it holds anything back. */
export interface Remarks {
  /** Words that read as if they told others what to take or do: a hint, no more. */
  readonly advice: readonly string[];
  /** Moderators look at it once it is shared. */
  readonly lookedAt: boolean;
  readonly fullyScreened: boolean;
}

/** A contact is taken out anyway. */
const CONTACT = "advice.identifier";
const MOST_HINTS = 5;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What overlaps is one. */
function joined(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    const last = whole.at(-1);
    if (last === undefined || start > last.end) whole.push({ start, end });
    else whole[whole.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return whole;
}

export function remarksOn(core: Core, text: ExperienceText): Remarks {
  const policies = core.policies();
  const whole = FIELDS.map((field) => text[field])
    .filter((part) => part !== "")
    .join("\n");
  const { signals } = screen(whole, { direction: "answer", policies });
  const spans = joined(signals.filter(({ kind, rule }) => kind === "advice" && rule !== CONTACT));
  return {
    advice: [...new Set(spans.map(({ start, end }) => whole.slice(start, end)))].slice(0, MOST_HINTS),
    lookedAt: foundInCrossing(policies, whole) !== undefined,
    fullyScreened: screen(whole, { policies }).fullyScreened,
  };
}
