import type { Core } from "#core/core.ts";

/** The short name by which the command line knows a community. */
export async function slugOfCommunity(core: Core, { communityId }: { communityId: string }): Promise<string> {
  const { slug } = await core.db.community.findUniqueOrThrow({
    where: { id: communityId },
    select: { slug: true },
  });
  return slug;
}
