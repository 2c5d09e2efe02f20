import type { Tx } from "#core/foundation/store/open-store.ts";
import type { AlertLevel } from "./crisis-card.ts";

/** So long an alert counts: the same person is not written to again, and the team not told anew while it waits. */
const ONCE_IN_MS = 3_600_000;
/** Whoever took it is there now; each further text need not be told. */
const JUST_TAKEN_MS = 600_000;

/** Whom an alert is about: a member, or somebody who is none, by a blind index of their account. */
export type Person = { readonly memberId: string } | { readonly personKey: string };

/** The alerts of the last hour about somebody, of these levels, newest first. */
export async function recentAlerts(
  tx: Tx,
  { communityId, person, levels, now }: About & { levels: readonly AlertLevel[] },
) {
  const since = new Date(now.getTime() - ONCE_IN_MS);
  return tx.crisisAlert.findMany({
    where: { communityId, ...person, level: { in: [...levels] }, raisedAt: { gt: since } },
    orderBy: { raisedAt: "desc" },
  });
}

export interface About {
  readonly communityId: string;
  readonly person: Person;
  readonly now: Date;
}

/** One that waits for somebody, or that somebody took just now: the team need not be told anew. */
export function standingAmong<T extends { readonly takenAt: Date | null }>(
  recent: readonly T[],
  now: Date,
): T | undefined {
  const justTaken = now.getTime() - JUST_TAKEN_MS;
  return recent.find(({ takenAt }) => takenAt === null || takenAt.getTime() > justTaken);
}

/** Whether its member waits for the team: by what they wrote or asked for, and not only because another is worried. */
export function isAwaited({
  level,
  wantsCompanyAt,
}: {
  level: string;
  wantsCompanyAt: Date | null;
}): boolean {
  return level !== "worry" || wantsCompanyAt !== null;
}
