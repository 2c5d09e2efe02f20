import type { Core } from "#core/core.ts";
import { enqueueNext } from "#core/deliveries/enqueue.ts";
import { record } from "#core/foundation/audit/record.ts";
import { accountKey } from "#core/foundation/vault/index-keys.ts";
import type { OwnType } from "./found-in-post.ts";
import { subjectOf } from "./own-details-card.ts";

const ONCE_IN_MS = 3_600_000;

/**
 * Somebody wrote in the open what points at them. A member is told in private, at most once in an hour; somebody who is no
 * member cannot be written to. It is no case, nobody else is told, and nothing of the text is kept. Gives whether they are told.
 */
export async function tellOwnDetails(
  core: Core,
  {
    communityId,
    platform,
    accountId,
    types,
  }: { communityId: string; platform: string; accountId: string; types: readonly OwnType[] },
): Promise<boolean> {
  const externalKey = accountKey(core, communityId, platform, accountId);
  const told = await core.tx(async (tx, now) => {
    const account = await tx.account.findUnique({
      where: { communityId_platform_externalKey: { communityId, platform, externalKey } },
    });
    if (account === null) return false;
    const { memberId } = account;
    const { count } = await tx.member.updateMany({
      where: {
        id: memberId,
        state: "active",
        OR: [{ toldOfOwnAt: null }, { toldOfOwnAt: { lt: new Date(now.getTime() - ONCE_IN_MS) } }],
      },
      data: { toldOfOwnAt: now },
    });
    if (count === 0) return false;
    await enqueueNext(tx, core, {
      communityId,
      op: "post",
      conversation: `own:${memberId}`,
      kind: "own-details",
      subjectId: subjectOf(memberId, types),
      platform,
      target: { kind: "member", id: memberId },
      at: now,
    });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: "filter",
      verb: "own-details.told",
      subject: memberId,
    });
    return true;
  });
  if (told) core.wake();
  return told;
}
