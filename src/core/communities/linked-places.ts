import type { Core } from "#core/core.ts";

/** A space and the channels with a purpose in it, in the platform's own ids, opened from the vault for this one use. */
export interface LinkedPlaces {
  readonly spaceId: string;
  readonly channels: readonly { readonly purpose: string; readonly channelId: string }[];
}

/** The patients' spaces that a community has on a platform. */
export async function linkedPlaces(
  core: Core,
  { communityId, platform }: { communityId: string; platform: string },
): Promise<LinkedPlaces[]> {
  const spaces = await core.db.space.findMany({
    where: { communityId, platform, side: "patients", state: "active" },
    include: { channels: true },
    orderBy: { createdAt: "asc" },
  });
  const open = (table: string, row: string, sealed: Uint8Array) =>
    core.vault.open(core.db, { communityId }, { table, column: "externalIdSealed", row }, sealed);
  const places: LinkedPlaces[] = [];
  for (const space of spaces) {
    const channels: { purpose: string; channelId: string }[] = [];
    for (const { id, purpose, externalIdSealed } of space.channels)
      channels.push({ purpose, channelId: await open("Channel", id, externalIdSealed) });
    places.push({ spaceId: await open("Space", space.id, space.externalIdSealed), channels });
  }
  return places;
}
