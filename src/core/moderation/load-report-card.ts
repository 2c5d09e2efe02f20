import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { ReportCard } from "./report-card.ts";

export async function loadReportCard(tx: Tx, core: Core, reportId: string): Promise<ReportCard | undefined> {
  const report = await tx.report.findUnique({ where: { id: reportId }, include: { question: true } });
  if (report === null) return undefined;
  const { communityId } = report;
  const people = await tx.member.findMany({
    where: { id: { in: [report.reporterId, report.resolvedById ?? ""] } },
  });
  const place = { table: "Report", column: "reasonSealed", row: reportId };
  return {
    kind: "report",
    reportId,
    questionNumber: report.question.number,
    reportedBy: people.find((person) => person.id === report.reporterId)?.pseudonym ?? "a member",
    about: report.messageId === null ? "question" : "answer",
    reason:
      report.reasonSealed === null
        ? ""
        : await core.vault.open(tx, { communityId }, place, report.reasonSealed),
    reportedAt: report.createdAt,
    resolvedBy: people.find((person) => person.id === report.resolvedById)?.pseudonym,
  };
}
