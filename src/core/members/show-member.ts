import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { namedMember } from "./named-member.ts";

/**
 * What the record says of one member, by id or by name here: roles, agreements, credentials and counts. Never who they
 * are on a platform, and never a text.
 */
export async function showMember(core: Core, { actor, member }: { actor: Actor; member: string }) {
  authorise(actor, "member.read");
  const { id } = await namedMember(core.db, { communityId: actor.communityId, member });
  const found = await core.db.member.findUniqueOrThrow({
    where: { id },
    include: {
      roles: { orderBy: { createdAt: "asc" } },
      accounts: { select: { platform: true } },
      consents: { where: { purpose: "joining" }, orderBy: { givenAt: "asc" } },
      credentials: { orderBy: { createdAt: "asc" } },
      _count: { select: { asked: true } },
    },
  });
  return {
    memberId: id,
    pseudonym: found.pseudonym,
    roles: found.roles.map(({ role }) => role),
    crisisContact: found.crisisContact,
    joinedAt: found.createdAt,
    platforms: [...new Set(found.accounts.map(({ platform }) => platform))],
    agreements: found.consents.map(({ textVersion, givenAt, withdrawnAt }) => ({
      textVersion,
      givenAt,
      withdrawnAt,
    })),
    credentials: found.credentials.map(({ id: credentialId, profession, jurisdiction, status }) => ({
      credentialId,
      profession,
      jurisdiction,
      status,
    })),
    questionsAsked: found._count.asked,
  };
}
