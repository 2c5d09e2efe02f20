import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { removeOpinion } from "./remove-opinion.ts";

/** Older ones were shown long since. */
const MOST_RECENT = 200;

/**
 * A provider lost their standing: opinions of theirs that no platform may have been given yet are not shown. Whether an
 * answer's card waits for them or for something else cannot be told; then they go as well.
 */
export async function removeUnshown(
  tx: Tx,
  core: Core,
  { authorId, now }: { authorId: string; now: Date },
): Promise<void> {
  const recent = await tx.opinion.findMany({
    where: { authorId, message: { state: "sent" } },
    orderBy: { messageId: "desc" },
    take: MOST_RECENT,
    select: { messageId: true, answerId: true },
  });
  const ready = await tx.delivery.findMany({
    where: {
      op: { in: ["post", "edit"] },
      kind: "answer",
      state: "ready",
      subjectId: { in: recent.map(({ answerId }) => answerId) },
    },
    select: { subjectId: true },
  });
  const waits = new Set(ready.map(({ subjectId }) => subjectId));
  for (const { messageId, answerId } of recent)
    if (waits.has(answerId)) await removeOpinion(tx, core, { messageId, now });
}
