import type { RefusalCode, Refusals } from "#core/errors.ts";

/** A refusal in plain words: what it is, what it means, and what to do next. */
export interface Text {
  readonly title: string;
  readonly detail: string;
  readonly nextStep: string;
}

/** Words for refusals, each by its code. */
export type Texts<C extends RefusalCode> = { readonly [K in C]: (details: Refusals[K]) => Text };
