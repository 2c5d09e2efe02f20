import { channelFor } from "#core/communities/channel-for.ts";
import type { Core } from "#core/core.ts";
import { standingOf } from "#core/credentials/standing.ts";
import { enqueue, enqueueEdit, holdLine, type Target } from "#core/deliveries/enqueue.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { LibraryDueCard } from "./cards.ts";

const WEEK_MS = 7 * 24 * 3_600_000;
const AT_ONCE = 50;

interface Owner {
  readonly communityId: string;
  /** Null for what was imported. */
  readonly authorId: string | null;
}

/** What a card of stale answers is about: `<community>:<author, or nobody>:<to whom>:<when it was sent>`. */
const subjectOf = ({ communityId, authorId }: Owner, to: LibraryDueCard["to"], at: Date): string =>
  `${communityId}:${authorId ?? ""}:${to}:${at.getTime()}`;

export function readDueSubject(subjectId: string): Owner & Pick<LibraryDueCard, "to"> {
  const [communityId = "", authorId = "", to] = subjectId.split(":");
  return {
    communityId,
    authorId: authorId === "" ? null : authorId,
    to: to === "author" ? "author" : "moderators",
  };
}

const lineOf = ({ communityId, authorId }: Owner): string => `library:${communityId}:${authorId ?? "team"}`;

/** Whoever wrote them, while they may say that something is still right; else the moderators' channel. */
async function readerOf(tx: Tx, { communityId, authorId }: Owner, now: Date) {
  const isAuthor = authorId !== null && (await standingOf(tx, authorId, now)).ok;
  const purpose = isAuthor ? "intake" : "moderation";
  const channel = await channelFor(tx, { communityId, purpose });
  if (channel === undefined) return undefined;
  const target: Target = isAuthor
    ? { kind: "member", id: authorId }
    : { kind: "channel", id: channel.channelId };
  const to = isAuthor ? ("author" as const) : ("moderators" as const);
  return { to, where: { platform: channel.platform, target } };
}

/** One card for all that are stale, and none within a week of the last one. */
async function tellOwner(core: Core, owner: Owner): Promise<boolean> {
  const { communityId, authorId } = owner;
  return core.tx(async (tx, now) => {
    const own = { communityId, authorId };
    // One worker at a time asks, for each owner: the next one sees what this one told.
    await holdLine(tx, lineOf(owner));
    const weekAgo = new Date(now.getTime() - WEEK_MS);
    if ((await tx.libraryEntry.count({ where: { ...own, toldAt: { gt: weekAgo } } })) > 0) return false;
    const reader = await readerOf(tx, owner, now);
    if (reader === undefined) return false;
    const { count } = await tx.libraryEntry.updateMany({
      where: { ...own, state: "stale" },
      data: { toldAt: now },
    });
    if (count === 0) return false;
    await enqueue(tx, core, {
      ...{ communityId, op: "post", kind: "library-due", subjectId: subjectOf(owner, reader.to, now) },
      ...{ conversation: lineOf(owner), ...reader.where, at: now },
    });
    return true;
  });
}

/** Once a week whoever wrote stale answers is asked whether they are still right. Gives how many were asked. */
export async function tellOwners(core: Core): Promise<number> {
  const weekAgo = new Date(core.clock.now().getTime() - WEEK_MS);
  const owners = await core.db.libraryEntry.findMany({
    where: { state: "stale", OR: [{ toldAt: null }, { toldAt: { lte: weekAgo } }] },
    distinct: ["communityId", "authorId"],
    select: { communityId: true, authorId: true },
    take: AT_ONCE,
  });
  let told = 0;
  for (const owner of owners) if (await tellOwner(core, owner)) told += 1;
  if (told > 0) core.wake();
  return told;
}

/** So many weekly cards of an owner are looked after; what an older one asks is long gone. */
const MOST_CARDS = 20;

/** An owner's cards show what is still to be said, and nothing of what was taken out. */
export async function refreshDue(
  tx: Tx,
  core: Core,
  { communityId, authorId }: Owner,
  at: Date,
): Promise<void> {
  const conversation = lineOf({ communityId, authorId });
  const posted = await tx.delivery.findMany({
    where: { conversation, op: "post", kind: "library-due" },
    orderBy: { seq: "desc" },
    take: MOST_CARDS,
  });
  for (const { subjectId, platform, targetKind, targetId } of posted.reverse()) {
    const target = { kind: targetKind === "member" ? "member" : "channel", id: targetId } as const;
    const card = { communityId, conversation, kind: "library-due", subjectId, platform, target } as const;
    await enqueueEdit(tx, core, { ...card, at });
  }
}
