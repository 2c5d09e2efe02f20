import type { Tx } from "#core/foundation/store/open-store.ts";
import { kindOf, openKeyOf } from "./case.ts";

/**
 * The case of a decision that was a slip waits again, in the caller's transaction; the reports are as they are. Where its subject
 * was reported anew since, that is the open case, and this one stays closed. Gives whether it waits.
 */
export async function reopenCase(
  tx: Tx,
  { id, subjectKind, subjectId }: { id: string; subjectKind: string; subjectId: string },
): Promise<boolean> {
  const openKey = openKeyOf({ kind: kindOf(subjectKind), id: subjectId });
  if ((await tx.case.count({ where: { openKey } })) > 0) return false;
  const { count } = await tx.case.updateMany({
    where: { id, openKey: null },
    data: { state: "open", openKey, decidedAt: null, decidedById: null },
  });
  return count > 0;
}
