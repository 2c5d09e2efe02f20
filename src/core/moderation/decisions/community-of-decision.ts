import type { Core } from "#core/core.ts";

/** Where a decision was made; undefined when there is none. For somebody who acts by direct message in several communities. */
export async function communityOfDecision(core: Core, decisionId: string): Promise<string | undefined> {
  const decision = await core.db.decision.findUnique({
    where: { id: decisionId },
    select: { communityId: true },
  });
  return decision?.communityId;
}
