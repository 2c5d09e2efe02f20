import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { type KeySet, keySetOf } from "./key-set.ts";
import { LIST_SECONDS, seconds, signRevocationList } from "./revocation-list.ts";

async function slugOf(core: Core, communityId: string): Promise<string> {
  const community = await core.db.community.findUnique({ where: { id: communityId } });
  if (community === null) throw refuse("not_found", { what: "community" });
  return community.slug;
}

/** The public key that a community's badges are checked with. */
export async function badgeKeySet(core: Core, { communityId }: { communityId: string }): Promise<KeySet> {
  const slug = await slugOf(core, communityId);
  return keySetOf(slug, core.vault.badgeKey(slug));
}

/**
 * Signs which of the badges that have not run out no longer hold. A badge holds only while its credential is verified and
 * its holder is here, whatever its own row says, so that no path that ends either can forget it.
 */
export async function revocationList(
  core: Core,
  { communityId }: { communityId: string },
): Promise<{ list: string; revoked: number; expiresAt: Date }> {
  const slug = await slugOf(core, communityId);
  const now = core.clock.now();
  const badges = await core.db.badge.findMany({
    where: {
      communityId,
      expiresAt: { gt: now },
      OR: [
        { revokedAt: { not: null } },
        { credential: { status: { not: "verified" } } },
        { credential: { expiresAt: { lte: now } } },
        { credential: { member: { state: { not: "active" } } } },
      ],
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  const jtis = badges.map(({ id }) => id);
  const list = signRevocationList({ issuer: slug, jtis, now }, core.vault.badgeKey(slug));
  return { list, revoked: jtis.length, expiresAt: new Date((seconds(now) + LIST_SECONDS) * 1000) };
}
