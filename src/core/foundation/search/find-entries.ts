import type { Core } from "#core/core.ts";
import { indexedWord } from "./index-entry.ts";
import { wordsOf } from "./words.ts";

export interface FindEntries {
  readonly communityId: string;
  readonly kind: string;
  readonly words: string;
  readonly topic?: string;
  readonly limit: number;
}

export interface FoundEntry {
  readonly subjectId: string;
  readonly score: number;
}

/** More words than this say no more about what is looked for. */
const MOST_WORDS = 60;
const LEAST_SCORE = 4;
/** Of few words each counts. */
const FEW = 2;

/** The best matches first; only those that are likely to be about what was asked, so perhaps none. */
export async function findEntries(core: Core, asked: FindEntries): Promise<readonly FoundEntry[]> {
  const { communityId, kind, topic, limit } = asked;
  const words = wordsOf(asked.words).slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  const rows = await core.db.searchWord.findMany({
    where: {
      ...{ communityId, kind },
      word: { in: words.map((word) => indexedWord(core, communityId, word)) },
      ...(topic === undefined ? {} : { topic }),
    },
    select: { subjectId: true, weight: true },
  });
  const least = words.length <= FEW ? words.length : LEAST_SCORE;
  return [...Map.groupBy(rows, ({ subjectId }) => subjectId)]
    .map(([subjectId, found]) => ({ subjectId, score: found.reduce((sum, { weight }) => sum + weight, 0) }))
    .filter(({ score }) => score >= least)
    .sort((one, other) => other.score - one.score || (one.subjectId < other.subjectId ? 1 : -1))
    .slice(0, limit);
}
