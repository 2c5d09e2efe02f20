import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { tellTeam } from "../tell.ts";

/** An answer has new words: the team's copies of what colleagues thought of the old ones say that it was about those. */
export async function refreshOpinions(
  tx: Tx,
  core: Core,
  { answerId, now }: { answerId: string; now: Date },
): Promise<void> {
  const standing = await tx.opinion.findMany({
    where: { answerId, message: { state: "sent" } },
    include: { message: { include: { question: true } } },
  });
  for (const { messageId, message } of standing)
    await tellTeam(tx, core, message.question, { kind: "sent-copy", subjectId: messageId, at: now }, "edit");
}
