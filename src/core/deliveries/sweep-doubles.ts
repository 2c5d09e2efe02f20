import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { messageKey } from "#core/foundation/vault/index-keys.ts";
import { DeliveryFailure, type Destination, type MessageRef, type Messenger } from "#core/messenger.ts";
import { loadDestination } from "./load-destination.ts";
import { cardOf } from "./load-facts.ts";
import type { DeliveryRow } from "./pick.ts";
import { partKey } from "./send.ts";

const AT_ONCE = 20;
/** The second look is made this many settling times after a send that was repeated. */
const LATER = 10;

/** When to look once more for a first attempt that was "surely absent" and yet may land. */
export function sweepAt(core: Pick<Core, "config">, now: Date): bigint {
  return BigInt(Math.ceil(now.getTime() + core.config.timing.settleMs * LATER));
}

interface Standing {
  readonly to: Destination;
  /** The blind index of the recorded message, by part. */
  readonly recorded: ReadonlyMap<number, string>;
}

async function standingOf(tx: Tx, core: Core, row: DeliveryRow): Promise<Standing | undefined> {
  const copies = await tx.copy.findMany({ where: { ...cardOf(row), removedAtMs: null } });
  const located = await loadDestination(tx, core, row);
  if (copies.length === 0 || !("to" in located)) return undefined;
  return { to: located.to, recorded: new Map(copies.map((copy) => [copy.part, copy.messageKey])) };
}

/** All that stands under one delivery's key and is not what is on record. */
async function doublesOf(
  core: Core,
  messenger: Messenger,
  row: DeliveryRow,
  { to, recorded }: Standing,
): Promise<MessageRef[]> {
  const doubles: MessageRef[] = [];
  for (const [part, known] of recorded) {
    const found = await messenger.find(to, {
      key: partKey(core, row, part),
      after: new Date(Number(row.triedAtMs ?? 0n)),
      witness: undefined,
    });
    if (found.found === undefined) continue;
    for (const ref of [found.found, ...found.doubles])
      if (messageKey(core, row.platform, ref.channelId, ref.messageId) !== known) doubles.push(ref);
  }
  return doubles;
}

async function sweep(core: Core, messenger: Messenger, row: DeliveryRow): Promise<number> {
  const standing = await core.tx((tx) => standingOf(tx, core, row));
  const doubles = standing === undefined ? [] : await doublesOf(core, messenger, row, standing);
  for (const double of doubles) await messenger.remove(double);
  await core.tx(async (tx, now) => {
    await tx.delivery.update({ where: { id: row.id }, data: { sweepAtMs: null } });
    if (doubles.length > 0)
      await record(tx, {
        at: now.getTime(),
        communityId: row.communityId,
        actor: "clock",
        verb: "delivery.double-removed",
        subject: row.id,
        detail: { count: doubles.length },
      });
  });
  return doubles.length;
}

/**
 * A send that was repeated because the first attempt was surely absent is looked at once more, long after: a first attempt
 * that landed all the same is removed. Gives how many were.
 */
export async function sweepDoubles(core: Core, messengers: readonly Messenger[]): Promise<number> {
  const due = await core.db.delivery.findMany({
    where: { state: "done", sweepAtMs: { lte: BigInt(core.clock.now().getTime()) } },
    take: AT_ONCE,
  });
  let removed = 0;
  for (const row of due) {
    const messenger = messengers.find(({ platform }) => platform === row.platform);
    if (messenger === undefined) continue;
    try {
      removed += await sweep(core, messenger, row);
    } catch (error) {
      // One that cannot be looked at holds up no other: it is looked at again later.
      if (!(error instanceof DeliveryFailure))
        core.log.error("delivery.sweep_failed", {
          delivery: row.id,
          errorName: error instanceof Error ? error.name : typeof error,
        });
      await core.db.delivery.update({
        where: { id: row.id },
        data: { sweepAtMs: sweepAt(core, core.clock.now()) },
      });
    }
  }
  return removed;
}
