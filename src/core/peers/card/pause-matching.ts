import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import { holdMember } from "#core/members/hold-member.ts";
import { switchOff } from "./switch-off.ts";

/**
 * Nobody is offered this member any more, and the offers that wait for them are let go without a word to the others. With
 * `forget` what they chose is deleted too. Pairs that met go on.
 */
export async function pauseMatching(
  core: Core,
  { actor, forget = false }: { actor: Actor; forget?: boolean },
): Promise<void> {
  authorise(actor, "peers.connect");
  const { communityId, memberId } = actor;
  await core.tx(async (tx, now) => {
    await holdMember(tx, memberId);
    await switchOff(tx, core, { memberId, now });
    if (forget)
      await tx.peerCard.updateMany({
        where: { memberId },
        data: { tagsSealed: null, pace: null, times: null, zone: null },
      });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: forget ? "peers.forgotten" : "peers.matching-off",
      subject: memberId,
    });
  });
  core.wake();
}
