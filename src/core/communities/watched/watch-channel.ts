import { type Actor, authorise } from "#core/access.ts";
import { OPEN_PURPOSES } from "#core/communities/link-channel.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { channelKey, spaceKey } from "#core/foundation/vault/index-keys.ts";

export interface WatchChannel {
  readonly actor: Actor;
  /** The one where a channel can be watched. */
  readonly platform: string;
  readonly externalId: string;
  /** The platform's own id of its space; needed where patients have several. */
  readonly spaceExternalId?: string | undefined;
}

/** The patients' space that is meant: the named one, else the only one. */
async function spaceOf(
  tx: Tx,
  core: Core,
  { actor: { communityId }, platform, spaceExternalId }: WatchChannel,
): Promise<string> {
  const spaces = await tx.space.findMany({
    where: { communityId, platform, side: "patients", state: "active" },
  });
  const key = spaceExternalId === undefined ? undefined : spaceKey(core, platform, spaceExternalId);
  const fitting = key === undefined ? spaces : spaces.filter(({ externalKey }) => externalKey === key);
  const [space] = fitting;
  if (space === undefined) throw refuse("cannot_watch", { why: "no-space" });
  if (fitting.length > 1) throw refuse("cannot_watch", { why: "which-space" });
  return space.id;
}

/**
 * Lists a channel in which every message is to be screened. Nothing is read by it yet: that begins when a pinned notice
 * there says so. Listing it again changes nothing. Refuses cannot_watch for a channel that carries what patients must not
 * see, and for what is no channel of the patients' side; already_linked for one that another community lists.
 */
export async function watchChannel(core: Core, wanted: WatchChannel): Promise<{ isNew: boolean }> {
  const { actor, platform, externalId } = wanted;
  authorise(actor, "community.configure");
  const { communityId } = actor;
  const id = core.newId();
  const externalKey = channelKey(core, platform, externalId);
  const isNew = await core.tx(async (tx, now) => {
    // One at a time in a community: a channel is never watched and closed to patients at once.
    await tx.$executeRaw`UPDATE "Community" SET "bridge" = "bridge" WHERE "id" = ${communityId}`;
    const spaceId = await spaceOf(tx, core, wanted);
    const carried = await tx.channel.findMany({ where: { externalKey } });
    if (carried.some(({ purpose }) => !OPEN_PURPOSES.has(purpose)))
      throw refuse("cannot_watch", { why: "closed" });
    const known = await tx.watchedChannel.findUnique({ where: { externalKey } });
    if (known !== null && known.communityId !== communityId)
      throw refuse("already_linked", { what: "channel" });
    if (known !== null && known.unwatchedAt === null) return false;
    if (known !== null) {
      const data = { spaceId, watchedAt: now, unwatchedAt: null };
      await tx.watchedChannel.update({ where: { id: known.id }, data });
    } else {
      const place = { table: "WatchedChannel", column: "externalIdSealed", row: id };
      const externalIdSealed = await core.vault.seal(tx, { communityId }, place, externalId);
      const data = { id, communityId, spaceId, externalKey, externalIdSealed, watchedAt: now };
      await tx.watchedChannel.create({ data });
    }
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "channel.watched",
      subject: known?.id ?? id,
    });
    return true;
  });
  return { isNew };
}
