import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { statusesAllowing } from "./question.ts";
import { resume } from "./resume-reported.ts";
import { refreshTriage } from "./tell.ts";

/** Whoever cannot be reached any more should not be answered: their conversations wait, and the team sees that they do. */
export async function pauseAllOf(
  tx: Tx,
  core: Core,
  { memberId, now }: { memberId: string; now: Date },
): Promise<void> {
  const paused = await tx.question.updateManyAndReturn({
    where: { askerId: memberId, pausedAt: null, status: { in: statusesAllowing("take-back") } },
    data: { pausedAt: now },
  });
  for (const question of paused) await refreshTriage(tx, core, question, now);
}

/** They can be reached again: all goes on but what was reported and nobody has looked at. */
export async function resumeAllOf(
  tx: Tx,
  core: Core,
  { memberId, now }: { memberId: string; now: Date },
): Promise<void> {
  const paused = await tx.question.findMany({
    where: { askerId: memberId, pausedAt: { not: null } },
    select: { id: true },
  });
  for (const { id: questionId } of paused) await resume(tx, core, { questionId, now });
}
