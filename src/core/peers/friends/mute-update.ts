import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";

/** What friends answer to an update is kept, and not brought to its author any more. Refuses not_found. */
export async function muteUpdate(
  core: Core,
  { actor, updateId }: { actor: Actor; updateId: string },
): Promise<void> {
  authorise(actor, "update.write");
  await core.tx(async (tx, now) => {
    const own = { id: updateId, authorId: actor.memberId, state: "sent" };
    if ((await tx.circleUpdate.count({ where: own })) === 0) throw refuse("not_found", { what: "update" });
    await tx.circleUpdate.updateMany({ where: { ...own, mutedAt: null }, data: { mutedAt: now } });
  });
}
