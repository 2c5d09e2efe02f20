import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { statusesAllowing } from "#core/questions/question.ts";
import { refreshTriage, tellAsker } from "#core/questions/tell.ts";
import type { EvidenceText } from "../cases/evidence.ts";
import { crossedWords } from "../crossed-words.ts";
import { checkedReportReason } from "./checked-reason.ts";
import { fileReport, type HeardReport, isPatientOnly } from "./file-report.ts";
import { heardReport } from "./heard-report.ts";

export interface ReportMessage {
  readonly actor: Actor;
  readonly questionId: string;
  /** The text that is meant; the question itself where it is left out. */
  readonly messageId?: string;
  readonly reason: string;
  readonly rule?: string;
}

async function subjectOf(tx: Tx, { actor, questionId, messageId }: ReportMessage) {
  const question = await tx.question.findUnique({ where: { id: questionId } });
  if (question === null || question.communityId !== actor.communityId)
    throw refuse("not_found", { what: "question" });
  if (isPatientOnly(actor) && question.askerId !== actor.memberId)
    throw refuse("not_found", { what: "question" });
  const meant = messageId === undefined ? { questionId, kind: "question" } : { id: messageId, questionId };
  const message = await tx.message.findFirst({ where: meant, include: { author: true } });
  if (message === null) throw refuse("not_found", { what: "message" });
  // Without a message the conversation is meant, which who began it may have stopped too.
  if (messageId !== undefined && message.authorId === actor.memberId) throw refuse("own_report", {});
  return { question, message };
}

/**
 * Flags a question or a text of its conversation: it becomes a case with the words as they are now, and the conversation is
 * paused until a moderator has looked. A patient's reason that shows danger is heard too. Refuses not_found, own_report,
 * too_long, too_many.
 */
export async function reportMessage(core: Core, input: ReportMessage): Promise<HeardReport> {
  const { actor, questionId, rule } = input;
  authorise(actor, "question.report");
  const { reason, danger } = await checkedReportReason(core, input);
  return heardReport(core, { actor, questionId, danger }, async (tx, now) => {
    const { question, message } = await subjectOf(tx, input);
    const evidence: EvidenceText | undefined =
      message.crossingSealed === null
        ? undefined
        : {
            text: await crossedWords(tx, core, { ...message, askerId: question.askerId }),
            author: message.author.pseudonym,
            what: message.kind,
            writtenAt: (message.sentAt ?? message.createdAt).toISOString(),
          };
    const made = await fileReport(tx, core, {
      actor,
      subject: { kind: "message", id: message.id, memberId: message.authorId },
      reason,
      ...(rule === undefined ? {} : { rule }),
      ...(evidence === undefined ? {} : { evidence }),
      questionId,
      messageId: message.id,
      now,
    });
    const { count } = await tx.question.updateMany({
      where: { id: questionId, pausedAt: null, status: { in: statusesAllowing("follow-up") } },
      data: { pausedAt: now },
    });
    if (count > 0) {
      await refreshTriage(tx, core, question, now);
      const subjectId = `paused:${questionId}:${made.reportId}:${now.getTime()}`;
      await tellAsker(tx, core, question, { kind: "notice", subjectId, at: now });
    }
    return made;
  });
}
