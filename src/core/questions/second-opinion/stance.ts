/** What a colleague thinks of an answer: as said, with something to add, or otherwise. */
export const STANCES = ["agree", "add", "differ"] as const;
export type Stance = (typeof STANCES)[number];

/** A word that came from a button or a row; undefined for any other. */
export const stanceOf = (word: string | undefined): Stance | undefined =>
  STANCES.find((known) => known === word);

/**
 * Beside one answer as it stands: more would bury it, and one private message of a platform would not hold them. `each` is
 * how often one colleague gives theirs, withdrawn ones too: the patient's card does not change for ever.
 */
export const MOST = { opinions: 5, texts: 2, each: 3 } as const;

/** Whoever has one that stands has no second one about the same words. */
export const slotOf = (about: { answerId: string; version: number; authorId: string }): string =>
  `${about.answerId}/${about.version}/${about.authorId}`;
