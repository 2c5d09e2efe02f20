import { enqueueEdit } from "#core/deliveries/enqueue.ts";
import type { CardKind } from "#core/messenger.ts";
import type { Erasing } from "./erasing.ts";

/** Which cards: of these kinds, and about these subjects or with this in what they are about. */
interface Cards {
  readonly kinds: readonly CardKind[];
  readonly subjects?: readonly string[];
  /** Part of a subject that is made of several words. */
  readonly holding?: readonly string[];
}

/** Cards that stand with others are edited to how things are now: they name whom they named no more. */
export async function refreshCards(
  { tx, core, communityId, memberId, now }: Erasing,
  { kinds, subjects = [], holding = [] }: Cards,
): Promise<void> {
  const posted = await tx.delivery.findMany({
    where: {
      communityId,
      op: "post",
      kind: { in: [...kinds] },
      state: { not: "dropped" },
      NOT: { targetKind: "member", targetId: memberId },
      OR: [
        { subjectId: { in: [...subjects] } },
        ...holding.map((part) => ({ subjectId: { contains: part } })),
      ],
    },
    distinct: ["kind", "subjectId", "platform", "targetKind", "targetId"],
  });
  for (const { conversation, kind, subjectId, platform, targetKind, targetId } of posted)
    await enqueueEdit(tx, core, {
      communityId,
      conversation,
      kind: kind as CardKind,
      subjectId,
      platform,
      target: { kind: targetKind as "channel" | "thread" | "member", id: targetId },
      at: now,
    });
}
