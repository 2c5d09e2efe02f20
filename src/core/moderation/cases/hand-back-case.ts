import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import { caseHere } from "./case-here.ts";
import { refreshCase } from "./tell-moderators.ts";

/** Hands a case back; nobody is asked why. What is not one's own any more stays as it is, and false is given. */
export async function handBackCase(
  core: Core,
  { actor, named }: { actor: Actor; named: string },
): Promise<boolean> {
  const { communityId, memberId } = actor;
  const handedBack = await core.tx(async (tx, now) => {
    const { id } = await caseHere(tx, { actor, named, verb: "case.read" });
    const { count } = await tx.case.updateMany({
      where: { id, holderId: memberId, state: "open" },
      data: { holderId: null, leaseEndsAt: null },
    });
    if (count === 0) return false;
    await refreshCase(tx, core, { id, communityId }, now);
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "case.handed-back",
      subject: id,
    });
    return true;
  });
  core.wake();
  return handedBack;
}
