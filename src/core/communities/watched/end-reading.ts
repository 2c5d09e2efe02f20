import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { WatchTrouble } from "./watched-places.ts";

/** The channel is not read, for a reason or because it is off the list. What was posted meanwhile is never read later. */
export async function endReading(
  core: Core,
  { id, communityId, trouble }: { id: string; communityId: string; trouble: WatchTrouble | undefined },
): Promise<void> {
  await core.tx(async (tx, now) => {
    const ended = await tx.watchedChannel.updateMany({
      where: { id, readSince: { not: null } },
      data: { readSince: null, readTo: null },
    });
    await tx.watchedChannel.updateMany({ where: { id }, data: { trouble: trouble ?? null } });
    if (ended.count > 0)
      await record(tx, {
        at: now.getTime(),
        communityId,
        actor: "reader",
        verb: "reading.ended",
        subject: id,
      });
  });
}
