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
  for (const { memberId } of await tx.remainder.findMany({ where: { accountKey } }))
    if ((await restraintOf(tx, { subjectMemberId: memberId }, now)).is === "banned")
      throw refuse("barred", {});
}

/** Erasing is no way around what was decided: what is not over is about the member from now on, who comes back by the account. */
async function takeOverRemainder(
  tx: Tx,
  { accountKey, memberId }: { accountKey: string; memberId: string },
): Promise<number> {
  const left = await tx.remainder.findMany({ where: { accountKey } });
  const former = left.map((one) => one.memberId);
  const theirs = { subjectMemberId: { in: former } };
  await tx.case.updateMany({
    where: { ...theirs, OR: [{ state: "open" }, { decisions: { some: { ...theirs, state: "standing" } } }] },
    data: { subjectMemberId: memberId },
  });
  await tx.appeal.updateMany({
    where: { subjectId: { in: former }, state: "open" },
    data: { subjectId: memberId },
  });
  await tx.decision.updateMany({
    where: { ...theirs, action: "remove", state: "standing" },
    data: { state: "over" },
  });
  const { count } = await tx.decision.updateMany({
    where: { ...theirs, state: "standing" },
    data: { subjectMemberId: memberId },
  });
  await tx.remainder.updateMany({ where: { accountKey }, data: { accountKey: null } });
  return count;
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
  const bound = await takeOverRemainder(tx, { accountKey, memberId });
  if (bound > 0) await restrainMember(tx, core, { memberId, now });
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
