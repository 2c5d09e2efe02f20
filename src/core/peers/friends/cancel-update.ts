import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";

/** Nothing was sent, and what was typed is forgotten. Refuses not_found. */
export async function cancelUpdate(
  core: Core,
  { actor, updateId }: { actor: Actor; updateId: string },
): Promise<void> {
  authorise(actor, "update.write");
  await core.tx(async (tx) => {
    const { count } = await tx.circleUpdate.updateMany({
      where: { id: updateId, authorId: actor.memberId, state: "draft" },
      data: { state: "cancelled", originalSealed: null, crossingSealed: null },
    });
    if (count === 0) throw refuse("not_found", { what: "update" });
  });
}
