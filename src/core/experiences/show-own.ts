import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { type OwnExperience, readOwn, remarked } from "./own-experience.ts";

/** One of one's own experiences, as it stands. Refuses not_found. */
export async function showOwn(
  core: Core,
  { actor, experienceId }: { actor: Actor; experienceId: string },
): Promise<OwnExperience> {
  authorise(actor, "experience.read-own");
  return remarked(core, await core.tx((tx) => readOwn(tx, core, { actor, experienceId })));
}
