import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import { type Amber, ambersIn } from "./ambers.ts";
import { ambersOf } from "./ambers-of.ts";

export interface ChangeAmbers {
  readonly actor: Actor;
  readonly add?: readonly string[];
  readonly take?: readonly string[];
}

/** Which labels a member never wants to see, from now on; gives all of theirs. */
export async function changeAmbers(
  core: Core,
  { actor, add = [], take = [] }: ChangeAmbers,
): Promise<readonly Amber[]> {
  authorise(actor, "experience.find");
  const { communityId, memberId } = actor;
  await core.tx(async (tx, now) => {
    await tx.memberAmber.deleteMany({ where: { memberId, label: { in: ambersIn(take) } } });
    for (const label of ambersIn(add))
      await tx.memberAmber.upsert({
        where: { memberId_label: { memberId, label } },
        create: { memberId, label, addedAt: now },
        update: {},
      });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "ambers.changed",
      subject: memberId,
    });
  });
  return ambersOf(core.db, memberId);
}
