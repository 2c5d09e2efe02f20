import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { messageKey } from "#core/foundation/vault/index-keys.ts";
import { messageOfSource } from "./draft-edit.ts";
import type { SourceMessage } from "./draft-question.ts";
import { tellTeam } from "./tell.ts";

async function forget(tx: Tx, id: string, state: "draft" | "sent", now: Date): Promise<number> {
  const { count } = await tx.message.updateMany({
    where: { id, state },
    data: {
      state: "removed",
      removedAt: now,
      originalSealed: null,
      crossingSealed: null,
      pendingOriginalSealed: null,
      pendingCrossingSealed: null,
    },
  });
  return count;
}

/** Forgets one message and has its copy removed; false when there was nothing to remove. */
async function removeMessage(core: Core, actor: Actor, messageId: string): Promise<boolean> {
  const removed = await core.tx(async (tx, now) => {
    const message = await tx.message.findUniqueOrThrow({
      where: { id: messageId },
      include: { question: true },
    });
    const isQuestion = message.kind === "question";
    if (isQuestion && message.state === "sent") return false;
    // A draft can become sent beside us, never the other way: asked in this order, neither is missed.
    const drafts = await forget(tx, messageId, "draft", now);
    const sent = isQuestion ? 0 : await forget(tx, messageId, "sent", now);
    if (drafts + sent === 0) return false;
    if (isQuestion)
      await tx.question.updateMany({
        where: { id: message.questionId, status: "draft" },
        data: { status: "cancelled", closedAt: now },
      });
    await tx.messageVersion.deleteMany({ where: { messageId } });
    if (sent > 0)
      await tellTeam(
        tx,
        core,
        message.question,
        { kind: "follow-up", subjectId: messageId, at: now },
        "remove",
      );
    await record(tx, {
      at: now.getTime(),
      communityId: actor.communityId,
      actor: actor.memberId,
      verb: "message.removed",
      subject: messageId,
    });
    return true;
  });
  core.wake();
  return removed;
}

/** A typed message was deleted: its copy goes at once. False when it is none of ours. The question itself is taken back by its own button. */
export async function removeBySource(
  core: Core,
  { actor, sourceMessage }: { actor: Actor; sourceMessage: SourceMessage },
): Promise<boolean> {
  authorise(actor, "question.follow-up");
  const messageId = await messageOfSource(core, actor, sourceMessage);
  return messageId === undefined ? false : removeMessage(core, actor, messageId);
}

/** How far a platform's clock may be from ours; `doctor` warns far below it. */
const SKEW_MS = 300_000;

/** One reading of a place where a member types. */
export interface Reading {
  /** All that stood there. */
  readonly seen: readonly SourceMessage[];
  /** The platform's time of the oldest message that was read; undefined when all of them were. */
  readonly readBackTo: Date | undefined;
  /** Our time before the place was read: what came later could not be seen. */
  readonly readAt: Date;
}

/**
 * What was typed and no longer stands where it was typed was deleted while nobody listened: its copies go. What the reading
 * could have missed is left alone. Gives how many were removed.
 */
export async function removeVanished(
  core: Core,
  { actor, reading }: { actor: Actor; reading: Reading },
): Promise<number> {
  authorise(actor, "question.follow-up");
  const { seen, readBackTo, readAt } = reading;
  const since = readBackTo === undefined ? {} : { gt: new Date(readBackTo.getTime() + SKEW_MS) };
  const standing = new Set(
    seen.map(({ platform, channelId, messageId }) => messageKey(core, platform, channelId, messageId)),
  );
  const typed = await core.db.message.findMany({
    where: {
      authorId: actor.memberId,
      kind: { in: ["follow-up", "ask-back-reply"] },
      state: { in: ["draft", "sent"] },
      sourceKey: { not: null },
      createdAt: { ...since, lt: readAt },
    },
    select: { id: true, sourceKey: true },
  });
  let removed = 0;
  for (const { id, sourceKey } of typed)
    if (sourceKey !== null && !standing.has(sourceKey) && (await removeMessage(core, actor, id)))
      removed += 1;
  return removed;
}
