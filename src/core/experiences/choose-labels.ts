import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import { ambersIn } from "./ambers.ts";
import { type OwnExperience, readOwn, remarked, requireOwn } from "./own-experience.ts";

export interface ChooseLabels {
  readonly actor: Actor;
  readonly experienceId: string;
  /** All that the author wants on it. */
  readonly labels: readonly string[];
}

/**
 * The labels that an author puts on their own experience; they hold at once, also on what is shared. One that a moderator
 * added stays. Refuses not_found.
 */
export async function chooseLabels(
  core: Core,
  { actor, experienceId, labels }: ChooseLabels,
): Promise<OwnExperience> {
  authorise(actor, "experience.draft");
  const wanted = ambersIn(labels);
  const own = await core.tx(async (tx, now) => {
    await requireOwn(tx, { actor, experienceId });
    await tx.experienceLabel.deleteMany({
      where: { experienceId, addedBy: "author", label: { notIn: wanted } },
    });
    for (const label of wanted)
      await tx.experienceLabel.upsert({
        where: { experienceId_label: { experienceId, label } },
        create: { experienceId, label, addedBy: "author", addedAt: now },
        update: {},
      });
    // How it looks to others changed: a card that was shown before is not what Share would share.
    await tx.experience.update({ where: { id: experienceId }, data: { edition: { increment: 1 } } });
    await record(tx, {
      at: now.getTime(),
      communityId: actor.communityId,
      actor: actor.memberId,
      verb: "experience.labelled",
      subject: experienceId,
      detail: { labels: wanted },
    });
    return readOwn(tx, core, { actor, experienceId });
  });
  return remarked(core, own);
}
