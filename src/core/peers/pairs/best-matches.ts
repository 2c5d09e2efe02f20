import type { Core } from "#core/core.ts";
import { join, type Sql, sql } from "#core/foundation/store/sql.ts";
import { SPOTS } from "../card/peer-card.ts";
import { isTime, isZone, meets, type Pace, type Time, type Zone } from "../card/times.ts";

/** A look costs the same among a hundred members and a hundred thousand: each of these bounds rows, and none grows. */
const COUNTED = 100;
const RAREST = 4;
const WINDOW = 40;
const MOST_GIVEN = 20;
/** One thing in common is no reason to meet, and would tell most about somebody. */
const LEAST_SHARED = 2;

export interface Looking {
  readonly memberId: string;
  readonly pace: Pace;
  readonly times: readonly Time[];
  readonly zone: Zone;
  readonly tagKeys: readonly string[];
}

export interface Found {
  readonly memberId: string;
  readonly sharedKeys: readonly string[];
  readonly score: number;
}

/** Somebody found, and whether as a mentor. */
export interface Match extends Found {
  readonly asMentor: boolean;
}

type Raw = number | bigint | null;

/**
 * About how many have each tag. Spots are random, so the place of the hundredth tells how dense all of them lie: exact for few,
 * within about a tenth for many, and never more than a hundred rows.
 */
async function countsOf({ db }: Core, { tagKeys, pace }: Looking): Promise<ReadonlyMap<string, number>> {
  const one = (key: string): Sql => sql`
    SELECT CAST(${key} AS TEXT) AS "tagKey", COUNT(*) AS "few", MAX("spot") AS "last" FROM (
      SELECT "spot" FROM "PeerTag" WHERE "tagKey" = ${key} AND "pace" = ${pace} ORDER BY "spot" LIMIT ${COUNTED}) AS t`;
  const rows = await db.$queryRaw<{ tagKey: string; few: Raw; last: Raw }[]>(
    join(tagKeys.map(one), " UNION ALL "),
  );
  return new Map(
    rows.map(({ tagKey, few, last }) => {
      const isAll = Number(few) < COUNTED;
      return [tagKey, isAll ? Number(few) : ((COUNTED - 1) * SPOTS) / (Number(last) + 1)];
    }),
  );
}

/** Some of those who have a tag, on one side of a random spot. */
const windowOf = (key: string, { pace, memberId }: Looking, side: Sql): Sql => sql`
  SELECT "memberId" FROM (
    SELECT "memberId" FROM "PeerTag"
    WHERE "tagKey" = ${key} AND "pace" = ${pace} AND "spot" ${side} AND "memberId" <> ${memberId}
    ORDER BY "spot" LIMIT ${WINDOW}) AS w`;

/** Members who have one of the rarest tags: from a random spot on, and from the first on where that gives too few. */
async function candidates({ db, randomBytes }: Core, looking: Looking, rarest: readonly string[]) {
  const from = Buffer.from(randomBytes(4)).readUInt32BE() % SPOTS;
  const windows = [sql`>= ${from}`, sql`< ${from}`].flatMap((side) =>
    rarest.map((key) => windowOf(key, looking, side)),
  );
  const seen = await db.$queryRaw<{ memberId: string }[]>(join(windows, " UNION ALL "));
  return [...new Set(seen.map(({ memberId }) => memberId))].slice(0, RAREST * WINDOW);
}

interface Shares {
  readonly memberId: string;
  /** With a space between them. */
  readonly sharedKeys: string;
  readonly times: string;
  readonly zone: string;
}

/** Of each, those tags that the one who looks has too, and no other. */
async function sharesOf({ db }: Core, { tagKeys }: Looking, ids: readonly string[]): Promise<Shares[]> {
  if (ids.length === 0) return [];
  return db.$queryRaw<Shares[]>(sql`
    SELECT s.*, c."times", c."zone" FROM (
      SELECT "memberId", STRING_AGG("tagKey", ' ') AS "sharedKeys" FROM "PeerTag"
      WHERE "memberId" IN (${join(ids)}) AND "tagKey" IN (${join(tagKeys)})
      GROUP BY "memberId" HAVING COUNT(*) >= ${LEAST_SHARED}) AS s
    JOIN "PeerCard" c ON c."memberId" = s."memberId"`);
}

/** Whether hours meet, worked out once for each of the few ways in which people are free. */
function meeting(looking: Looking): (other: Pick<Shares, "times" | "zone">) => boolean {
  const known = new Map<string, boolean>();
  return ({ times, zone }) => {
    const when = `${zone}|${times}`;
    const fits =
      known.get(when) ?? (isZone(zone) && meets(looking, { zone, times: times.split(" ").filter(isTime) }));
    known.set(when, fits);
    return fits;
  };
}

/**
 * Who suits best, by the tags that both chose; the rarer a tag, the more it weighs. The pace is the same and the hours meet.
 * Whether they may be brought together is for the caller to check.
 */
export async function bestMatches(core: Core, looking: Looking): Promise<readonly Found[]> {
  if (looking.tagKeys.length === 0) return [];
  const counts = await countsOf(core, looking);
  const countOf = (key: string) => counts.get(key) ?? 0;
  const rarest = looking.tagKeys.toSorted((one, other) => countOf(one) - countOf(other)).slice(0, RAREST);
  const weigh = (keys: readonly string[]) =>
    keys.reduce((sum, key) => sum + 1 / (1 + Math.log2(Math.max(1, countOf(key)))), 0);
  const shares = await sharesOf(core, looking, await candidates(core, looking, rarest));
  return shares
    .filter(meeting(looking))
    .map(({ memberId, sharedKeys }) => ({ memberId, sharedKeys: sharedKeys.split(" ") }))
    .map((match) => ({ ...match, score: weigh(match.sharedKeys) }))
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST_GIVEN);
}
