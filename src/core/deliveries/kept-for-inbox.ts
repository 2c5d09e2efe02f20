import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { Card } from "#core/messenger.ts";
import { loadCard } from "./load-card.ts";
import type { DeliveryRow } from "./pick.ts";

const MOST = 3;

/** What could not be sent to a member and is no answer (those are in the inbox in any case), newest first. */
export async function keptForInbox(core: Core, { actor }: { actor: Actor }): Promise<Card[]> {
  authorise(actor, "question.read");
  return core.tx(async (tx) => {
    const kept = await tx.delivery.findMany({
      where: {
        targetKind: "member",
        targetId: actor.memberId,
        op: "post",
        state: "dropped",
        trouble: "inbox",
        kind: { not: "answer" },
      },
      orderBy: { createdAtMs: "desc" },
      take: MOST,
    });
    const cards: Card[] = [];
    for (const row of kept) {
      const card = await loadCard(tx, core, row satisfies DeliveryRow);
      if (card !== undefined) cards.push(card);
    }
    return cards;
  });
}
