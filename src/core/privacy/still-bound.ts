import type { Tx } from "#core/foundation/store/open-store.ts";
import type { Action } from "#core/moderation/decisions/action.ts";

/** Whoever was only removed may join again, so that nothing has to be held against them. */
const RESTRAINING: readonly Action[] = ["time-out", "suspend-provider", "ban"];

const openCases = (tx: Tx, memberId: string): Promise<number> =>
  tx.case.count({ where: { subjectMemberId: memberId, state: "open", subjectKind: { not: "credential" } } });

/** A case about somebody is open, or a decision about them stands that stops them from something or counts points. */
export async function bindsStill(tx: Tx, memberId: string, now: Date): Promise<boolean> {
  if ((await openCases(tx, memberId)) > 0) return true;
  const standing = await tx.decision.count({
    where: {
      subjectMemberId: memberId,
      state: "standing",
      OR: [
        { action: { in: [...RESTRAINING] }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
        { points: { gt: 0 }, endsAt: { gt: now } },
        { pauseUntil: { gt: now } },
      ],
    },
  });
  return standing > 0;
}

/** Somebody may have to look at the texts of it again: a case or an appeal is open, or one can still be filed. */
export async function textsWait(tx: Tx, memberId: string, now: Date): Promise<boolean> {
  if ((await openCases(tx, memberId)) > 0) return true;
  const waits = await tx.decision.count({
    where: {
      subjectMemberId: memberId,
      OR: [
        { state: { in: ["standing", "over"] }, appealUntil: { gt: now }, appeal: null },
        { appeal: { state: "open" } },
      ],
    },
  });
  return waits > 0;
}
