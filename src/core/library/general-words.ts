import type { Core } from "#core/core.ts";
import type { AnswerText } from "#core/questions/cards.ts";
import { crossingOf, preview } from "#core/screening/preview.ts";
import { screen } from "#core/screening/screen.ts";
import { isGrave } from "#core/screening/screening.ts";

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The name that somebody has here is no identifier to screening; in the library it would say who asked. */
const withoutName = (text: string, pseudonym: string): string =>
  text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(pseudonym)}(?![\\p{L}\\p{N}])`, "giu"), "[name]");

/** A text as everybody may read it: without identifiers, the detail of a method, or the patient's name here. */
export function generalWords(
  core: Core,
  text: string,
  pseudonym: string,
): { readonly words: string; readonly isGrave: boolean } {
  const unnamed = withoutName(text, pseudonym);
  const screened = screen(unnamed, { policies: core.policies(), crisisLines: core.crisisLines() });
  return { words: crossingOf(preview(unnamed, screened)), isGrave: isGrave(screened.verdict) };
}

/** An answer as everybody may read it. */
export function generalAnswer(core: Core, answer: AnswerText, pseudonym: string): AnswerText {
  const general = (field: keyof AnswerText) => generalWords(core, answer[field], pseudonym).words;
  return {
    often: general("often"),
    can: general("can"),
    urgent: general("urgent"),
    clinician: general("clinician"),
  };
}
