import type { Core } from "#core/core.ts";
import { sql } from "#core/foundation/store/sql.ts";
import { type Asked, type AskedNotion, termsOf, weighed } from "./asked-words.ts";
import { type Condition, matchingAny } from "./engine-index.ts";
import { scoreOf } from "./score.ts";
import { readCounts } from "./word-counts.ts";
import { EVERY_TEXT, inHeading, topicTerm, wordKeys } from "./word-keys.ts";

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

interface Row {
  readonly communityId: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly sketch: Uint8Array;
}

/** Below this a text is beside the point, and a person is better served by nothing. */
const ENOUGH = 0.2;

/** Of each condition so many texts are looked at: a page of the best is among them, however many there are. */
const LOOKED_AT = 30;
/** A word that more texts have is looked up together with another only. */
const TOO_MANY_ALONE = 3000;
const TOGETHER = 3;
const WORTH_LOOKING_UP = 0.45;
const MOST_IN_GROUP = 4;

/** The words by which texts with this notion are looked up: those that there are, the surest first. */
function groupOf({ wordings }: AskedNotion) {
  return wordings
    .filter(({ share, adds, entries }) => entries > 0 && (share >= WORTH_LOOKING_UP || adds))
    .sort((one, other) => other.share - one.share)
    .slice(0, MOST_IN_GROUP);
}

/** Two of the most telling notions together; and each of them alone, where it is not in too many texts. */
function conditionsFor({ notions }: Asked, always: readonly string[][]): Condition[] {
  const groups = notions.map(groupOf).filter((group) => group.length > 0);
  const keysOf = (group: (typeof groups)[number]) => group.map(({ key }) => key);
  const conditions: Condition[] = [];
  const add = (...wanted: string[][]) =>
    conditions.push({ groups: [...wanted, ...always], limit: LOOKED_AT });
  const telling = groups.slice(0, TOGETHER).map(keysOf);
  telling.forEach((one, at) => {
    for (const other of telling.slice(at + 1)) {
      add(one.map(inHeading), other.map(inHeading));
      if (at === 0) add(one, other);
    }
  });
  for (const group of groups.slice(0, TOGETHER)) {
    const entries = group.reduce((sum, wording) => sum + wording.entries, 0);
    if (entries > TOO_MANY_ALONE && groups.length > 1) continue;
    add(keysOf(group).map(inHeading));
    if (entries <= TOO_MANY_ALONE) add(keysOf(group));
  }
  return conditions;
}

/**
 * The best matches first; only those that are likely to be about what was asked, so perhaps none. Misspelled words, other
 * words for the same thing, and Spanish ones find too. The engine gives a bounded number of texts that have the telling words;
 * they are weighed here, so that both engines rank alike.
 */
export async function findEntries(core: Core, asked: FindEntries): Promise<readonly FoundEntry[]> {
  const { notions, terms } = termsOf(asked.words);
  if (notions.length === 0) return [];
  const keyOf = wordKeys(core, asked);
  const keys = new Map([EVERY_TEXT, ...terms].map((term) => [term, keyOf(term)]));
  const key = (term: string) => keys.get(term) ?? "";
  const counts = await readCounts(core.db, [...keys.values()]);
  const words = weighed(notions, counts.get(key(EVERY_TEXT)) ?? 0, (term) => ({
    key: key(term),
    entries: counts.get(key(term)) ?? 0,
  }));
  const conditions = conditionsFor(words, asked.topic === undefined ? [] : [[keyOf(topicTerm(asked.topic))]]);
  if (conditions.length === 0) return [];
  // Whose they are is looked at here: SQLite would take it for a better way in than the few ids, and read them all.
  const rows = await core.db.$queryRaw<Row[]>(sql`
    SELECT "communityId", "kind", "subjectId", "sketch" FROM "SearchEntry"
    WHERE "id" IN (${matchingAny(core.store.engine, conditions)})`);
  return rows
    .filter(({ communityId, kind }) => communityId === asked.communityId && kind === asked.kind)
    .map(({ subjectId, sketch }) => ({ subjectId, score: scoreOf(words, sketch) }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((one, other) => other.score - one.score || (one.subjectId < other.subjectId ? -1 : 1))
    .slice(0, asked.limit);
}
