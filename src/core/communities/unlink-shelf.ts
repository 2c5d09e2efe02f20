import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";

/** The library's shelf is no longer used, and what stands on it is removed by and by. Refuses not_found where none is linked. */
export async function unlinkShelf(core: Core, { actor }: { actor: Actor }): Promise<void> {
  authorise(actor, "community.configure");
  const { communityId } = actor;
  await core.tx(async (tx, now) => {
    const where = { communityId_purpose: { communityId, purpose: "library" } };
    const channel = await tx.channel.findUnique({ where });
    if (channel === null) throw refuse("not_found", { what: "channel" });
    await tx.channel.delete({ where });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "channel.unlinked",
      subject: channel.id,
      detail: { purpose: "library" },
    });
  });
  core.wake();
}
