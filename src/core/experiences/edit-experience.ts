import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { DomainError, refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { alertFor, checkedAndHeard, withHelp } from "#core/questions/draft.ts";
import { choicesOf } from "./choices.ts";
import type { DraftedExperience } from "./draft-experience.ts";
import { next, statusOf } from "./experience.ts";
import { checkedExperience, type ExperienceText, openPending, sealExperience } from "./experience-text.ts";
import { readOwn, remarked, requireOwn } from "./own-experience.ts";
import { screenExperience } from "./screen-experience.ts";

export interface EditExperience {
  readonly actor: Actor;
  readonly experienceId: string;
  readonly typed: ExperienceText;
}

/**
 * New words for one's own experience: shown again before others see them, and until then the old ones stand. Refuses
 * not_found, experience_status, stale_card, empty, too_long; whoever is in danger is heard all the same.
 */
export async function editExperience(
  core: Core,
  { actor, experienceId, typed }: EditExperience,
): Promise<DraftedExperience> {
  authorise(actor, "experience.draft");
  const screened = await checkedAndHeard(core, { actor, typed: Object.values(typed).join("\n") }, () =>
    screenExperience(core, checkedExperience(typed)),
  );
  const { original, crossing, segments, verdict } = screened;
  const edited = await core.tx(async (tx, now) => {
    // The alert commits although the text may be refused.
    const alert = await alertFor(tx, core, { actor, verdict, now });
    const row = await requireOwn(tx, { actor, experienceId }).catch((error: unknown) => {
      if (error instanceof DomainError) return withHelp(error, alert.alert);
      throw error;
    });
    if (row instanceof DomainError) return row;
    const status = statusOf(row.status);
    if (status !== "draft" && next(status, "edit") === undefined)
      return withHelp(refuse("experience_status", { is: status, wanted: "edit" }), alert.alert);
    const { choices = choicesOf(row), uses } = (await openPending(tx, core, row)) ?? {};
    const pending = { text: crossing, choices, ...(uses === undefined ? {} : { uses }) };
    const { count } = await tx.experience.updateMany({
      where: { id: experienceId, edition: row.edition, status: row.status },
      data: {
        edition: { increment: 1 },
        pendingOriginalSealed: await sealExperience(tx, core, row, "pendingOriginalSealed", original),
        pendingSealed: await sealExperience(tx, core, row, "pendingSealed", pending),
      },
    });
    if (count === 0) return withHelp(refuse("stale_card", {}), alert.alert);
    await record(tx, {
      at: now.getTime(),
      communityId: actor.communityId,
      actor: actor.memberId,
      verb: "experience.redrafted",
      subject: experienceId,
    });
    return { ...(await readOwn(tx, core, { actor, experienceId })), segments, ...alert };
  });
  core.wake();
  if (edited instanceof DomainError) throw edited;
  return remarked(core, edited);
}
