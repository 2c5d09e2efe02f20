import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { pointsOf } from "#core/moderation/decisions/strikes.ts";
import { AFTER_NO_MS, asMentorState, type MentorState, RETRY_MS, STANDING_MS } from "./mentor.ts";

export interface MentorRow {
  readonly state: string;
  readonly triedAt: Date | null;
  readonly decidedAt: Date | null;
}

/** Why somebody cannot take the questions now; undefined where they can. */
export type NotYet =
  | { readonly why: "new" | "tried" | "decided"; readonly from: Date }
  | { readonly why: "strikes" }
  | { readonly why: "waits" | "mentor" };

const AFTER_NO: ReadonlySet<MentorState> = new Set(["declined", "ended"]);

/** Weeks of being here and no strikes that stand; whoever tried or was told no waits for a while. */
export async function notYet(
  tx: Tx,
  { memberId, mentor, now }: { memberId: string; mentor: MentorRow | null; now: Date },
): Promise<NotYet | undefined> {
  const state = mentor === null ? "learning" : asMentorState(mentor.state);
  if (state === "active") return { why: "mentor" };
  if (state === "waiting") return { why: "waits" };
  const { createdAt } = await tx.member.findUniqueOrThrow({ where: { id: memberId } });
  const old = new Date(createdAt.getTime() + STANDING_MS);
  if (old > now) return { why: "new", from: old };
  if ((await pointsOf(tx, memberId, now)) > 0) return { why: "strikes" };
  const again = (since: Date | null | undefined, ms: number) => new Date((since?.getTime() ?? 0) + ms);
  const decided = again(mentor?.decidedAt, AFTER_NO_MS);
  if (AFTER_NO.has(state) && decided > now) return { why: "decided", from: decided };
  const tried = again(mentor?.triedAt, RETRY_MS);
  return state === "learning" && tried > now ? { why: "tried", from: tried } : undefined;
}

/** Refuses not_mentor_yet, and too_many until the questions may be tried again. */
export async function requireEligible(tx: Tx, about: Parameters<typeof notYet>[1]): Promise<void> {
  const found = await notYet(tx, about);
  if (found === undefined) return;
  if (found.why === "tried") throw refuse("too_many", { retryAt: found.from });
  throw refuse("not_mentor_yet", found);
}
