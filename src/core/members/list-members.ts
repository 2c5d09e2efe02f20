import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";

/** Everybody in the actor's community, by the name they have here; never by a platform's id. */
export async function listMembers(core: Core, { actor }: { actor: Actor }) {
  authorise(actor, "member.read");
  const members = await core.db.member.findMany({
    where: { communityId: actor.communityId },
    include: { roles: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return members.map(({ id, pseudonym, roles, state, crisisContact, createdAt }) => ({
    memberId: id,
    pseudonym,
    roles: roles.map(({ role }) => role),
    state,
    crisisContact,
    createdAt,
  }));
}
