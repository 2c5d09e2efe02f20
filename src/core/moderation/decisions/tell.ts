import type { Core } from "#core/core.ts";
import { enqueue, enqueueEdit } from "#core/deliveries/enqueue.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { restraintLine } from "./restraint.ts";

interface Known {
  readonly id: string;
  readonly communityId: string;
  readonly subjectMemberId: string | null;
}

/**
 * Privately to whom it is about, on every platform where they are. It is in line before what is done to their account there:
 * whoever is banned can often not be written to any more.
 */
export async function tellSubject(
  tx: Tx,
  core: Core,
  { id, communityId, subjectMemberId }: Known,
  at: Date,
  op: "post" | "edit" = "post",
): Promise<void> {
  if (subjectMemberId === null) return;
  const accounts = await tx.account.findMany({ where: { memberId: subjectMemberId } });
  for (const platform of new Set(accounts.map((account) => account.platform))) {
    const order = {
      communityId,
      conversation: restraintLine(subjectMemberId, platform),
      kind: "decision",
      subjectId: id,
      platform,
      target: { kind: "member", id: subjectMemberId },
      at,
    } as const;
    if (op === "edit") await enqueueEdit(tx, core, order);
    else await enqueue(tx, core, { ...order, op });
  }
}

/**
 * What came of it, to everybody who reported; whoever left has nobody to be told. Where they were told of a decision that was
 * undone, that line becomes the new one.
 */
export async function tellReporters(
  tx: Tx,
  core: Core,
  { caseId, communityId }: { caseId: string; communityId: string },
  at: Date,
): Promise<void> {
  const reports = await tx.report.findMany({ where: { caseId, reporterId: { not: null } } });
  for (const { id, reporterId } of reports) {
    if (reporterId === null) continue;
    const account = await tx.account.findFirst({ where: { memberId: reporterId } });
    if (account === null) continue;
    const order = {
      communityId,
      conversation: `report:${id}`,
      kind: "report-outcome",
      subjectId: id,
      platform: account.platform,
      target: { kind: "member", id: reporterId },
      at,
    } as const;
    const told = await tx.delivery.count({ where: { op: "post", kind: order.kind, subjectId: id } });
    if (told > 0) await enqueueEdit(tx, core, order);
    else await enqueue(tx, core, { ...order, op: "post" });
  }
}
