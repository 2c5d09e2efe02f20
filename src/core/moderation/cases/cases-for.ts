import { type Actor, can } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

/**
 * For the `where` of whatever finds a case: those that hold what was said in private are for leads and admins alone. Nobody
 * else learns what they are about, by whatever way they ask.
 */
export const casesFor = (actor: Actor): { readonly onlyLeads?: false } =>
  can(actor, "case.read-private") ? {} : { onlyLeads: false };

/** Whether somebody may know of a decision, by the case that it ends. */
export async function seesDecision(
  db: Tx | Core["db"],
  { actor, decisionId }: { actor: Actor; decisionId: string },
): Promise<boolean> {
  return (await db.decision.count({ where: { id: decisionId, case: casesFor(actor) } })) > 0;
}
