import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { channelKey } from "#core/foundation/vault/index-keys.ts";

/**
 * Takes a channel off the list. One with a notice is kept until that notice says that nothing is read there any more.
 * Refuses not_found.
 */
export async function unwatchChannel(
  core: Core,
  { actor, platform, externalId }: { actor: Actor; platform: string; externalId: string },
): Promise<{ hasNotice: boolean }> {
  authorise(actor, "community.configure");
  const { communityId } = actor;
  const externalKey = channelKey(core, platform, externalId);
  return core.tx(async (tx, now) => {
    const known = await tx.watchedChannel.findUnique({ where: { externalKey } });
    if (known === null || known.communityId !== communityId || known.unwatchedAt !== null)
      throw refuse("not_found", { what: "watched channel" });
    const hasNotice = known.noticeSealed !== null;
    if (hasNotice) await tx.watchedChannel.update({ where: { id: known.id }, data: { unwatchedAt: now } });
    else await tx.watchedChannel.delete({ where: { id: known.id } });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "channel.unwatched",
      subject: known.id,
    });
    return { hasNotice };
  });
}
