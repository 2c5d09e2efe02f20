import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { switchOff } from "./card/switch-off.ts";
import { endMentor } from "./mentors/end-mentor.ts";
import { leaveFor } from "./pairs/leave-for.ts";

/** A member who is not here any more is found by nobody, and is taken out of every pair; the others are told as ever. */
export async function endAllOf(
  tx: Tx,
  core: Core,
  { memberId, now }: { memberId: string; now: Date },
): Promise<void> {
  await switchOff(tx, core, { memberId, now });
  const pairs = await tx.peerPair.findMany({
    where: { togetherAt: { not: null }, sides: { some: { memberId, leftAt: null } } },
    orderBy: { id: "asc" },
  });
  for (const pair of pairs) await leaveFor(tx, core, pair, { memberId, now });
  await endMentor(tx, core, { memberId, event: "end", now });
}
