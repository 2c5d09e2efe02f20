import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { statusOf } from "./experience.ts";
import { requireOwn } from "./own-experience.ts";

/** Forgets what was not shared: the whole draft, or the new words of something that stands as it was. Refuses not_found. */
export async function cancelDraft(
  core: Core,
  { actor, experienceId }: { actor: Actor; experienceId: string },
): Promise<{ stands: boolean }> {
  authorise(actor, "experience.draft");
  return core.tx(async (tx, now) => {
    const row = await requireOwn(tx, { actor, experienceId });
    const stands = statusOf(row.status) !== "draft";
    const { count } = await tx.experience.updateMany({
      where: { id: experienceId, status: row.status, pendingSealed: { not: null } },
      data: {
        edition: { increment: 1 },
        pendingOriginalSealed: null,
        pendingSealed: null,
        ...(stands ? {} : { status: "cancelled", endedAt: now }),
      },
    });
    if (count === 0) throw refuse("stale_card", {});
    if (!stands) {
      await tx.experienceUse.updateMany({
        where: { experienceId, withdrawnAt: null },
        data: { withdrawnAt: now },
      });
      await tx.experienceLabel.deleteMany({ where: { experienceId } });
    }
    await record(tx, {
      at: now.getTime(),
      communityId: actor.communityId,
      actor: actor.memberId,
      verb: "experience.cancelled",
      subject: experienceId,
      detail: { stands },
    });
    return { stands };
  });
}
