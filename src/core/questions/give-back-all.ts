import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { giveBackUnlookable } from "./second-look/give-back-held.ts";
import { removeUnshown } from "./second-opinion/remove-unshown.ts";
import { refreshTriage, tellTeam } from "./tell.ts";

/**
 * A provider who lost their standing: what they hold, or wrote and a colleague has not passed, waits again; what they wrote
 * that no platform was given yet is not sent; and what only they could have looked at waits for nobody. Gives how many questions wait again.
 */
export async function giveBackAll(
  tx: Tx,
  core: Core,
  { memberId, now }: { memberId: string; now: Date },
): Promise<number> {
  const ready = await tx.delivery.findMany({
    where: {
      op: "post",
      kind: "answer",
      state: "ready",
      subjectId: { in: await ownMessages(tx, memberId) },
    },
    select: { id: true, subjectId: true },
  });
  const unsent: string[] = [];
  for (const { id, subjectId } of ready) {
    const { count } = await tx.delivery.updateMany({
      where: { id, state: "ready" },
      data: { state: "dropped", trouble: "author-lost-standing", settledAtMs: BigInt(now.getTime()) },
    });
    if (count > 0) unsent.push(subjectId);
  }
  await tx.message.updateMany({
    where: { id: { in: unsent }, state: "sent" },
    data: { state: "removed", removedAt: now },
  });
  await removeUnshown(tx, core, { authorId: memberId, now });
  const questions = await tx.question.updateManyAndReturn({
    where: {
      OR: [
        { status: { in: ["claimed", "held"] }, holderId: memberId },
        { status: "answered", messages: { some: { id: { in: unsent }, kind: "answer" } } },
      ],
    },
    data: { status: "waiting", holderId: null, leaseEndsAt: null },
  });
  for (const question of questions) {
    await refreshTriage(tx, core, question, now);
    const subjectId = `waits-again:${question.id}:${now.getTime()}`;
    await tellTeam(tx, core, question, { kind: "team-notice", subjectId, at: now });
  }
  const member = await tx.member.findUniqueOrThrow({ where: { id: memberId } });
  await giveBackUnlookable(tx, core, { communityId: member.communityId, now });
  return questions.length;
}

/** Older ones were delivered long since. */
const MOST_RECENT = 200;

async function ownMessages(tx: Tx, authorId: string): Promise<string[]> {
  const messages = await tx.message.findMany({
    where: { authorId, state: "sent" },
    orderBy: { createdAt: "desc" },
    take: MOST_RECENT,
    select: { id: true },
  });
  return messages.map(({ id }) => id);
}
