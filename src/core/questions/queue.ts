import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { standingOf } from "#core/credentials/standing.ts";
import type { TriageCard } from "./cards.ts";
import { loadTriageCard } from "./load-triage-card.ts";

const MOST = 20;
/** Older ones are answered, taken back or expired by now. */
const MOST_DECLINED = 200;

/** What waits and what is held, oldest promise first; for the team's home page. Nothing without standing. */
export async function queue(core: Core, { actor }: { actor: Actor }): Promise<TriageCard[]> {
  authorise(actor, "question.read-card");
  return core.tx(async (tx, now) => {
    if (!(await standingOf(tx, actor.memberId, now)).ok) return [];
    const declined = await tx.decline.findMany({
      where: { memberId: actor.memberId },
      orderBy: { createdAt: "desc" },
      take: MOST_DECLINED,
    });
    const questions = await tx.question.findMany({
      where: {
        communityId: actor.communityId,
        status: { in: ["waiting", "claimed", "held", "asked-back"] },
        askerId: { not: actor.memberId },
        id: { notIn: declined.map(({ questionId }) => questionId) },
      },
      orderBy: { promisedAt: "asc" },
      take: MOST,
    });
    const cards: TriageCard[] = [];
    for (const { id } of questions) {
      const card = await loadTriageCard(tx, core, id);
      if (card !== undefined) cards.push(card);
    }
    return cards;
  });
}
