import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { Help } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { alertFor, checkedAndHeard } from "#core/questions/draft.ts";
import { choiceOf } from "./choices.ts";
import { checkedExperience, type ExperienceText, sealExperience } from "./experience-text.ts";
import { type OwnExperience, readOwn, remarked } from "./own-experience.ts";
import { type Segments, screenExperience } from "./screen-experience.ts";

/** What its author sees of a text that was just typed. */
export interface DraftedExperience extends OwnExperience {
  readonly segments: Segments;
  /** Help to show at once; it never blocks what was written. */
  readonly alert?: Help;
}

export interface DraftExperience {
  readonly actor: Actor;
  readonly typed: ExperienceText;
  /** Chosen beforehand, and theirs to change; whatever is no topic chooses nothing. */
  readonly topic?: string;
}

/**
 * Keeps an experience for its author alone, sealed, and gives what others would read of it. Nothing is shared, and a text
 * that shows danger raises an alert at once. Refuses empty, too_long.
 */
export async function draftExperience(
  core: Core,
  { actor, typed, topic = "" }: DraftExperience,
): Promise<DraftedExperience> {
  authorise(actor, "experience.draft");
  const screened = await checkedAndHeard(core, { actor, typed: Object.values(typed).join("\n") }, () =>
    screenExperience(core, checkedExperience(typed)),
  );
  const { communityId, memberId: authorId } = actor;
  const whose = { id: core.newId(), authorId };
  const { original, crossing, segments, verdict } = screened;
  const drafted = await core.tx(async (tx, now) => {
    const { nextExperience } = await tx.community.update({
      where: { id: communityId },
      data: { nextExperience: { increment: 1 } },
      select: { nextExperience: true },
    });
    const pending = { text: crossing, choices: choiceOf("topic", topic) ?? {} };
    await tx.experience.create({
      data: {
        ...whose,
        communityId,
        number: nextExperience - 1,
        status: "draft",
        pendingOriginalSealed: await sealExperience(tx, core, whose, "pendingOriginalSealed", original),
        pendingSealed: await sealExperience(tx, core, whose, "pendingSealed", pending),
        createdAt: now,
      },
    });
    const alert = await alertFor(tx, core, { actor, verdict, now });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: authorId,
      verb: "experience.drafted",
      subject: whose.id,
    });
    return { ...(await readOwn(tx, core, { actor, experienceId: whose.id })), segments, ...alert };
  });
  core.wake();
  return remarked(core, drafted);
}
