import { msg } from "#core/language/t.ts";
import type { ForWhom } from "#core/questions/for-whom.ts";

/** As whoever asks chooses it, and reads it on the card before it is sent. */
export const FOR_WHOM_WORDS = {
  self: msg("For myself"),
  parent: msg("For my parent"),
  child: msg("For my child (18 or over)"),
  partner: msg("For my partner"),
  relative: msg("For another relative"),
  friend: msg("For a friend"),
  other: msg("For someone else"),
} as const satisfies Record<ForWhom, string>;
