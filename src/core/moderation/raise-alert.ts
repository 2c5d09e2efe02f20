import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { crisisLinesFor } from "#core/screening/crisis-lines.ts";
import { crisisMessage } from "#core/screening/crisis-message.ts";
import type { GraveVerdict } from "#core/screening/screening.ts";
import { recentAlerts, standingAmong } from "./standing-alert.ts";
import { postAlert, tellMember } from "./tell.ts";

/** Whoever may be in danger; also somebody whom the community is closed to. */
export type InDanger = Pick<Actor, "communityId" | "memberId">;

export interface Alert {
  /** The alert that stands now: a new one, or that of the last hour which waits for somebody. */
  readonly alertId: string;
  readonly isNew: boolean;
  /** To show at once to the person who wrote. */
  readonly text: string;
}

/**
 * Somebody may be in danger: tells the crisis channel (no text of theirs) and the member, in the transaction that stored
 * what they wrote. Never blocks anything. The words at once are shown every time; the same person is written to once in an
 * hour, unless it got worse, and the team is told anew only when the last alert was taken a while ago.
 */
export async function raiseAlert(
  tx: Tx,
  core: Core,
  { actor, questionId, level, now }: { actor: InDanger; questionId?: string; level: GraveVerdict; now: Date },
): Promise<Alert> {
  const { communityId, memberId } = actor;
  const { pseudonym, country, community } = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    include: { community: true },
  });
  const lines = crisisLinesFor(core.crisisLines(), country ?? community.country);
  const text = crisisMessage({ pseudonym, lines, level, team: community.name });
  const levels = level === "emergency" ? (["emergency"] as const) : (["crisis", "emergency"] as const);
  const recent = await recentAlerts(tx, { communityId, person: { memberId }, levels, now });
  const standing = standingAmong(recent, now);
  if (standing !== undefined) return { alertId: standing.id, isNew: false, text };
  const id = core.newId();
  await tx.crisisAlert.create({
    data: { id, communityId, memberId, questionId: questionId ?? null, level, raisedAt: now },
  });
  await postAlert(tx, core, { id, communityId, memberId }, { at: now });
  if (recent.length === 0)
    await tellMember(tx, core, { communityId, memberId, about: "raised", subject: id, at: now });
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: memberId,
    verb: "alert.raised",
    subject: id,
    detail: { level },
  });
  return { alertId: id, isNew: true, text };
}
