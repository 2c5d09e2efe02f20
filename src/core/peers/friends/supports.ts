import { msg } from "#core/language/t.ts";

/** What a friend can answer with one press: kind, short, and nothing to live up to. */
export const SUPPORTS = {
  thinking: msg("Thinking of you"),
  glad: msg("Glad to hear it"),
  sorry: msg("Sorry it is hard"),
  here: msg("I'm here if you want to talk"),
} as const;

export type Support = keyof typeof SUPPORTS;

export const isSupport = (text: string): text is Support => Object.hasOwn(SUPPORTS, text);
