import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

const DAYS = 30;
const FEWEST = 5;
/** The newest answers say enough, and a receipt must not wait for a whole month of them. */
const MOST = 300;
const HOUR_MS = 3_600_000;

export interface UsualWait {
  readonly from: number;
  readonly to: number;
}

/** Hours until the first answer for the middle half of this community's last 30 days; undefined below five answers. */
export async function usualWaitHours(
  tx: Tx | Core["db"],
  communityId: string,
  now: Date,
): Promise<UsualWait | undefined> {
  const since = new Date(now.getTime() - DAYS * 24 * HOUR_MS);
  const answers = await tx.message.findMany({
    where: { communityId, kind: "answer", sentAt: { gt: since } },
    select: { questionId: true, sentAt: true, question: { select: { sentAt: true } } },
    orderBy: { sentAt: "desc" },
    take: MOST,
  });
  const first = new Map<string, number>();
  for (const { questionId, sentAt, question } of answers)
    if (sentAt !== null && question.sentAt !== null)
      first.set(questionId, (sentAt.getTime() - question.sentAt.getTime()) / HOUR_MS);
  const hours = [...first.values()].sort((one, other) => one - other);
  if (hours.length < FEWEST) return undefined;
  const at = (share: number) => hours[Math.floor(share * (hours.length - 1))] ?? 0;
  return { from: Math.max(1, Math.floor(at(0.25))), to: Math.max(1, Math.ceil(at(0.75))) };
}
