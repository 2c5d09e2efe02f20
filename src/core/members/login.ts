import { type Actor, ROLES } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { newToken, typedCodeKey } from "./token.ts";

/** Trades an invitation's code for a token, once. Refuses not_found, code_expired, name_taken. */
export async function login(
  core: Core,
  { code }: { code: string },
): Promise<{ token: string; actor: Actor; slug: string }> {
  const token = newToken(core);
  const memberId = core.newId();
  return core.tx(async (tx, now) => {
    const invite = await tx.invite.findUnique({ where: { codeKey: typedCodeKey(core, code) } });
    if (invite === null) throw refuse("not_found", { what: "code" });
    const { communityId, pseudonym } = invite;
    const role = ROLES.find((known) => known === invite.role);
    const { count } = await tx.invite.updateMany({
      where: { id: invite.id, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count === 0 || role === undefined) throw refuse("code_expired", {});
    if ((await tx.member.count({ where: { communityId, pseudonym } })) > 0)
      throw refuse("name_taken", { name: pseudonym });
    await tx.member.create({
      data: {
        id: memberId,
        communityId,
        pseudonym,
        createdAt: now,
        roles: { create: { role, createdAt: now } },
      },
    });
    await core.vault.createKey(tx, { memberId }, now);
    await tx.accessToken.create({
      data: { id: core.newId(), memberId, tokenKey: token.key, createdAt: now },
    });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "member.signed-in",
      subject: memberId,
      detail: { role },
    });
    const community = await tx.community.findUniqueOrThrow({ where: { id: communityId } });
    return {
      token: token.text,
      actor: { memberId, communityId, pseudonym, roles: [role], language: "en" },
      slug: community.slug,
    };
  });
}
