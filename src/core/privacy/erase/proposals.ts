import { enqueueNext } from "#core/deliveries/enqueue.ts";
import type { CardKind } from "#core/messenger.ts";
import { resealWithout } from "#core/proposals/reseal-without.ts";
import type { Counts, Erasing } from "./erasing.ts";

/**
 * What two people agreed about them, or one proposed: the words go, and so do the cards that told the team of it. Whether a decision
 * of the moderators is confirmed is left to them: see remainder.ts.
 */
export async function eraseProposals({ tx, core, communityId, memberId, now }: Erasing): Promise<Counts> {
  const proposals = await tx.proposal.findMany({
    where: { communityId, subjectId: memberId, act: { not: "decision.confirm" } },
  });
  for (const proposal of proposals) await resealWithout(tx, core, proposal);
  await tx.proposal.updateMany({
    where: { id: { in: proposals.map(({ id }) => id) }, state: "open" },
    data: { state: "withdrawn", decidedAt: now },
  });
  const told = await tx.delivery.findMany({
    where: {
      op: "post",
      kind: "reveal",
      state: { not: "dropped" },
      subjectId: { in: proposals.map(({ id }) => `team:${id}`) },
    },
  });
  for (const { conversation, kind, subjectId, platform, targetId } of told)
    await enqueueNext(tx, core, {
      communityId,
      conversation,
      op: "remove",
      kind: kind as CardKind,
      subjectId,
      platform,
      target: { kind: "channel", id: targetId },
      at: now,
    });
  return {};
}
