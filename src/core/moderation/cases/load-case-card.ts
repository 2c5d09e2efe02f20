import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { kindOf, severityOf } from "./case.ts";
import type { CaseCard } from "./case-card.ts";

async function questionNumberOf(tx: Tx, kind: string, messageId: string): Promise<number | undefined> {
  if (kind !== "message") return undefined;
  const message = await tx.message.findUnique({ where: { id: messageId }, include: { question: true } });
  return message?.question.number;
}

/** The case as it stands now. */
export async function loadCaseCard(tx: Tx, core: Core, caseId: string): Promise<CaseCard | undefined> {
  const found = await tx.case.findUnique({
    where: { id: caseId },
    include: { decisions: { orderBy: { id: "asc" } }, _count: { select: { reports: true } } },
  });
  if (found === null) return undefined;
  const { subjectKind, subjectId, subjectMemberId, holderId, leaseEndsAt, decidedById } = found;
  const ids = [subjectMemberId, holderId, decidedById].flatMap((id) => id ?? []);
  const people = await tx.member.findMany({ where: { id: { in: ids } } });
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.pseudonym;
  const isHeld = leaseEndsAt !== null && leaseEndsAt > core.clock.now();
  return {
    kind: "case",
    caseId,
    number: found.number,
    about: kindOf(subjectKind),
    person: nameOf(subjectMemberId),
    questionNumber: await questionNumberOf(tx, subjectKind, subjectId),
    severity: severityOf(found.severity),
    reports: found._count.reports,
    state: found.state,
    openedAt: found.openedAt,
    holder: isHeld ? nameOf(holderId) : undefined,
    decided: found.decisions.map(({ action }) => action),
    decidedBy: nameOf(decidedById),
  };
}
