import type { Tx } from "#core/foundation/store/open-store.ts";
import { thresholdsOf } from "../thresholds/read-thresholds.ts";
import { pauseEnd } from "../thresholds/threshold.ts";
import type { CheckedDecision } from "./check-decision.ts";
import { pointsOf } from "./strikes.ts";

/** Until when a strike also pauses its member's writing, with the points that they have then; null where it does not. */
export async function pauseOf(
  tx: Tx,
  { communityId, subjectMemberId }: { communityId: string; subjectMemberId: string | null },
  { points }: Pick<CheckedDecision, "points">,
  now: Date,
): Promise<Date | null> {
  if (points === 0 || subjectMemberId === null) return null;
  const pointsThen = points + (await pointsOf(tx, subjectMemberId, now));
  return pauseEnd(await thresholdsOf(tx, communityId), pointsThen, now);
}
