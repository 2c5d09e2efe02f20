import type { ForWhom } from "#core/questions/for-whom.ts";

/** As whoever asks chooses it, and reads it on the card before it is sent. */
export const FOR_WHOM_WORDS = {
  self: "For myself",
  parent: "For my parent",
  child: "For my child (18 or over)",
  partner: "For my partner",
  relative: "For another relative",
  friend: "For a friend",
  other: "For someone else",
} as const satisfies Record<ForWhom, string>;

/** As the team reads it. */
export const FOR_THEIRS = {
  self: "for themselves",
  parent: "for their parent",
  child: "for their child (18 or over)",
  partner: "for their partner",
  relative: "for a relative of theirs",
  friend: "for a friend of theirs",
  other: "for someone else",
} as const satisfies Record<ForWhom, string>;
