import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { noSuchEntry } from "#core/library/entry-refusal.ts";
import { entryAsText } from "#core/library/entry-text.ts";
import { shownAnswer } from "#core/library/read-answer.ts";
import { checkedReportReason } from "./checked-reason.ts";
import { fileReport, type HeardReport } from "./file-report.ts";
import { heardReport } from "./heard-report.ts";

export interface ReportKeptAnswer {
  readonly actor: Actor;
  readonly entryId: string;
  readonly reason: string;
  readonly rule?: string;
}

/**
 * Flags an answer of the library: it becomes a case with the words as everybody reads them, and stands until a moderator has
 * looked. A reason that shows danger is heard too. Refuses not_found, own_report, too_long, too_many.
 */
export async function reportKeptAnswer(core: Core, input: ReportKeptAnswer): Promise<HeardReport> {
  const { actor, rule } = input;
  authorise(actor, "report.file");
  const { reason, danger } = await checkedReportReason(core, input);
  const { communityId } = actor;
  return heardReport(core, { actor, danger }, async (tx, now) => {
    const { entryId: id, ...shown } = await shownAnswer(tx, core, {
      communityId,
      entryId: input.entryId,
      now,
    });
    const entry = await tx.libraryEntry.findUnique({ where: { id } });
    if (entry === null) throw noSuchEntry();
    const { authorId, reviewedAt, proposedAt } = entry;
    if (authorId === actor.memberId) throw refuse("own_report", {});
    const author = authorId === null ? null : await tx.member.findUnique({ where: { id: authorId } });
    return fileReport(tx, core, {
      actor,
      subject: { kind: "kept-answer", id, ...(authorId === null ? {} : { memberId: authorId }) },
      reason,
      ...(rule === undefined ? {} : { rule }),
      evidence: {
        text: entryAsText(shown),
        author: author?.pseudonym ?? "somebody who is no member here",
        what: "kept answer",
        writtenAt: (reviewedAt ?? proposedAt).toISOString(),
      },
      now,
    });
  });
}
