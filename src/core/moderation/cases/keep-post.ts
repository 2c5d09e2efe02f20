import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

/** The target of a post that is not ours: where it stands is known by its copy alone. */
export const OUTSIDE = "outside";

/** Remembers where a reported post stands, so that the outbox can take it away as it does with cards of ours. */
export async function keepPost(
  tx: Tx,
  core: Core,
  {
    caseId,
    communityId,
    key,
    post: { platform, channelId, messageId },
    now,
  }: {
    caseId: string;
    communityId: string;
    key: string;
    post: { readonly platform: string; readonly channelId: string; readonly messageId: string };
    now: Date;
  },
): Promise<void> {
  const same = { kind: "post", subjectId: caseId, platform, targetKind: OUTSIDE, targetId: key, part: 0 };
  if ((await tx.copy.count({ where: same })) > 0) return;
  const id = core.newId();
  const place = (column: string) => ({ table: "Copy", column, row: id });
  await tx.copy.create({
    data: {
      id,
      communityId,
      ...same,
      place: "channel",
      channelSealed: await core.vault.seal(tx, { communityId }, place("channelSealed"), channelId),
      messageSealed: await core.vault.seal(tx, { communityId }, place("messageSealed"), messageId),
      messageKey: key,
      postedAtMs: BigInt(now.getTime()),
    },
  });
}
