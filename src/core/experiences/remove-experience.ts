import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { endSharing } from "./end-sharing.ts";
import { requireOwn } from "./own-experience.ts";

export interface RemoveExperience {
  readonly actor: Actor;
  readonly experienceId: string;
}

/** Deletes one's own experience for good: no word of it is kept here. Refuses not_found, experience_status. */
export async function removeExperience(
  core: Core,
  { actor, experienceId }: RemoveExperience,
): Promise<{ number: number }> {
  authorise(actor, "experience.withdraw");
  return core.tx(async (tx, now) => {
    const row = await requireOwn(tx, { actor, experienceId });
    await endSharing(tx, core, { row, event: "remove", now });
    return { number: row.number };
  });
}
