import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { type OwnExperience, readOwn } from "./own-experience.ts";

/** More than this nobody looks through in a chat. */
const MOST = 25;

/** One's own experiences, newest first, with what each may be used for. */
export async function myExperiences(
  core: Core,
  { actor }: { actor: Actor },
): Promise<readonly OwnExperience[]> {
  authorise(actor, "experience.read-own");
  const { communityId, memberId: authorId } = actor;
  return core.tx(async (tx) => {
    const rows = await tx.experience.findMany({
      where: { communityId, authorId, status: { notIn: ["removed", "cancelled"] } },
      orderBy: { number: "desc" },
      take: MOST,
      select: { id: true },
    });
    const own: OwnExperience[] = [];
    for (const { id: experienceId } of rows) own.push(await readOwn(tx, core, { actor, experienceId }));
    return own;
  });
}
