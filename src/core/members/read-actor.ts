import { type Actor, ROLES } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { asLanguage } from "#core/language/language.ts";

type MemberRow = Pick<Actor, "communityId" | "pseudonym"> & {
  readonly id: string;
  readonly state: string;
  readonly silencedUntil: Date | null;
  readonly language: string;
  readonly roles: readonly { readonly role: string }[];
};

/** A member that was read with their roles, as an actor; undefined when they left, were removed, banned or erased. */
export function toActor(member: MemberRow): Actor | undefined {
  const { id, state, communityId, pseudonym, silencedUntil, roles } = member;
  if (state !== "active") return undefined;
  const held = new Set(roles.map(({ role }) => role));
  const actor = {
    memberId: id,
    communityId,
    pseudonym,
    roles: ROLES.filter((role) => held.has(role)),
    language: asLanguage(member.language),
  };
  return silencedUntil === null ? actor : { ...actor, silencedUntil };
}

/** The member as an actor, with the roles held now; undefined when they left, were removed, banned or erased. */
export async function readActor(db: Tx | Core["db"], memberId: string): Promise<Actor | undefined> {
  const member = await db.member.findUnique({ where: { id: memberId }, include: { roles: true } });
  return member === null ? undefined : toActor(member);
}
