import { channelFor } from "#core/communities/channel-for.ts";
import type { Core } from "#core/core.ts";
import { enqueue } from "#core/deliveries/enqueue.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { subjectOf } from "./cap-card.ts";
import { waitsForCaps } from "./waiting.ts";

/** The same evening is told once; the next one anew. */
const ONCE_IN_MS = 12 * 3_600_000;

/** False where it was told already, or there is nothing to tell any more. */
async function tell(tx: Tx, core: Core, communityId: string, now: Date): Promise<boolean> {
  if ((await waitsForCaps(tx, { communityId, now })) === undefined) return false;
  const long = new Date(now.getTime() - ONCE_IN_MS);
  const { count } = await tx.community.updateMany({
    where: { id: communityId, OR: [{ fullToldAt: null }, { fullToldAt: { lte: long } }] },
    data: { fullToldAt: now },
  });
  if (count === 0) return false;
  const channel = await channelFor(tx, { communityId, purpose: "moderation" });
  if (channel !== undefined)
    await enqueue(tx, core, {
      communityId,
      op: "post",
      conversation: `caps:${communityId}`,
      kind: "cap",
      subjectId: subjectOf(communityId, now),
      platform: channel.platform,
      target: { kind: "channel", id: channel.channelId },
      at: now,
    });
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: "clock",
    verb: "caps.reached",
    subject: communityId,
  });
  return true;
}

/** Cases wait and everybody who is there is at the cap: the moderators' channel hears it, once in twelve hours. Gives how many did. */
export async function tellCapsReached(core: Core): Promise<number> {
  const now = core.clock.now();
  const long = new Date(now.getTime() - ONCE_IN_MS);
  const capped = await core.db.community.findMany({
    where: {
      AND: [
        { OR: [{ casesADay: { gt: 0 } }, { urgentADay: { gt: 0 } }] },
        { OR: [{ fullToldAt: null }, { fullToldAt: { lte: long } }] },
      ],
    },
    select: { id: true },
  });
  let told = 0;
  for (const { id } of capped) {
    // Looked at outside of a transaction first: this runs every second, and nearly always there is nothing to say.
    if ((await waitsForCaps(core.db, { communityId: id, now })) === undefined) continue;
    if (await core.tx((tx, at) => tell(tx, core, id, at))) told += 1;
  }
  if (told > 0) core.wake();
  return told;
}
