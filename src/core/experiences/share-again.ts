import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { next, statusOf } from "./experience.ts";
import { followSearch } from "./follow-search.ts";
import { liveStatus } from "./live-status.ts";
import { type OwnExperience, readOwn, remarked, requireOwn } from "./own-experience.ts";
import { USE_TEXT_VERSION } from "./uses.ts";

/**
 * Shares with the community what its author had withdrawn, as it stood; the other two uses stay off. What moderators hid stays
 * hidden. Refuses not_found, experience_status.
 */
export async function shareAgain(
  core: Core,
  { actor, experienceId }: { actor: Actor; experienceId: string },
): Promise<OwnExperience> {
  authorise(actor, "experience.share");
  const own = await core.tx(async (tx, now) => {
    const row = await requireOwn(tx, { actor, experienceId });
    const is = statusOf(row.status);
    if (next(is, "share-again") === undefined)
      throw refuse("experience_status", { is, wanted: "share-again" });
    // Holds the row: a decision to hide it beside this is seen below, or waits for it.
    await tx.experience.update({ where: { id: experienceId }, data: { version: { increment: 0 } } });
    const { count } = await tx.experience.updateMany({
      where: { id: experienceId, status: is },
      data: { status: await liveStatus(tx, core, row), endedAt: null, edition: { increment: 1 } },
    });
    if (count === 0) throw refuse("stale_card", {});
    const given = { textVersion: USE_TEXT_VERSION, givenAt: now, withdrawnAt: null };
    await tx.experienceUse.upsert({
      where: { experienceId_use: { experienceId, use: "community" } },
      create: { experienceId, use: "community", ...given },
      update: given,
    });
    await followSearch(tx, core, experienceId);
    await record(tx, {
      at: now.getTime(),
      communityId: actor.communityId,
      actor: actor.memberId,
      verb: "experience.shared-again",
      subject: experienceId,
    });
    return readOwn(tx, core, { actor, experienceId });
  });
  return remarked(core, own);
}
