import type { Tx } from "#core/foundation/store/open-store.ts";
import { bindsStill, textsWait } from "../still-bound.ts";
import { emptyDecided } from "./empty-decided.ts";
import type { Counts, Erasing } from "./erasing.ts";

/**
 * A case or a decision that is not over outlives an erasure, with a blind index of each account: whoever comes back by it is bound
 * as before. Its texts stay until the time to appeal is over. Where nothing of it is left to wait for, everything goes now.
 */
export async function eraseRemainder(erasing: Erasing): Promise<Counts> {
  const { tx, core, communityId, memberId, accounts, now } = erasing;
  const waits = await textsWait(tx, memberId, now);
  if (!waits) await emptyDecided(tx, core, { communityId, memberId });
  const binds = await bindsStill(tx, memberId, now);
  const left = { communityId, memberId, textsGoneAt: waits ? null : now, createdAt: now };
  if (binds)
    for (const { externalKey } of accounts)
      await tx.remainder.create({ data: { id: core.newId(), accountKey: externalKey, ...left } });
  if (waits && !(binds && accounts.length > 0))
    await tx.remainder.create({ data: { id: core.newId(), accountKey: null, ...left } });
  return {};
}

/** Whether a remainder is left of somebody, for the words of the receipt. */
export async function isBound(tx: Tx, memberId: string): Promise<boolean> {
  return (await tx.remainder.count({ where: { memberId, accountKey: { not: null } } })) > 0;
}
