import type { Actor } from "#core/access.ts";
import { findCommunityBySpace } from "#core/communities/find-community-by-space.ts";
import { listCommunities } from "#core/communities/list-communities.ts";
import type { Core } from "#core/core.ts";
import { accountKey } from "#core/foundation/vault/index-keys.ts";
import { toActor } from "./read-actor.ts";

export interface FindActor {
  readonly platform: string;
  readonly accountExternalId: string;
  /** Absent in a direct message: then every community is looked in. */
  readonly spaceExternalId?: string;
}

export interface FoundActor {
  readonly actor?: Actor;
  readonly communityId?: string;
  readonly spaceId?: string;
  /** Only without a space, and only where the account is in more than one community. */
  readonly several?: Actor[];
  /** A community that was looked in is closed to them: they are banned there. */
  readonly barred?: true;
}

async function actorIn(
  core: Core,
  communityId: string,
  { platform, accountExternalId }: FindActor,
): Promise<Pick<FoundActor, "actor" | "barred">> {
  const externalKey = accountKey(core, communityId, platform, accountExternalId);
  const account = await core.db.account.findUnique({
    where: { communityId_platform_externalKey: { communityId, platform, externalKey } },
    include: { member: { include: { roles: true } } },
  });
  if (account === null) return {};
  const actor = toActor(account.member);
  if (actor !== undefined) return { actor };
  return account.member.state === "banned" ? { barred: true } : {};
}

/** Who is behind an account. In a space only that space's community is looked in; communities never learn of each other. */
export async function findActor(core: Core, wanted: FindActor): Promise<FoundActor> {
  if (wanted.spaceExternalId !== undefined) {
    const space = await findCommunityBySpace(core, {
      platform: wanted.platform,
      spaceExternalId: wanted.spaceExternalId,
    });
    if (space === undefined) return {};
    const found = await actorIn(core, space.communityId, wanted);
    return { communityId: space.communityId, spaceId: space.spaceId, ...found };
  }
  const actors: Actor[] = [];
  let closed = false;
  for (const { communityId } of await listCommunities(core)) {
    const { actor, barred } = await actorIn(core, communityId, wanted);
    if (actor !== undefined) actors.push(actor);
    closed ||= barred === true;
  }
  const [only] = actors;
  const barred = closed ? ({ barred: true } as const) : {};
  if (only === undefined) return barred;
  const one = { actor: only, communityId: only.communityId };
  return { ...(actors.length === 1 ? one : { several: actors }), ...barred };
}
