import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { refusedFor } from "../decisions/refused-restraints.ts";
import { kindOf, severityOf } from "./case.ts";
import type { CaseCard } from "./case-card.ts";

/** The case as it stands now. */
export async function loadCaseCard(tx: Tx, core: Core, caseId: string): Promise<CaseCard | undefined> {
  const found = await tx.case.findUnique({
    where: { id: caseId },
    include: { decisions: { orderBy: { id: "asc" } }, _count: { select: { reports: true } } },
  });
  if (found === null) return undefined;
  const { subjectKind, onlyLeads, leaseEndsAt } = found;
  const isHeld = leaseEndsAt !== null && leaseEndsAt > core.clock.now();
  return {
    kind: "case",
    caseId,
    number: found.number,
    about: onlyLeads ? undefined : kindOf(subjectKind),
    severity: severityOf(found.severity),
    reports: found._count.reports,
    state: found.state,
    openedAt: found.openedAt,
    isHeld,
    decided: onlyLeads ? [] : found.decisions.map(({ action }) => action),
    refused: await refusedFor(tx, found),
  };
}
