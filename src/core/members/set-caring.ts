import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";

/** Somebody is here for a person they care for too, or no more: the role caregiver, beside the one they joined with. */
export async function setCaring(core: Core, { actor, on }: { actor: Actor; on: boolean }): Promise<void> {
  authorise(actor, "member.care");
  const { communityId, memberId } = actor;
  await core.tx(async (tx, now) => {
    const role = { memberId, role: "caregiver" } as const;
    if (on)
      await tx.memberRole.upsert({
        where: { memberId_role: role },
        create: { ...role, createdAt: now },
        update: {},
      });
    // It stays where it is all they have: nobody shuts themselves out.
    else
      await tx.memberRole.deleteMany({
        where: { ...role, member: { roles: { some: { role: { in: ["patient", "mentor"] } } } } },
      });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "member.changed",
      subject: memberId,
      detail: { changed: "caregiver" },
    });
  });
}
