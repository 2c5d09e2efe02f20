import type { Tx } from "#core/foundation/store/open-store.ts";

/** Somebody had a case for themselves and read it, or decided it: it counts for their cap of the day, once. */
export async function noteRead(
  tx: Tx,
  { memberId, caseId, now }: { memberId: string; caseId: string; now: Date },
): Promise<void> {
  await tx.caseRead.upsert({
    where: { memberId_caseId: { memberId, caseId } },
    create: { memberId, caseId, readAt: now },
    update: { readAt: now },
  });
}
