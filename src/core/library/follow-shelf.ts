import type { Core } from "#core/core.ts";
import { enqueueEdit, enqueueNext } from "#core/deliveries/enqueue.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { raw, type Sql, sql } from "#core/foundation/store/sql.ts";
import { monthsAfter } from "./library-entry.ts";

/** The kind of card that stands on the shelf. */
export const SHELF_CARD = "shelf-answer";

/** So long before its day a post says that somebody looks at it again. */
export const SOON_MONTHS = 1;

/** Where its post is to stand, and what it says of the credential; empty where none is to stand. */
const WANTED = raw(`
  CASE WHEN e."state" = 'kept' AND e."hiddenAt" IS NULL AND c."id" IS NOT NULL AND q."pausedAt" IS NULL
    THEN c."externalKey" || CASE WHEN k."status" = 'suspended' THEN ':suspended'
      WHEN k."status" IN ('expired', 'revoked', 'failed') THEN ':ended' ELSE ':' END
    ELSE '' END`);

const FROM = raw(`
  FROM "LibraryEntry" e
  LEFT JOIN "Channel" c ON c."communityId" = e."communityId" AND c."purpose" = 'library'
  LEFT JOIN "Space" s ON s."id" = c."spaceId"
  LEFT JOIN "Question" q ON q."id" = e."questionId"
  LEFT JOIN "Credential" k ON k."id" = e."credentialId"`);

const IS = raw(`COALESCE(e."shelf", '')`);

/** Entries whose post does not stand where and as it should, at most so many. */
export const strayed = (most: number): Sql => sql`
  SELECT e."id" ${FROM} WHERE (e."state" = 'kept' OR e."shelf" IS NOT NULL) AND ${IS} <> ${WANTED} LIMIT ${most}`;

interface Place {
  readonly wanted: string;
  readonly channelId: string | null;
  readonly platform: string | null;
}

const keyIn = (shelf: string | null): string => (shelf ?? "").split(":")[0] ?? "";

/** Takes its post away from wherever one was ordered: also one that is being sent at this moment. */
export async function takeFromShelf(
  tx: Tx,
  core: Core,
  { id, communityId }: { id: string; communityId: string },
  at: Date,
): Promise<void> {
  const ordered = await tx.delivery.findMany({
    where: { kind: SHELF_CARD, subjectId: id, op: "edit" },
    distinct: ["platform", "targetId"],
    select: { platform: true, targetId: true },
  });
  for (const { platform, targetId } of ordered)
    await enqueueNext(tx, core, {
      ...{ communityId, conversation: `shelf:${id}`, op: "remove", kind: SHELF_CARD, subjectId: id },
      ...{ platform, target: { kind: "shelf", id: targetId }, at },
    });
}

/**
 * Makes the post of one entry what the entry is now: it stands on the shelf of its community while members may find it, and
 * nowhere else. True where something was ordered.
 */
export async function followShelf(tx: Tx, core: Core, entryId: string, at: Date): Promise<boolean> {
  const entry = await tx.libraryEntry.findUniqueOrThrow({ where: { id: entryId } });
  const [place] = await tx.$queryRaw<Place[]>(
    sql`SELECT ${WANTED} AS "wanted", c."id" AS "channelId", s."platform" AS "platform" ${FROM} WHERE e."id" = ${entryId}`,
  );
  if (place === undefined) return false;
  const { communityId, reviewBy, shelf: is } = entry;
  const { wanted, channelId, platform } = place;
  const isWanted = wanted !== "" && channelId !== null && platform !== null;
  const shelf = isWanted ? wanted : null;
  const shelfSoon = isWanted && reviewBy !== null && reviewBy <= monthsAfter(at, SOON_MONTHS);
  if (shelf === is && shelfSoon === entry.shelfSoon) return false;
  const { count } = await tx.libraryEntry.updateMany({
    where: { id: entryId, shelf: is, shelfSoon: entry.shelfSoon },
    data: { shelf, shelfSoon },
  });
  if (count === 0) return false;
  if (is !== null && keyIn(is) !== keyIn(shelf)) await takeFromShelf(tx, core, entry, at);
  if (isWanted)
    await enqueueEdit(tx, core, {
      ...{ communityId, conversation: `shelf:${entryId}`, kind: SHELF_CARD, subjectId: entryId },
      ...{ platform, target: { kind: "shelf", id: channelId }, at },
    });
  return true;
}
