import type { OwnType } from "./found-in-post.ts";

/** Privately to a member: others can read in a channel what points at them. */
export interface OwnDetailsCard {
  readonly kind: "own-details";
  readonly community: string;
  readonly types: readonly OwnType[];
}

/** What a card of this kind is about; nothing of the text. */
export const subjectOf = (memberId: string, types: readonly OwnType[]): string =>
  `${memberId}:${types.join("+")}`;
