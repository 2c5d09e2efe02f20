import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";

/** No digest is sent to this member any more, also one that waits to be sent. Pressed twice it changes nothing. */
export async function stopDigest(core: Core, { actor }: { actor: Actor }): Promise<void> {
  authorise(actor, "member.digest");
  const { memberId, communityId } = actor;
  await core.tx(async (tx, now) => {
    const { count } = await tx.rhythm.updateMany({
      where: { memberId, digest: "on" },
      data: { digest: "off", nextDigestAt: null },
    });
    await tx.delivery.updateMany({
      where: { targetKind: "member", targetId: memberId, kind: "digest", state: "ready" },
      data: { state: "dropped", trouble: "stopped", settledAtMs: BigInt(now.getTime()) },
    });
    if (count > 0)
      await record(tx, {
        at: now.getTime(),
        communityId,
        actor: memberId,
        verb: "digest.stopped",
        subject: memberId,
      });
  });
}
