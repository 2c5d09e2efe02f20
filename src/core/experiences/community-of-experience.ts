import type { Core } from "#core/core.ts";

/** Where an experience is told; nothing else of it. */
export async function communityOfExperience(core: Core, experienceId: string): Promise<string | undefined> {
  const row = await core.db.experience.findUnique({
    where: { id: experienceId },
    select: { communityId: true },
  });
  return row?.communityId;
}
