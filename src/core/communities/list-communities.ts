import type { Core } from "#core/core.ts";

/** Every community of this database, for what serves all of them. */
export async function listCommunities(
  core: Core,
): Promise<{ communityId: string; name: string; slug: string; country: string }[]> {
  const rows = await core.db.community.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  return rows.map(({ id, name, slug, country }) => ({ communityId: id, name, slug, country }));
}
