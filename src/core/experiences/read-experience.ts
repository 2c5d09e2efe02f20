import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { noteReading } from "#core/privacy/note-reading.ts";
import { EXPERIENCE } from "./experience.ts";
import type { ExperienceCard } from "./find-experiences.ts";
import { cardOf, readable } from "./readable.ts";

/** One experience that this reader may read, by its id. Refuses not_found, also for what may not be read any more; no_standing, too_many. */
export async function readExperience(
  core: Core,
  { actor, experienceId }: { actor: Actor; experienceId: string },
): Promise<ExperienceCard> {
  authorise(actor, "experience.find");
  const [row] = await readable(core, actor, [experienceId]);
  const card = row === undefined ? undefined : await cardOf(core, actor, row);
  if (card === undefined) throw refuse("not_found", { what: "experience" });
  if (!card.isOwn)
    await core.tx((tx, now) =>
      noteReading(tx, core, { actor, what: EXPERIENCE, entryId: experienceId, now }),
    );
  return card;
}
