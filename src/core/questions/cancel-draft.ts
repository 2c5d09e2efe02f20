import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { statusRefusal } from "./status-refusal.ts";

interface Ending {
  readonly actor: Actor;
  readonly questionId: string;
  readonly verb: "question.cancelled" | "question.answered-by-library";
  readonly now: Date;
}

/** Ends a draft of one's own, and forgets what was typed; gives the messages that it was in, or undefined where it is no draft any more. */
export async function endDraft(
  tx: Tx,
  { actor, questionId, verb, now }: Ending,
): Promise<readonly string[] | undefined> {
  const { communityId, memberId } = actor;
  const { count } = await tx.question.updateMany({
    where: { id: questionId, askerId: memberId, status: "draft" },
    data: { status: "cancelled", closedAt: now },
  });
  if (count === 0) return undefined;
  const messages = await tx.message.updateManyAndReturn({
    where: { questionId },
    data: { state: "cancelled", originalSealed: null, crossingSealed: null },
    select: { id: true },
  });
  await record(tx, { at: now.getTime(), communityId, actor: memberId, verb, subject: questionId });
  return messages.map(({ id }) => id);
}

/** Nothing crossed, and what was typed is forgotten. */
export async function cancelDraft(
  core: Core,
  { actor, questionId }: { actor: Actor; questionId: string },
): Promise<void> {
  const { communityId, memberId } = actor;
  authorise(actor, "question.ask");
  await core.tx(async (tx, now) => {
    if ((await endDraft(tx, { actor, questionId, verb: "question.cancelled", now })) === undefined)
      throw await statusRefusal(tx, { questionId, communityId, askerId: memberId }, "cancel");
  });
}
