import type { Core } from "#core/core.ts";
import { emptyDecided } from "./erase/empty-decided.ts";
import { bindsStill, textsWait } from "./still-bound.ts";

/**
 * What was left of somebody who was erased goes when it is over: the texts with the time to appeal, the mark of the account with
 * the last decision. Gives how many ended.
 */
export async function endRemainders(core: Core): Promise<number> {
  const left = await core.db.remainder.findMany();
  let ended = 0;
  for (const { id, communityId, memberId, textsGoneAt, accountKey } of left)
    ended += await core.tx(async (tx, now) => {
      const waits = textsGoneAt === null && (await textsWait(tx, memberId, now));
      if (!waits && textsGoneAt === null) {
        await emptyDecided(tx, core, { communityId, memberId });
        await tx.remainder.updateMany({ where: { memberId }, data: { textsGoneAt: now } });
      }
      if (waits || (accountKey !== null && (await bindsStill(tx, memberId, now)))) return 0;
      return (await tx.remainder.deleteMany({ where: { id } })).count;
    });
  return ended;
}
