import type { Core } from "#core/core.ts";
import { standingOf } from "#core/credentials/standing.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { isOnShift } from "./on-shift.ts";
import { type MemberWatch, watchesHere } from "./watches.ts";

export type OnCall = Pick<MemberWatch, "memberId" | "pseudonym">;

/** Whoever is no moderator or admin takes an alert as a provider, and so only with a credential that stands. */
export async function canTakeAlert(
  db: Tx | Core["db"],
  { memberId, roles }: Pick<MemberWatch, "memberId" | "roles">,
  now: Date,
): Promise<boolean> {
  if (roles.includes("moderator") || roles.includes("admin")) return true;
  return (await standingOf(db, memberId, now)).ok;
}

/**
 * Who is on shift now and can go to somebody in danger; never `except`, whom the alert is about. Undefined where nobody here has
 * shifts at all: then nothing can be said about who is there.
 */
export async function onCallNow(
  db: Tx | Core["db"],
  { communityId, except, now }: { communityId: string; except: string | null; now: Date },
): Promise<OnCall[] | undefined> {
  const watches = await watchesHere(db, { communityId });
  if (watches.length === 0) return undefined;
  const onCall: OnCall[] = [];
  for (const watch of watches) {
    const { memberId, pseudonym } = watch;
    if (memberId === except || !isOnShift(watch, now)) continue;
    if (await canTakeAlert(db, watch, now)) onCall.push({ memberId, pseudonym });
  }
  return onCall;
}
