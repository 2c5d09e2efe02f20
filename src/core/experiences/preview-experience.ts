import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { missingOf } from "./choices.ts";
import { type OwnExperience, readOwn, remarked } from "./own-experience.ts";

/** What waits to be shared, as others will see it, once all is chosen. Refuses not_found, choices_missing, stale_card. */
export async function previewExperience(
  core: Core,
  { actor, experienceId }: { actor: Actor; experienceId: string },
): Promise<OwnExperience> {
  authorise(actor, "experience.draft");
  const own = await core.tx((tx) => readOwn(tx, core, { actor, experienceId }));
  if (!own.waits) throw refuse("stale_card", {});
  const missing = missingOf(own.choices);
  if (missing.length > 0) throw refuse("choices_missing", { missing });
  return remarked(core, own);
}
