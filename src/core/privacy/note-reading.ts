import type { Actor } from "#core/access.ts";
import { channelFor } from "#core/communities/channel-for.ts";
import type { Core } from "#core/core.ts";
import { enqueue } from "#core/deliveries/enqueue.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { holdMember } from "#core/members/hold-member.ts";
import { readerKey } from "./reader-key.ts";
import { readingSubject } from "./reading-alarm-card.ts";

const HOUR_MS = 3_600_000;

/** How many different entries somebody can open: far more than anybody reads, and far fewer than there are. */
export const READING_LIMITS = [
  { most: 40, withinMs: HOUR_MS },
  { most: 150, withinMs: 24 * HOUR_MS },
] as const;

interface Opened {
  readonly actor: Actor;
  /** Which list, such as "answer" or "experience". */
  readonly what: string;
  readonly entryId: string;
  readonly now: Date;
}

/** The moderators hear of it once a day for each reader; whoever opens so much may be collecting what others shared. */
async function alarm(tx: Tx, core: Core, { actor, now }: Opened, count: number): Promise<void> {
  const { communityId, memberId } = actor;
  const subjectId = readingSubject(memberId, now);
  const told = await tx.delivery.count({ where: { kind: "reading-alarm", subjectId } });
  const channel = await channelFor(tx, { communityId, purpose: "moderation" });
  if (told > 0 || channel === undefined) return;
  await enqueue(tx, core, {
    communityId,
    conversation: `reading:${memberId}`,
    op: "post",
    kind: "reading-alarm",
    subjectId,
    platform: channel.platform,
    target: { kind: "channel", id: channel.channelId },
    at: now,
  });
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: "clock",
    verb: "reading.alarmed",
    subject: memberId,
    detail: { count },
  });
}

/**
 * Notes that a member opens an entry that somebody else shared, in the transaction that reads it; whether they may is settled before.
 * Opening the same one again counts once. The last one that is let through tells the moderators. Kept are two keyed hashes and the
 * time, for two days. Refuses too_many.
 */
export async function noteReading(tx: Tx, core: Core, opened: Opened): Promise<void> {
  const { actor, what, entryId, now } = opened;
  // Of two that are opened at once the later one counts the earlier one too.
  await holdMember(tx, actor.memberId);
  const reader = readerKey(core, actor.memberId);
  const entryKey = core.vault.blindIndex(`reading|${reader}`, `${what}/${entryId}`);
  const same = { readerKey_entryKey: { readerKey: reader, entryKey } };
  for (const { most, withinMs } of READING_LIMITS) {
    const since = new Date(now.getTime() - withinMs);
    const others = { readerKey: reader, entryKey: { not: entryKey }, readAt: { gt: since } };
    const recent = await tx.reading.findMany({ where: others, orderBy: { readAt: "asc" } });
    const [oldest] = recent;
    if (oldest !== undefined && recent.length >= most)
      throw refuse("too_many", { retryAt: new Date(oldest.readAt.getTime() + withinMs) });
    if (recent.length === most - 1) await alarm(tx, core, opened, most);
  }
  await tx.reading.upsert({
    where: same,
    create: { readerKey: reader, entryKey, readAt: now },
    update: { readAt: now },
  });
}
