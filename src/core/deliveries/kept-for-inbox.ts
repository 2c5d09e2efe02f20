import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { Card } from "#core/messenger.ts";
import { loadCard } from "./load-card.ts";
import type { DeliveryRow } from "./pick.ts";

const MOST = 3;
/** The lines, and whether somebody is here. */
const MOST_HELP = 2;
const WEEK_MS = 7 * 24 * 3_600_000;

/** The newest help of the last week: it is here however it reached them, since what was shown at once may be gone. */
async function newestHelp(tx: Tx, memberId: string, now: Date): Promise<DeliveryRow[]> {
  return tx.delivery.findMany({
    where: {
      targetKind: "member",
      targetId: memberId,
      op: "post",
      kind: "crisis-support",
      createdAtMs: { gt: BigInt(now.getTime() - WEEK_MS) },
    },
    orderBy: { createdAtMs: "desc" },
    take: MOST_HELP,
  });
}

/** Help, and what could not be sent to a member and is no answer (those are in the inbox in any case), newest first. */
export async function keptForInbox(core: Core, { actor }: { actor: Actor }): Promise<Card[]> {
  authorise(actor, "question.read");
  return core.tx(async (tx, now) => {
    const kept = await tx.delivery.findMany({
      where: {
        targetKind: "member",
        targetId: actor.memberId,
        op: "post",
        state: "dropped",
        trouble: "inbox",
        kind: { notIn: ["answer", "crisis-support"] },
      },
      orderBy: { createdAtMs: "desc" },
      take: MOST,
    });
    const cards: Card[] = [];
    for (const row of [...(await newestHelp(tx, actor.memberId, now)), ...kept]) {
      const card = await loadCard(tx, core, row);
      if (card !== undefined) cards.push(card);
    }
    return cards;
  });
}
