import { type Actor, authorise, type Role } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { checkedPseudonym } from "./pseudonym.ts";
import { newCode } from "./token.ts";

export type InvitedRole = Extract<Role, "admin" | "moderator" | "auditor" | "lead">;

/** A one-time code for a second person at the command line; only its keyed hash is stored. Refuses name_taken. */
export async function inviteMember(
  core: Core,
  { actor, pseudonym, role }: { actor: Actor; pseudonym: string; role: InvitedRole },
): Promise<{ code: string; expiresAt: Date }> {
  authorise(actor, "member.invite");
  const name = checkedPseudonym(pseudonym);
  const { communityId } = actor;
  const code = newCode(core);
  const id = core.newId();
  return core.tx(async (tx, now) => {
    if ((await tx.member.count({ where: { communityId, pseudonym: name } })) > 0)
      throw refuse("name_taken", { name });
    const expiresAt = new Date(now.getTime() + core.config.timing.codeMs);
    await tx.invite.create({
      data: {
        id,
        communityId,
        codeKey: code.key,
        pseudonym: name,
        role,
        invitedById: actor.memberId,
        createdAt: now,
        expiresAt,
      },
    });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "member.invited",
      subject: id,
      detail: { role },
    });
    return { code: code.text, expiresAt };
  });
}
