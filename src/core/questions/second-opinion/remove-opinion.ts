import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { tellAsker, tellTeam } from "../tell.ts";

/**
 * Takes an opinion from beside its answer, and its copy from the team's thread; what was written stays in the record. Its
 * author may give another one, but not where the moderators hid it. False when it does not stand any more.
 */
export async function removeOpinion(
  tx: Tx,
  core: Core,
  { messageId, now }: { messageId: string; now: Date },
): Promise<boolean> {
  const { count } = await tx.message.updateMany({
    where: { id: messageId, kind: "opinion", state: "sent" },
    data: { state: "removed", removedAt: now },
  });
  if (count === 0) return false;
  const { answerId, message } = await tx.opinion.findUniqueOrThrow({
    where: { messageId },
    include: { message: { include: { question: true } } },
  });
  if (message.hiddenAt === null) await tx.opinion.update({ where: { messageId }, data: { slot: null } });
  const { question } = message;
  await tellAsker(tx, core, question, { kind: "answer", subjectId: answerId, at: now }, "edit");
  await tellTeam(tx, core, question, { kind: "sent-copy", subjectId: messageId, at: now }, "remove");
  return true;
}
