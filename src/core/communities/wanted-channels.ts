import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { ChannelPurpose } from "./link-channel.ts";

/** The channels that every community works with, each on its side. */
const WANTED = [
  ["ask", "patients"],
  ["intake", "providers"],
  ["moderation", "providers"],
  ["crisis", "providers"],
] as const satisfies readonly (readonly [ChannelPurpose, "patients" | "providers"])[];

/** What everybody in a space reads is made where somebody asks for it, and looked after once it is there. */
const SHELF = ["library", "patients"] as const satisfies readonly [ChannelPurpose, "patients"];

/** A channel that a community works with: what is linked, or where it would be made; ids are the platform's own. */
export interface WantedChannel {
  readonly purpose: ChannelPurpose;
  readonly platform: string;
  /** The row of the space, for linking. */
  readonly spaceId: string;
  readonly spaceExternalId: string;
  /** Undefined where none is linked. */
  readonly channelExternalId: string | undefined;
}

/**
 * Every channel that the actor's community works with, on its own side. One that is linked stays where it is; one that is not
 * belongs into the oldest space of its side, and is left out while that side has none. The library's shelf is among them once it is linked, or where it is asked for.
 */
export async function wantedChannels(
  core: Core,
  { actor, withShelf = false }: { actor: Actor; withShelf?: boolean },
): Promise<WantedChannel[]> {
  authorise(actor, "community.configure");
  const { communityId } = actor;
  const spaces = await core.db.space.findMany({
    where: { communityId, state: "active" },
    include: { channels: true },
    orderBy: { createdAt: "asc" },
  });
  const open = (table: string, row: string, sealed: Uint8Array) =>
    core.vault.open(core.db, { communityId }, { table, column: "externalIdSealed", row }, sealed);
  const wanted: WantedChannel[] = [];
  for (const [purpose, side] of [...WANTED, SHELF]) {
    const linked = spaces.flatMap(({ channels }) => channels).find((channel) => channel.purpose === purpose);
    const space = spaces.find(({ id }) => id === linked?.spaceId) ?? spaces.find((one) => one.side === side);
    // Among patients somebody chose who may read it: nothing is made or found in its place.
    if (space === undefined || space.side !== side) continue;
    if (purpose === "library" && linked === undefined && !withShelf) continue;
    wanted.push({
      purpose,
      platform: space.platform,
      spaceId: space.id,
      spaceExternalId: await open("Space", space.id, space.externalIdSealed),
      channelExternalId:
        linked === undefined ? undefined : await open("Channel", linked.id, linked.externalIdSealed),
    });
  }
  return wanted;
}
