import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";

/**
 * A pinned notice stands that says so: from now on the channel is read. Gives since when, and up to where it was read
 * before this process; undefined where it is off the list by now. Saying it again keeps what is there.
 */
export async function beginReading(
  core: Core,
  { id, communityId, noticeId }: { id: string; communityId: string; noticeId: string },
): Promise<{ readSince: Date; readTo: Date } | undefined> {
  const place = { table: "WatchedChannel", column: "noticeSealed", row: id };
  const noticeSealed = await core.vault.seal(core.db, { communityId }, place, noticeId);
  return core.tx(async (tx, now) => {
    const listed = { id, unwatchedAt: null };
    const { count } = await tx.watchedChannel.updateMany({
      where: listed,
      data: { noticeSealed, trouble: null },
    });
    if (count === 0) return undefined;
    const begun = await tx.watchedChannel.updateMany({
      where: { ...listed, readSince: null },
      data: { readSince: now, readTo: now },
    });
    if (begun.count > 0)
      await record(tx, {
        at: now.getTime(),
        communityId,
        actor: "reader",
        verb: "reading.began",
        subject: id,
      });
    const { readSince, readTo } = await tx.watchedChannel.findUniqueOrThrow({ where: { id } });
    return { readSince: readSince ?? now, readTo: readTo ?? now };
  });
}
