import type { Actor } from "#core/access.ts";
import { findCommunityBySpace } from "#core/communities/find-community-by-space.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { findActor } from "#core/members/find-actor.ts";
import type { Who } from "./press.ts";

/** The member behind a press; display names and roles of the workspace are never asked. */
export async function actorOf(core: Core, { accountId, spaceId }: Who): Promise<Actor> {
  const found = await findActor(core, {
    platform: "slack",
    accountExternalId: accountId,
    spaceExternalId: spaceId,
  });
  if (found.actor !== undefined) return found.actor;
  if (found.barred) throw refuse("barred", {});
  throw found.communityId === undefined ? refuse("not_linked", {}) : refuse("no_standing", { why: "none" });
}

/**
 * Whom a decision is about, by the button on it. Whoever was removed or banned is no member any more, and appeals with the code
 * that the same message told them. Refuses barred.
 */
export async function appellantOf(core: Core, who: Who): Promise<Actor> {
  const { actor } = await findActor(core, {
    platform: "slack",
    accountExternalId: who.accountId,
    spaceExternalId: who.spaceId,
  });
  if (actor === undefined) throw refuse("barred", {});
  return actor;
}

/** The community that a workspace is linked to. Refuses not_linked. */
export async function communityOf(
  core: Core,
  { spaceId }: Who,
): Promise<{ communityId: string; spaceId: string }> {
  const found = await findCommunityBySpace(core, { platform: "slack", spaceExternalId: spaceId });
  if (found === undefined) throw refuse("not_linked", {});
  return found;
}
