import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { channelKey } from "#core/foundation/vault/index-keys.ts";

export type ChannelPurpose = "ask" | "intake" | "moderation" | "crisis" | "library" | "peers";

export interface LinkChannel {
  readonly actor: Actor;
  readonly spaceId: string;
  readonly purpose: ChannelPurpose;
  readonly externalId: string;
}

/** Where patients meet; the other purposes carry what patients must not see. */
export const OPEN_PURPOSES: ReadonlySet<string> = new Set<ChannelPurpose>(["ask", "library", "peers"]);

const SIDES: Readonly<Partial<Record<ChannelPurpose, "patients" | "providers">>> = {
  ask: "patients",
  intake: "providers",
  library: "patients",
  peers: "patients",
};

/** The side must fit, and a channel that patients read never carries alerts, reports or other people's questions. */
async function requireFitting(
  tx: Tx,
  {
    communityId,
    side,
    purpose,
    externalKey,
  }: Record<"communityId" | "side" | "externalKey", string> & {
    purpose: ChannelPurpose;
  },
): Promise<void> {
  const wanted = SIDES[purpose] ?? side;
  if (wanted !== side)
    throw refuse("invalid_input", { field: "purpose", rule: `"${purpose}" needs a channel for ${wanted}` });
  const others = await tx.channel.findMany({ where: { communityId, externalKey, NOT: { purpose } } });
  if (others.some((other) => OPEN_PURPOSES.has(other.purpose) !== OPEN_PURPOSES.has(purpose)))
    throw refuse("already_linked", { what: "channel" });
  if (OPEN_PURPOSES.has(purpose)) return;
  if ((await tx.watchedChannel.count({ where: { externalKey } })) > 0) throw refuse("is_watched", {});
}

/**
 * One channel for each purpose of a community. Linking another one replaces it in place, so that what waits to be sent
 * goes to the new one. Refuses not_found, invalid_input for the wrong side, already_linked, is_watched.
 */
export async function linkChannel(
  core: Core,
  { actor, spaceId, purpose, externalId }: LinkChannel,
): Promise<{ channelId: string }> {
  authorise(actor, "community.configure");
  const { communityId } = actor;
  const newId = core.newId();
  return core.tx(async (tx, now) => {
    // One at a time in a community: a channel is never watched and closed to patients at once.
    await tx.$executeRaw`UPDATE "Community" SET "bridge" = "bridge" WHERE "id" = ${communityId}`;
    const space = await tx.space.findUnique({ where: { id: spaceId } });
    if (space === null || space.communityId !== communityId) throw refuse("not_found", { what: "space" });
    const externalKey = channelKey(core, space.platform, externalId);
    await requireFitting(tx, { communityId, side: space.side, purpose, externalKey });
    const known = await tx.channel.findUnique({ where: { communityId_purpose: { communityId, purpose } } });
    if (known?.externalKey === externalKey) return { channelId: known.id };
    const id = known?.id ?? newId;
    const place = { table: "Channel", column: "externalIdSealed", row: id };
    const externalIdSealed = await core.vault.seal(tx, { communityId }, place, externalId);
    const data = { spaceId, externalKey, externalIdSealed };
    await tx.channel.upsert({
      where: { communityId_purpose: { communityId, purpose } },
      create: { id, communityId, purpose, createdAt: now, ...data },
      update: data,
    });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "channel.linked",
      subject: id,
      detail: { purpose },
    });
    return { channelId: id };
  });
}
