import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { readableQuestions } from "#core/peers/asked/readable-questions.ts";
import { checkedReportReason } from "./checked-reason.ts";
import { fileReport, type HeardReport } from "./file-report.ts";
import { heardReport } from "./heard-report.ts";

export interface ReportPeerQuestion {
  readonly actor: Actor;
  readonly questionId: string;
  readonly reason: string;
  readonly rule?: string;
}

/**
 * Flags a question that its patient lets members read: it becomes a case with the words as they are now. The conversation with
 * the team goes on, since another member cannot stop it. A reason that shows danger is heard too. Refuses not_found, too_long, too_many.
 */
export async function reportPeerQuestion(core: Core, input: ReportPeerQuestion): Promise<HeardReport> {
  const { actor, questionId, rule } = input;
  authorise(actor, "question.read-peers");
  const { reason, danger } = await checkedReportReason(core, input);
  return heardReport(core, { actor, danger }, async (tx, now) => {
    const [asked] = await readableQuestions(tx, core, actor, { ids: [questionId], most: 1 });
    if (asked === undefined) throw refuse("not_found", { what: "question" });
    const message = await tx.message.findFirstOrThrow({
      where: { questionId, kind: "question" },
      include: { author: true },
    });
    const { question, tried } = asked.text;
    return fileReport(tx, core, {
      actor,
      subject: { kind: "message", id: message.id, memberId: message.authorId },
      reason,
      ...(rule === undefined ? {} : { rule }),
      evidence: {
        text: [question, tried].filter((part) => part !== "").join("\n\n"),
        author: message.author.pseudonym,
        what: message.kind,
        writtenAt: (message.sentAt ?? message.createdAt).toISOString(),
      },
      questionId,
      messageId: message.id,
      now,
    });
  });
}
