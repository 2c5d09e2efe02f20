import type { Core } from "#core/core.ts";

/** In which community friends were told something; undefined for what is no update. */
export async function communityOfUpdate(core: Core, updateId: string): Promise<string | undefined> {
  const update = await core.db.circleUpdate.findUnique({
    where: { id: updateId },
    select: { communityId: true },
  });
  return update?.communityId;
}
