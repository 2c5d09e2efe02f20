import type { Core } from "#core/core.ts";
import { entryName, type KeptEntry, wordKeys } from "./index-entry.ts";

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

const IN_HEADING = 3;

/** The best matches first; only those that are likely to be about what was asked, so perhaps none. */
export async function findEntries(core: Core, asked: FindEntries): Promise<readonly FoundEntry[]> {
  const { communityId, kind, words, topic, limit } = asked;
  const wanted = wordKeys(core, communityId, words);
  const beginning = entryName(communityId, kind);
  const rows = await core.db.meta.findMany({ where: { name: { startsWith: beginning } } });
  return rows
    .map(({ name, value }): FoundEntry & { topic: string } => {
      const kept: KeptEntry = JSON.parse(value);
      const score = wanted
        .map((key) => (kept.heading.includes(key) ? IN_HEADING : kept.body.includes(key) ? 1 : 0))
        .reduce<number>((sum, one) => sum + one, 0);
      return { subjectId: name.slice(beginning.length), score, topic: kept.topic };
    })
    .filter((found) => found.score > 0 && (topic === undefined || found.topic === topic))
    .sort((one, other) => other.score - one.score || (one.subjectId < other.subjectId ? 1 : -1))
    .slice(0, limit)
    .map(({ subjectId, score }) => ({ subjectId, score }));
}
