const HOUR_MS = 3_600_000;

/** With so many points or more, a strike also pauses writing for so long. */
export interface Threshold {
  readonly points: number;
  readonly pauseHours: number;
}

/** A strike as it was decided; times in milliseconds since 1970. */
export interface PastStrike {
  readonly memberId: string;
  readonly points: number;
  readonly decidedAt: number;
  readonly fadesAt: number;
}

/** A strike, with the points that its member had from then on. */
export type StrikeWithPoints<S extends PastStrike = PastStrike> = S & { readonly pointsThen: number };

/** Of the thresholds that so many points reach the highest; undefined below the lowest. */
export const reachedBy = (thresholds: readonly Threshold[], points: number): Threshold | undefined =>
  thresholds
    .filter((one) => one.points <= points)
    .reduce<Threshold | undefined>(
      (highest, one) => (highest === undefined || one.points > highest.points ? one : highest),
      undefined,
    );

/** When the pause is over that a strike brings which leaves somebody with so many points; null where it brings none. */
export function pauseEnd(thresholds: readonly Threshold[], points: number, now: Date): Date | null {
  const reached = reachedBy(thresholds, points);
  return reached === undefined ? null : new Date(now.getTime() + reached.pauseHours * HOUR_MS);
}

/** How many points each strike left its member with, faded ones left out; in the order in which they were decided. */
export function withPointsThen<S extends PastStrike>(strikes: readonly S[]): StrikeWithPoints<S>[] {
  const inOrder = strikes.toSorted((one, other) => one.decidedAt - other.decidedAt);
  const ofMember = new Map<string, PastStrike[]>();
  return inOrder.map((strike) => {
    const earlier = ofMember.get(strike.memberId) ?? [];
    const standing = [...earlier.filter(({ fadesAt }) => fadesAt > strike.decidedAt), strike];
    ofMember.set(strike.memberId, standing);
    return { ...strike, pointsThen: standing.reduce((sum, { points }) => sum + points, 0) };
  });
}

/** So many people have so many points now. */
export interface Bar {
  readonly points: number;
  readonly members: number;
}

/** How many members have how many points at that moment, the fewest points first; nobody with none. */
export function spreadOf(strikes: readonly PastStrike[], now: number): Bar[] {
  const sums = new Map<string, number>();
  for (const { memberId, points, decidedAt, fadesAt } of strikes)
    if (decidedAt <= now && fadesAt > now) sums.set(memberId, (sums.get(memberId) ?? 0) + points);
  const members = new Map<number, number>();
  for (const sum of sums.values()) members.set(sum, (members.get(sum) ?? 0) + 1);
  return [...members]
    .filter(([points]) => points > 0)
    .sort(([one], [other]) => one - other)
    .map(([points, count]) => ({ points, members: count }));
}

/** What a threshold would have done to strikes that were decided. */
export interface WouldPause {
  readonly strikes: number;
  readonly members: number;
}

/** The strikes that these thresholds would have made a pause of, and of how many people. */
export function wouldPause(
  thresholds: readonly Threshold[],
  strikes: readonly StrikeWithPoints[],
): WouldPause {
  const paused = strikes.filter(({ pointsThen }) => reachedBy(thresholds, pointsThen) !== undefined);
  return { strikes: paused.length, members: new Set(paused.map(({ memberId }) => memberId)).size };
}
