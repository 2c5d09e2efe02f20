import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";

export type Digests = "on" | "off";

/** Whether members here get the weekly digest that they chose. Off, nobody does; on again, whoever chose it does. */
export async function setDigests(
  core: Core,
  { actor, digests }: { actor: Actor; digests: Digests },
): Promise<void> {
  authorise(actor, "community.configure");
  const { communityId } = actor;
  await core.tx(async (tx, now) => {
    await tx.community.update({ where: { id: communityId }, data: { digests } });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "community.digests-set",
      subject: communityId,
      detail: { digests },
    });
  });
}
