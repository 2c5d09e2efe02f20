import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { type Step, stepOf } from "./step.ts";

/**
 * A provider's step, from what is on record. Slips are answers that a colleague sent back, and reports by others about
 * something that they wrote to a patient; a report that turned out to be unfounded still counts, since reports are not
 * told apart yet.
 */
export async function readStep(
  tx: Tx | Core["db"],
  { authorId, secondLooks }: { authorId: string; secondLooks: number },
): Promise<Step> {
  if (secondLooks <= 0) return { step: 2 };
  const newest = { orderBy: { createdAt: "desc" }, select: { createdAt: true } } as const;
  const sentBack = await tx.look.findFirst({ where: { authorId, outcome: "sent-back" }, ...newest });
  const reported = await tx.report.findFirst({
    where: { message: { authorId }, reporterId: { not: authorId } },
    ...newest,
  });
  // Older passes cannot be needed: the newest of them are after the last slip, or none is.
  const passed = await tx.look.findMany({
    where: { authorId, outcome: "passed" },
    ...newest,
    take: secondLooks,
  });
  return stepOf({
    secondLooks,
    passedAt: passed.map(({ createdAt }) => createdAt),
    slippedAt: [sentBack, reported].flatMap((slip) => (slip === null ? [] : [slip.createdAt])),
  });
}

/** One's own step; undefined where the community has switched second looks off. */
export async function ownStep(core: Core, { actor }: { actor: Actor }): Promise<Step | undefined> {
  const { secondLooks } = await core.db.community.findUniqueOrThrow({ where: { id: actor.communityId } });
  return secondLooks === 0 ? undefined : readStep(core.db, { authorId: actor.memberId, secondLooks });
}
