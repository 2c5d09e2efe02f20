import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { ReportOutcomeCard } from "./cards.ts";
import { openDetail } from "./detail.ts";

/** Subject: a report's id. Where a slip was undone, what was decided instead. */
export async function loadReportOutcomeCard(
  tx: Tx,
  core: Core,
  reportId: string,
): Promise<ReportOutcomeCard | undefined> {
  const report = await tx.report.findUnique({
    where: { id: reportId },
    include: { case: { include: { decisions: { orderBy: { id: "desc" }, take: 1 } } } },
  });
  const [decision] = report?.case?.decisions ?? [];
  if (report === null || decision === undefined) return undefined;
  const { name } = await tx.community.findUniqueOrThrow({ where: { id: report.communityId } });
  const acted = decision.action !== "dismiss";
  // What is said to whom it is about is theirs alone; why nothing was done is for whoever asked.
  const reason = acted ? "" : (await openDetail(tx, core, decision)).reason;
  return { kind: "report-outcome", community: name, acted, reason };
}
