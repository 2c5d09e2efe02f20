import type { RefusalCode, Refusals } from "#core/errors.ts";
import { type Message, t } from "#core/language/t.ts";

/** A refusal in plain words: what it is, what it means, and what to do next. */
export interface Text {
  readonly title: string;
  readonly detail: string;
  readonly nextStep: string;
}

/** Words for refusals, each by its code. */
export type Texts<C extends RefusalCode> = { readonly [K in C]: (details: Refusals[K]) => Text };

/** What stands in a table, with what to do next. */
export type Advice = { readonly [K in "detail" | "nextStep"]: Message };

/** The same, in the language of whoever reads it. */
export const advise = ({ detail, nextStep }: Advice): Omit<Text, "title"> => ({
  detail: t(detail),
  nextStep: t(nextStep),
});
