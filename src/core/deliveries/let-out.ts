import type { Core } from "#core/core.ts";
import type { Messenger, SharedThread } from "#core/messenger.ts";
import { FactsUnreadable } from "./load-facts.ts";
import { pairThread } from "./pair-destination.ts";
import type { DeliveryRow } from "./pick.ts";
import { Fenced, hold, settle } from "./settle.ts";

interface Seat {
  readonly thread: SharedThread;
  readonly accountId: string;
}

/** Whose seat it is, and where; undefined where there is no place for threads or the account is gone. */
async function readSeat(core: Core, row: DeliveryRow): Promise<Seat | undefined> {
  try {
    return await core.tx(async (tx, now) => {
      await hold(tx, core, row, now);
      const account = await tx.account.findUnique({ where: { id: row.targetId } });
      const thread = await pairThread(tx, core, row);
      if (account === null || thread === undefined) return undefined;
      const { id, memberId, externalIdSealed } = account;
      const place = { table: "Account", column: "externalIdSealed", row: id };
      return { thread, accountId: await core.vault.open(tx, { memberId }, place, externalIdSealed) };
    });
  } catch (error) {
    throw error instanceof Fenced ? error : new FactsUnreadable(error);
  }
}

/** Takes somebody out of the thread of their pair. Throws DeliveryFailure, Fenced or FactsUnreadable. */
export async function letOut(core: Core, messenger: Messenger, row: DeliveryRow): Promise<void> {
  const seat = await readSeat(core, row);
  if (seat !== undefined) await messenger.letOut(seat.thread, seat.accountId);
  await core.tx((tx, now) =>
    settle(tx, row, now, seat === undefined ? { state: "dropped", trouble: "nowhere" } : { state: "done" }),
  );
}
