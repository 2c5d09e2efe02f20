import type { ForWhom } from "#core/questions/for-whom.ts";

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
