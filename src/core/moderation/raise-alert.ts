import type { Actor } from "#core/access.ts";
import { channelFor } from "#core/communities/channel-for.ts";
import type { Core } from "#core/core.ts";
import { enqueue } from "#core/deliveries/enqueue.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { crisisMessage } from "#core/screening/crisis-message.ts";
import type { GraveVerdict } from "#core/screening/screening.ts";

/**
 * The same person is not written to again within this time, unless it got worse, and the team not while the last alert
 * waits; the words at once are shown every time.
 */
const ONCE_IN_MS = 3_600_000;
/** Whoever took it is there now; each further text need not be told. */
const JUST_TAKEN_MS = 600_000;

export interface Alert {
  /** Undefined when an alert of the last hour waits for somebody already. */
  readonly alertId: string | undefined;
  /** To show at once to the person who wrote. */
  readonly text: string;
}

/**
 * Somebody may be in danger: tells the crisis channel (no text of theirs) and the member, in the transaction that stored
 * what they wrote. Never blocks anything.
 */
export async function raiseAlert(
  tx: Tx,
  core: Core,
  { actor, questionId, level, now }: { actor: Actor; questionId?: string; level: GraveVerdict; now: Date },
): Promise<Alert> {
  const { communityId, memberId } = actor;
  const member = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    include: { community: true, accounts: true },
  });
  const country = member.country ?? member.community.country;
  const text = crisisMessage({ pseudonym: member.pseudonym, country, level, team: member.community.name });
  const since = new Date(now.getTime() - ONCE_IN_MS);
  const standing = level === "emergency" ? ["emergency"] : ["crisis", "emergency"];
  const recent = await tx.crisisAlert.findMany({
    where: { memberId, level: { in: standing }, raisedAt: { gt: since } },
  });
  // Somebody looked already and it goes on: the team is told anew, the member is not written to again.
  const justTaken = now.getTime() - JUST_TAKEN_MS;
  const isSeenTo = recent.some(({ takenAt }) => takenAt === null || takenAt.getTime() > justTaken);
  if (isSeenTo) return { alertId: undefined, text };
  const alertId = core.newId();
  await tx.crisisAlert.create({
    data: { id: alertId, communityId, memberId, questionId: questionId ?? null, level, raisedAt: now },
  });
  const channel = await channelFor(tx, { communityId, purpose: "crisis" });
  const base = { communityId, op: "post", at: now } as const;
  if (channel !== undefined)
    await enqueue(tx, core, {
      ...base,
      conversation: `alert:${alertId}:team`,
      kind: "crisis",
      subjectId: alertId,
      platform: channel.platform,
      target: { kind: "channel", id: channel.channelId },
    });
  const [account] = member.accounts;
  if (account !== undefined && recent.length === 0)
    await enqueue(tx, core, {
      ...base,
      conversation: `alert:${alertId}:asker`,
      kind: "crisis-support",
      subjectId: `raised:${alertId}`,
      platform: account.platform,
      target: { kind: "member", id: memberId },
    });
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: memberId,
    verb: "alert.raised",
    subject: alertId,
    detail: { level },
  });
  return { alertId, text };
}
