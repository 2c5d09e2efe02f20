import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { sealDetail } from "#core/moderation/decisions/detail.ts";
import { ERASED, resealWithout } from "#core/proposals/reseal-without.ts";

/** The texts of cases about somebody: what was reported, what was said of it, why it was decided so. What was decided stays. */
export async function emptyDecided(
  tx: Tx,
  core: Core,
  { communityId, memberId }: { communityId: string; memberId: string },
): Promise<void> {
  const cases = { communityId, subjectMemberId: memberId };
  const ids = (await tx.case.findMany({ where: cases, select: { id: true } })).map(({ id }) => id);
  await tx.evidence.deleteMany({ where: { caseId: { in: ids } } });
  await tx.caseNote.deleteMany({ where: { caseId: { in: ids } } });
  await tx.report.updateMany({ where: { caseId: { in: ids } }, data: { reasonSealed: null } });
  await tx.copy.deleteMany({ where: { kind: "post", targetKind: "outside", subjectId: { in: ids } } });
  const proposals = { communityId, subjectId: memberId, act: "decision.confirm" };
  for (const proposal of await tx.proposal.findMany({ where: proposals }))
    await resealWithout(tx, core, proposal);
  const decisions = await tx.decision.findMany({ where: { subjectMemberId: memberId } });
  for (const { id } of decisions)
    await tx.decision.update({
      where: { id },
      data: {
        detailSealed: await sealDetail(tx, core, { id, communityId }, { reason: ERASED, stays: "" }),
        appealKey: null,
        appealSealed: null,
      },
    });
}
