import type { Reading } from "../reading.ts";

/** What waits to be sent to them or in their inbox, and where what we sent them stands. */
export interface MessagesToYou {
  readonly waiting: readonly { readonly card: string; readonly platform: string; readonly since: Date }[];
  readonly standing: readonly {
    readonly card: string;
    readonly platform: string;
    readonly place: string;
    readonly sentAt: Date;
    readonly removedAt: Date | null;
  }[];
}

const WAITING = ["ready", "sending", "unknown", "checking"];

export async function messagesToYou({ tx, communityId, memberId }: Reading): Promise<MessagesToYou> {
  const mine = { communityId, targetKind: "member", targetId: memberId };
  const waiting = await tx.delivery.findMany({
    where: {
      ...mine,
      op: "post",
      OR: [{ state: { in: WAITING } }, { state: "dropped", trouble: "inbox" }],
    },
    orderBy: [{ createdAtMs: "asc" }, { id: "asc" }],
  });
  const standing = await tx.copy.findMany({
    where: mine,
    orderBy: [{ postedAtMs: "asc" }, { id: "asc" }],
  });
  const at = (ms: bigint) => new Date(Number(ms));
  return {
    waiting: waiting.map(({ kind, platform, createdAtMs }) => ({
      card: kind,
      platform,
      since: at(createdAtMs),
    })),
    standing: standing.map(({ kind, platform, place, postedAtMs, removedAtMs }) => ({
      card: kind,
      platform,
      place,
      sentAt: at(postedAtMs),
      removedAt: removedAtMs === null ? null : at(removedAtMs),
    })),
  };
}
