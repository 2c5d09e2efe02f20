import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { declineFor } from "./decline-for.ts";

/** Says no, without a word to the others, to every offer of a member that has not become a pair. */
export async function letOffersGo(
  tx: Tx,
  core: Core,
  { memberId, now }: { memberId: string; now: Date },
): Promise<void> {
  const waiting = await tx.peerPair.findMany({
    where: {
      state: { in: ["offered", "declined"] },
      sides: { some: { memberId, answer: { in: ["open", "yes"] } } },
    },
    orderBy: { id: "asc" },
  });
  for (const pair of waiting) await declineFor(tx, core, pair, { memberId, now });
}
