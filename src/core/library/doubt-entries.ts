import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { tellAuthor, tellTeam } from "#core/questions/tell.ts";
import { makeStale } from "./make-stale.ts";

interface Doubt {
  readonly answerId: string;
  /** The message in which a colleague says how they see it. */
  readonly opinionId: string;
  readonly by: string;
  readonly now: Date;
}

/** Does a colleague see this version of an answer differently? */
export async function isDisputed(
  tx: Tx,
  { messageId, answerVersion }: { messageId: string | null; answerVersion: number | null },
): Promise<boolean> {
  if (messageId === null || answerVersion === null) return false;
  const differ = { answerId: messageId, answerVersion, stance: "differ", message: { state: "sent" } };
  return (await tx.opinion.count({ where: differ })) > 0;
}

/**
 * A colleague sees an answer differently that is kept: nobody finds it until somebody has looked again, and its thread, its author
 * and its keeper are told so.
 */
export async function doubtEntries(
  tx: Tx,
  core: Core,
  { answerId, opinionId, by, now }: Doubt,
): Promise<void> {
  const entries = await tx.libraryEntry.findMany({ where: { messageId: answerId, state: "kept" } });
  for (const { id, communityId, questionId, askerId, authorId, keeperId } of entries) {
    if (!(await makeStale(tx, core, { id, by, now })) || questionId === null || askerId === null) continue;
    const question = { id: questionId, communityId, askerId };
    const subjectId = `kept-doubted:${questionId}:${opinionId}`;
    await tellTeam(tx, core, question, { kind: "team-notice", subjectId, at: now });
    for (const memberId of new Set([authorId ?? keeperId, keeperId]))
      await tellAuthor(tx, core, question, memberId, { kind: "team-notice", subjectId, at: now });
  }
}
