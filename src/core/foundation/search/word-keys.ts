import type { Core } from "#core/core.ts";

/** Texts that are searched together. Their words have the same keys as those of no others. */
export interface SearchScope {
  readonly communityId: string;
  readonly kind: string;
}

/** Gives the words of one scope their keys. */
export function wordKeys({ vault }: Pick<Core, "vault">, scope: SearchScope): (term: string) => string {
  return vault.wordIndex(JSON.stringify(["search", scope.communityId, scope.kind]));
}

/** Every text has this one: how many there are. */
export const EVERY_TEXT = "*";

/** A topic is a word of its own, that nothing in a text spells. */
export const topicTerm = (topic: string): string => `t:${topic}`;

/** The same word in a heading, where fewer have it. No key begins like this, so the two are told apart. */
export const inHeading = (key: string): string => `z${key}`;
