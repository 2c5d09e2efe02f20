import { InHand } from "#bots/in-hand.ts";

/** How many searches are remembered; after that one searches again. */
const MOST = 500;

/** What somebody searched for, and what they were shown of it. */
export interface Search {
  readonly memberId: string;
  readonly words: string;
  readonly topic?: string;
  readonly seen: readonly string[];
}

/** So that More goes on where it was, and no words stand in a button. Only in memory. */
const searches = new InHand<Search>(MOST);

export function rememberSearch(key: string, search: Search): void {
  searches.keep(key, search);
}

/** Only one's own. */
export function searchInHand(key: string, memberId: string): Search | undefined {
  const search = searches.get(key);
  return search?.memberId === memberId ? search : undefined;
}
