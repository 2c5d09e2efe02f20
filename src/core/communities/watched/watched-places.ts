import type { Core } from "#core/core.ts";

/** Why a channel that is listed is not read. */
export type WatchTrouble =
  /** The platform does not let Curbside read there. */
  | "intent"
  /** It is gone, belongs to another space, or is nothing that people write in. */
  | "place"
  /** The notice cannot be posted or pinned. */
  | "rights"
  /** The platform could not be asked. */
  | "away";

/** A watched channel, in the platform's own ids, opened from the vault for this one use. */
export interface WatchedPlace {
  readonly id: string;
  readonly communityId: string;
  /** The community's name. */
  readonly community: string;
  readonly spaceId: string;
  readonly channelId: string;
  readonly watchedAt: Date;
  /** False once it is off the list, and only its notice is still to be changed. */
  readonly isListed: boolean;
  readonly noticeId: string | undefined;
  /** Set only while it is read, under a notice that says so. */
  readonly readSince: Date | undefined;
  readonly readTo: Date | undefined;
  readonly trouble: WatchTrouble | undefined;
}

const TROUBLES: readonly WatchTrouble[] = ["intent", "place", "rights", "away"];

/** The channels of a platform that are watched, or were and still have a notice; of one community or of all. */
export async function watchedPlaces(
  core: Core,
  { platform, communityId }: { platform: string; communityId?: string },
): Promise<WatchedPlace[]> {
  const rows = await core.db.watchedChannel.findMany({
    where: { space: { platform }, ...(communityId === undefined ? {} : { communityId }) },
    include: { space: { include: { community: true } } },
    orderBy: [{ watchedAt: "asc" }, { id: "asc" }],
  });
  const places: WatchedPlace[] = [];
  for (const row of rows) {
    const open = (table: string, column: string, of: string, sealed: Uint8Array) =>
      core.vault.open(core.db, { communityId: row.communityId }, { table, column, row: of }, sealed);
    const { id, space, noticeSealed, trouble } = row;
    places.push({
      id,
      communityId: row.communityId,
      community: space.community.name,
      spaceId: await open("Space", "externalIdSealed", space.id, space.externalIdSealed),
      channelId: await open("WatchedChannel", "externalIdSealed", id, row.externalIdSealed),
      watchedAt: row.watchedAt,
      isListed: row.unwatchedAt === null && space.state === "active",
      noticeId:
        noticeSealed === null ? undefined : await open("WatchedChannel", "noticeSealed", id, noticeSealed),
      readSince: row.readSince ?? undefined,
      readTo: row.readTo ?? undefined,
      trouble: TROUBLES.find((known) => known === trouble),
    });
  }
  return places;
}
