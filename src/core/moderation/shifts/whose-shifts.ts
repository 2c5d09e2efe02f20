import { type Actor, authorise } from "#core/access.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { namedMember } from "#core/members/named-member.ts";
import { decides } from "../deciders.ts";

/** Whose hours are changed: one's own, or an admin those of somebody who moderates. Refuses not_allowed, not_found, invalid_input. */
export async function whoseShifts(
  tx: Tx,
  { actor, of }: { actor: Actor; of: string | undefined },
): Promise<{ id: string; pseudonym: string }> {
  const { communityId, memberId, pseudonym } = actor;
  const own = { id: memberId, pseudonym };
  if (of !== undefined && of !== memberId && of !== pseudonym) authorise(actor, "shift.set-other");
  const whose = of === undefined ? own : await namedMember(tx, { communityId, member: of });
  if (whose.id === memberId) {
    authorise(actor, "shift.set", { communityId, ownerId: memberId });
    return whose;
  }
  authorise(actor, "shift.set-other", { communityId, ownerId: whose.id });
  if ((await tx.member.count({ where: { id: whose.id, ...decides } })) === 0)
    throw refuse("invalid_input", {
      field: "person",
      rule: "must be somebody who moderates: a moderator, a lead or an admin",
    });
  return whose;
}
