import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { endDecision } from "./end-decision.ts";

/** Whoever was removed may come back by joining again: the removal is over then. A ban is not. Gives whether there was one. */
export async function returnIfRemoved(
  tx: Tx,
  core: Core,
  { memberId, now }: { memberId: string; now: Date },
): Promise<boolean> {
  const removals = await tx.decision.findMany({
    where: { subjectMemberId: memberId, action: "remove", state: "standing" },
  });
  for (const decision of removals) await endDecision(tx, core, { decision, event: "end", by: null, now });
  return removals.length > 0;
}
