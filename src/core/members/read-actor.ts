import { type Actor, ROLES } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

/** The member as an actor, with the roles held now; undefined when they left or were erased. */
export async function readActor(db: Tx | Core["db"], memberId: string): Promise<Actor | undefined> {
  const member = await db.member.findUnique({ where: { id: memberId }, include: { roles: true } });
  if (member === null || member.state !== "active") return undefined;
  const held = new Set(member.roles.map(({ role }) => role));
  return {
    memberId: member.id,
    communityId: member.communityId,
    pseudonym: member.pseudonym,
    roles: ROLES.filter((role) => held.has(role)),
  };
}
