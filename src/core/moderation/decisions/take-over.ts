import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { restrainMember, restraintOf } from "./restraint.ts";

/** An account that was banned before anybody joined by it joins by nothing. Refuses barred. */
export async function requireNotBanned(
  tx: Tx,
  { accountKey, now }: { accountKey: string; now: Date },
): Promise<void> {
  const { is } = await restraintOf(tx, { case: { accountKey } }, now);
  if (is === "banned") throw refuse("barred", {});
}

/** What was reported and decided about an account is about the member from now on, who has just joined by it. */
export async function takeOver(
  tx: Tx,
  core: Core,
  { accountKey, memberId, now }: { accountKey: string; memberId: string; now: Date },
): Promise<void> {
  const cases = await tx.case.updateManyAndReturn({
    where: { accountKey, subjectMemberId: null },
    data: { subjectMemberId: memberId },
  });
  if (cases.length === 0) return;
  // To join is to come back; what else stands goes on.
  const theirs = { caseId: { in: cases.map(({ id }) => id) } };
  await tx.decision.updateMany({
    where: { ...theirs, action: "remove", state: "standing" },
    data: { state: "over" },
  });
  await tx.appeal.updateMany({
    where: { decision: theirs, subjectId: null, state: "open" },
    data: { subjectId: memberId },
  });
  const { count } = await tx.decision.updateMany({ where: theirs, data: { subjectMemberId: memberId } });
  if (count > 0) await restrainMember(tx, core, { memberId, now });
}
