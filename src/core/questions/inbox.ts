import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { AnswerCard } from "./cards.ts";
import { loadAnswerCard } from "./load-answer-card.ts";

const MOST = 50;

/** Everything that was sent to a member, newest first; it is always here too, however it reached them. */
export async function inbox(core: Core, { actor }: { actor: Actor }): Promise<AnswerCard[]> {
  authorise(actor, "question.read");
  return core.tx(async (tx) => {
    const messages = await tx.message.findMany({
      where: {
        question: { askerId: actor.memberId },
        kind: { in: ["answer", "ask-back", "reply"] },
        state: "sent",
      },
      orderBy: { sentAt: "desc" },
      take: MOST,
    });
    const cards: AnswerCard[] = [];
    for (const { id } of messages) {
      const card = await loadAnswerCard(tx, core, id);
      if (card !== undefined) cards.push(card);
    }
    return cards;
  });
}
