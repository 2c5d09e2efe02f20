import { channelFor } from "#core/communities/channel-for.ts";
import type { Core } from "#core/core.ts";
import { enqueue } from "#core/deliveries/enqueue.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { CredentialAlertCard, CredentialNoticeCard } from "./cards.ts";

interface Known {
  readonly id: string;
  readonly communityId: string;
  readonly memberId: string;
}

/** Privately to whose credential it is, wherever they are known. */
export async function tellHolder(
  tx: Tx,
  core: Core,
  { id, communityId, memberId }: Known,
  about: CredentialNoticeCard["about"],
  at: Date,
  /** Names the card: the same thing is told once. */
  once = at,
): Promise<void> {
  const accounts = await tx.account.findMany({ where: { memberId } });
  for (const { platform } of accounts)
    await enqueue(tx, core, {
      communityId,
      conversation: `credential:${memberId}:holder:${platform}`,
      op: "post",
      kind: "credential-notice",
      subjectId: `${about}:${id}:${once.getTime()}`,
      platform,
      target: { kind: "member", id: memberId },
      at,
    });
}

/** In the channel of the moderators and leads; nothing there names a licence number. */
export async function alertModerators(
  tx: Tx,
  core: Core,
  { id, communityId }: Pick<Known, "id" | "communityId">,
  about: CredentialAlertCard["about"],
  at: Date,
  once = at,
): Promise<void> {
  const channel = await channelFor(tx, { communityId, purpose: "moderation" });
  if (channel === undefined) return;
  await enqueue(tx, core, {
    communityId,
    conversation: `credential:${id}:team`,
    op: "post",
    kind: "credential-alert",
    subjectId: `${about}:${id}:${once.getTime()}`,
    platform: channel.platform,
    target: { kind: "channel", id: channel.channelId },
    at,
  });
}
