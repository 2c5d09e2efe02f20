import type { Tx } from "#core/foundation/store/open-store.ts";

interface Row {
  readonly blockerId: string;
  readonly blockedId: string | null;
}

const others = (rows: readonly Row[], memberId: string): Set<string> =>
  new Set(
    rows
      .flatMap(({ blockerId, blockedId }) => [blockerId, blockedId])
      .filter((id) => id !== null && id !== memberId),
  ) as Set<string>;

const select = { blockerId: true, blockedId: true } as const;

/** Everybody whom a member blocked, and who blocked them: neither is matched with, delivered or shown to the other. */
export async function hiddenFrom(tx: Tx, memberId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.block.findMany({
    where: {
      endedAt: null,
      OR: [{ blockerId: memberId, blockedId: { not: null } }, { blockedId: memberId }],
    },
    select,
  });
  return others(rows, memberId);
}

/** The same among some, however many have blocked each other. */
export async function hiddenAmong(
  tx: Tx,
  memberId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const among = { in: [...ids] };
  const rows = await tx.block.findMany({
    where: {
      endedAt: null,
      OR: [
        { blockerId: memberId, blockedId: among },
        { blockerId: among, blockedId: memberId },
      ],
    },
    select,
  });
  return others(rows, memberId);
}
