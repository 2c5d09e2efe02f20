import { type Actor, authorise, type Verb } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { casesFor } from "../cases/cases-for.ts";

/**
 * An appeal of the actor's community, by its id or its case's number; never one against themselves or against what they decided.
 * Refuses not_found, second_person, appeal_closed once it is decided.
 */
export async function appealHere(
  db: Tx | Core["db"],
  { actor, named, verb }: { readonly actor: Actor; readonly named: string; readonly verb: Verb },
) {
  const { communityId, memberId } = actor;
  authorise(actor, verb);
  const number = /^\d{1,9}$/.test(named) ? Number(named) : undefined;
  const found = await db.appeal.findFirst({
    where: {
      communityId,
      ...(number === undefined ? { id: named } : {}),
      decision: { case: { ...casesFor(actor), ...(number === undefined ? {} : { number }) } },
    },
    include: { decision: { include: { case: true } } },
    orderBy: { id: "desc" },
  });
  if (found === null || found.subjectId === memberId) throw refuse("not_found", { what: "appeal" });
  if (verb !== "appeal.decide") return found;
  if (found.againstId === memberId || found.decision.confirmedById === memberId)
    throw refuse("second_person", { why: "decider" });
  if (found.state !== "open") throw refuse("appeal_closed", { why: "decided" });
  return found;
}
