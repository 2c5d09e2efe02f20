import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { holdPair, type PairRow } from "./own-pair.ts";
import { statesAllowing, TELL_MS } from "./pair.ts";
import { letOut } from "./tell.ts";

/** After a day, or up to two: the hour at which it is told is not the hour at which somebody left. */
function tellAt({ randomBytes }: Core, now: Date): Date {
  const share = Buffer.from(randomBytes(4)).readUInt32BE() / 2 ** 32;
  return new Date(now.getTime() + TELL_MS * (1 + share));
}

/** Takes one of the two out of their thread. The other is told later, and only that the pair has ended. */
export async function leaveFor(
  tx: Tx,
  core: Core,
  pair: PairRow,
  { memberId, now }: { memberId: string; now: Date },
): Promise<void> {
  await holdPair(tx, pair.id);
  const { count } = await tx.peerSide.updateMany({
    where: { pairId: pair.id, memberId, leftAt: null, pair: { togetherAt: { not: null } } },
    data: { leftAt: now },
  });
  if (count === 0) return;
  await tx.peerPair.updateMany({
    where: { id: pair.id, state: { in: statesAllowing("leave") } },
    data: { state: "leaving", tellAt: tellAt(core, now) },
  });
  await letOut(tx, core, pair, memberId, now);
}
