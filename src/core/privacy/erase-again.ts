import type { Core } from "#core/core.ts";
import { eraseRemnants } from "#core/foundation/store/erase-remnants.ts";
import { eraseAll } from "./erase/erase-all.ts";
import { erasedBefore } from "./erasure-ledger.ts";

/**
 * Whoever was erased and came back with a backup is erased again, before anybody is served; they get no second receipt. Gives how
 * many.
 */
export async function eraseAgain(core: Core): Promise<number> {
  const ids = await erasedBefore(core);
  for (const memberId of ids)
    await core.tx((tx, now) => eraseAll(tx, core, { memberId, wish: "restore", by: "ledger", now }));
  if (ids.length > 0) await eraseRemnants(core.store);
  return ids.length;
}
