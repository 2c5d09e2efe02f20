import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { bindsStill } from "./still-bound.ts";

export interface ErasurePreview {
  /** Which community, for somebody who is in several. */
  readonly communityId: string;
  readonly community: string;
  /** What they have to type. */
  readonly pseudonym: string;
  readonly questions: number;
  /** Answers of theirs that stay with patients. */
  readonly answersKept: number;
  /** A case or a decision about them is not over. */
  readonly bound: boolean;
}

/** What erasing would take and leave, before it is asked for. */
export async function previewErasure(core: Core, { actor }: { actor: Actor }): Promise<ErasurePreview> {
  const { memberId, communityId, pseudonym } = actor;
  authorise(actor, "member.erase", { communityId, ownerId: memberId });
  return core.tx(async (tx, now) => ({
    communityId,
    community: (await tx.community.findUniqueOrThrow({ where: { id: communityId } })).name,
    pseudonym,
    questions: await tx.question.count({ where: { askerId: memberId } }),
    answersKept: await tx.message.count({
      where: { authorId: memberId, state: "sent", question: { askerId: { not: memberId } } },
    }),
    bound: await bindsStill(tx, memberId, now),
  }));
}
