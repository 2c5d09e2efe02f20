import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import { namedMember } from "#core/members/named-member.ts";

/** Names who is told when a member may be in danger, by id or by name here. A community without one is not opened. */
export async function nameCrisisContact(
  core: Core,
  { actor, member, on }: { actor: Actor; member: string; on: boolean },
): Promise<{ memberId: string; pseudonym: string }> {
  authorise(actor, "community.configure");
  const { communityId } = actor;
  return core.tx(async (tx, now) => {
    const found = await namedMember(tx, { communityId, member });
    await tx.member.update({ where: { id: found.id }, data: { crisisContact: on } });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "crisis-contact.named",
      subject: found.id,
      detail: { on },
    });
    return { memberId: found.id, pseudonym: found.pseudonym };
  });
}
