import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { thresholdsOf } from "../thresholds/read-thresholds.ts";
import { pauseEnd, withPointsThen } from "../thresholds/threshold.ts";
import { openDetail, sealDetail } from "./detail.ts";
import { tellSubject } from "./tell.ts";

/** Of a member all strikes that count, or counted until they faded. */
async function strikesOf(tx: Tx, memberId: string) {
  const strikes = await tx.decision.findMany({
    where: {
      subjectMemberId: memberId,
      action: "strike",
      state: { in: ["standing", "over"] },
      points: { gt: 0 },
    },
    orderBy: { id: "asc" },
  });
  return strikes.map((row) => ({
    row,
    memberId,
    points: row.points,
    decidedAt: row.decidedAt.getTime(),
    fadesAt: row.endsAt?.getTime() ?? 0,
  }));
}

/**
 * A strike was taken back: a later one's pause, which its points helped to bring, becomes as long as it would have been
 * without, and is told so. None becomes longer. Gives whether one changed; the restraint is the caller's to make anew.
 */
export async function renewPauses(
  tx: Tx,
  core: Core,
  { communityId, memberId, now }: { communityId: string; memberId: string; now: Date },
): Promise<boolean> {
  const thresholds = await thresholdsOf(tx, communityId);
  let changed = false;
  for (const { row, pointsThen } of withPointsThen(await strikesOf(tx, memberId))) {
    const { id, pauseUntil, decidedAt } = row;
    if (pauseUntil === null || pauseUntil <= now) continue;
    const until = pauseEnd(thresholds, pointsThen, decidedAt);
    if (until !== null && until >= pauseUntil) continue;
    const { pausesUntil: _, ...detail } = await openDetail(tx, core, row);
    const pauses = until === null ? {} : { pausesUntil: until.toISOString() };
    await tx.decision.update({
      where: { id },
      data: { pauseUntil: until, detailSealed: await sealDetail(tx, core, row, { ...detail, ...pauses }) },
    });
    await tellSubject(tx, core, row, now, "edit");
    changed = true;
  }
  return changed;
}
