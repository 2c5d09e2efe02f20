import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { readOwn, type StoredExperience } from "./own-experience.ts";

/** As many as a list in a chat has room for. */
const PER_PAGE = 25;

export interface MyExperiences {
  readonly experiences: readonly StoredExperience[];
  readonly page: number;
  /** There are older ones. */
  readonly more: boolean;
}

/** One's own experiences, newest first, a page at a time, with what each may be used for. */
export async function myExperiences(
  core: Core,
  { actor, page = 0 }: { actor: Actor; page?: number },
): Promise<MyExperiences> {
  authorise(actor, "experience.read-own");
  const { communityId, memberId: authorId } = actor;
  return core.tx(async (tx) => {
    const rows = await tx.experience.findMany({
      where: { communityId, authorId, status: { notIn: ["removed", "cancelled"] } },
      orderBy: { number: "desc" },
      skip: page * PER_PAGE,
      take: PER_PAGE + 1,
      select: { id: true },
    });
    const own: StoredExperience[] = [];
    for (const { id: experienceId } of rows.slice(0, PER_PAGE))
      own.push(await readOwn(tx, core, { actor, experienceId }));
    return { experiences: own, page, more: rows.length > PER_PAGE };
  });
}
