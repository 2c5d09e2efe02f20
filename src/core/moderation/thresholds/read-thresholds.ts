import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { STRIKE_FADES_MS } from "../decisions/check-decision.ts";
import {
  type Bar,
  type PastStrike,
  type StrikeWithPoints,
  spreadOf,
  type Threshold,
  type WouldPause,
  withPointsThen,
  wouldPause,
} from "./threshold.ts";

/** What holds in a community, the fewest points first. */
export async function thresholdsOf(tx: Tx | Core["db"], communityId: string): Promise<Threshold[]> {
  const rows = await tx.threshold.findMany({ where: { communityId }, orderBy: { points: "asc" } });
  return rows.map(({ points, pauseHours }) => ({ points, pauseHours }));
}

/** The strikes of a community that counted at some time within the last 180 days, undone ones left out. */
async function pastStrikes(tx: Tx, communityId: string, now: Date): Promise<PastStrike[]> {
  const since = new Date(now.getTime() - 2 * STRIKE_FADES_MS);
  const rows = await tx.decision.findMany({
    where: {
      communityId,
      action: "strike",
      points: { gt: 0 },
      state: { in: ["standing", "over"] },
      decidedAt: { gt: since },
      subjectMemberId: { not: null },
      endsAt: { not: null },
    },
    select: { subjectMemberId: true, points: true, decidedAt: true, endsAt: true },
  });
  return rows.map(({ subjectMemberId, points, decidedAt, endsAt }) => ({
    memberId: subjectMemberId ?? "",
    points,
    decidedAt: decidedAt.getTime(),
    fadesAt: endsAt?.getTime() ?? 0,
  }));
}

export interface ShownThresholds {
  readonly thresholds: readonly Threshold[];
  /** How many members have how many points now. */
  readonly spread: readonly Bar[];
  /** Strikes of the last 90 days, and of how many people. */
  readonly strikes: WouldPause;
  /** Of these, what the thresholds would have paused. */
  readonly would: WouldPause;
}

/** What `thresholds` would have done in the last 90 days, beside the points that people have now. */
export async function tryThresholds(
  tx: Tx,
  { communityId, thresholds, now }: { communityId: string; thresholds: readonly Threshold[]; now: Date },
): Promise<ShownThresholds> {
  const past = await pastStrikes(tx, communityId, now);
  const since = now.getTime() - STRIKE_FADES_MS;
  const recent: StrikeWithPoints[] = withPointsThen(past).filter(({ decidedAt }) => decidedAt > since);
  return {
    thresholds,
    spread: spreadOf(past, now.getTime()),
    strikes: { strikes: recent.length, members: new Set(recent.map(({ memberId }) => memberId)).size },
    would: wouldPause(thresholds, recent),
  };
}

/** The thresholds that hold, with what they would have done to the strikes of the last 90 days. */
export async function showThresholds(core: Core, { actor }: { actor: Actor }): Promise<ShownThresholds> {
  authorise(actor, "threshold.read");
  const { communityId } = actor;
  return core.tx(async (tx, now) =>
    tryThresholds(tx, { communityId, thresholds: await thresholdsOf(tx, communityId), now }),
  );
}
