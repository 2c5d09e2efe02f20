import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { refreshTriage, tellTeam } from "../tell.ts";
import { somebodyCouldLook } from "./look-for.ts";

interface Held {
  readonly id: string;
  readonly communityId: string;
  readonly askerId: string;
  readonly holderId: string | null;
}

/**
 * Nothing is sent that nobody looked at: the question waits again, and its author keeps the text for the next time they
 * press Answer. False when it was not held any more.
 */
export async function giveBackHeld(
  tx: Tx,
  core: Core,
  { question, about, now }: { question: Held; about: "look-lapsed" | "waits-again"; now: Date },
): Promise<boolean> {
  const { count } = await tx.question.updateMany({
    where: { id: question.id, status: "held", holderId: question.holderId },
    data: { status: "waiting", holderId: null, leaseEndsAt: null },
  });
  if (count === 0) return false;
  await refreshTriage(tx, core, question, now);
  const subjectId = `${about}:${question.id}:${question.holderId ?? ""}:${now.getTime()}`;
  await tellTeam(tx, core, question, { kind: "team-notice", subjectId, at: now });
  await record(tx, {
    at: now.getTime(),
    communityId: question.communityId,
    actor: "clock",
    verb: "question.look-lapsed",
    subject: question.id,
  });
  return true;
}

const AT_ONCE = 50;

/** Somebody is no longer there to look: what only they could have passed waits no longer for a look. */
export async function giveBackUnlookable(
  tx: Tx,
  core: Core,
  { communityId, questionId, now }: { communityId: string; questionId?: string; now: Date },
): Promise<void> {
  const held = await tx.question.findMany({
    where: { communityId, status: "held", ...(questionId === undefined ? {} : { id: questionId }) },
    take: AT_ONCE,
  });
  for (const question of held)
    if (!(await somebodyCouldLook(tx, { question, authorId: question.holderId ?? "", now })))
      await giveBackHeld(tx, core, { question, about: "look-lapsed", now });
}
