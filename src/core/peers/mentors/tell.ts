import { channelFor } from "#core/communities/channel-for.ts";
import type { Core } from "#core/core.ts";
import { enqueue, enqueueEdit, enqueueNext } from "#core/deliveries/enqueue.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { PairRow } from "../pairs/own-pair.ts";
import type { MentorNews } from "./cards.ts";

interface About {
  readonly communityId: string;
  readonly memberId: string;
  readonly at: Date;
}

const line = (memberId: string): string => `mentor:${memberId}`;

async function requestTo(tx: Tx, { communityId, memberId, at }: About) {
  const channel = await channelFor(tx, { communityId, purpose: "moderation" });
  const mentor = await tx.mentor.findUnique({ where: { memberId } });
  if (channel === undefined || mentor === null) return undefined;
  return {
    communityId,
    conversation: `${line(memberId)}:team`,
    kind: "mentor-request",
    // Whoever asks again is asked about anew.
    subjectId: `${memberId}/${mentor.tries}`,
    platform: channel.platform,
    target: { kind: "channel", id: channel.channelId },
    at,
  } as const;
}

/** Moderators are asked. */
export async function postRequest(tx: Tx, core: Core, about: About): Promise<void> {
  const order = await requestTo(tx, about);
  if (order !== undefined) await enqueue(tx, core, { ...order, op: "post" });
}

/** Their card says how it stands now. */
export async function refreshRequest(tx: Tx, core: Core, about: About): Promise<void> {
  const order = await requestTo(tx, about);
  if (order !== undefined) await enqueueEdit(tx, core, order);
}

/** Tells somebody what came of it. */
export async function tellMentor(
  tx: Tx,
  core: Core,
  { communityId, memberId, platform, about, at }: About & { platform: string; about: MentorNews },
): Promise<void> {
  await enqueueNext(tx, core, {
    communityId,
    conversation: line(memberId),
    op: "post",
    kind: "mentor-news",
    subjectId: `${memberId}/${about}`,
    platform,
    target: { kind: "member", id: memberId },
    at,
  });
}

export type CheckStep = "touch" | "word" | "other";

const checkFor = (
  { id, communityId, platform }: PairRow,
  { memberId, step, round, at }: { memberId: string; step: CheckStep; round: number; at: Date },
) =>
  ({
    communityId,
    conversation: `peer:${id}:${memberId}`,
    kind: "mentor-check",
    subjectId: `${id}/${memberId}/${step}/${round}`,
    platform,
    target: { kind: "member", id: memberId },
    at,
  }) as const;

/** Asks one of the two. */
export async function postCheck(tx: Tx, core: Core, pair: PairRow, to: Parameters<typeof checkFor>[1]) {
  await enqueue(tx, core, { ...checkFor(pair, to), op: "post" });
}

/** What was asked is answered, so the card asks no more. */
export async function refreshChecks(
  tx: Tx,
  core: Core,
  pair: PairRow,
  { memberId, round, at }: { memberId: string; round: number; at: Date },
): Promise<void> {
  for (const step of ["touch", "word", "other"] as const) {
    const order = checkFor(pair, { memberId, step, round, at });
    const { kind, subjectId } = order;
    if ((await tx.delivery.count({ where: { op: "post", kind, subjectId } })) > 0)
      await enqueueEdit(tx, core, order);
  }
}
