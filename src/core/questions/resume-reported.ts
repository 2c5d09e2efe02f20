import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { refreshTriage, tellAsker } from "./tell.ts";

/**
 * Somebody decided on a case: its reports are resolved, and the conversations that they paused go on where no other report
 * holds them. Gives how many go on.
 */
export async function resumeReported(
  tx: Tx,
  core: Core,
  { caseId, by, now }: { caseId: string; by: string; now: Date },
): Promise<number> {
  const resolved = await tx.report.updateManyAndReturn({
    where: { caseId, state: "open" },
    data: { state: "resolved", resolvedAt: now, resolvedById: by },
  });
  const questionIds = [...new Set(resolved.flatMap(({ questionId }) => questionId ?? []))];
  let resumed = 0;
  for (const questionId of questionIds) if (await resume(tx, core, { questionId, now })) resumed += 1;
  return resumed;
}

/** Lets one conversation go on; false where it was not paused, or another report still holds it. */
export async function resume(
  tx: Tx,
  core: Core,
  { questionId, now }: { questionId: string; now: Date },
): Promise<boolean> {
  const question = await tx.question.findUniqueOrThrow({ where: { id: questionId } });
  const { pausedAt, promisedAt } = question;
  if (pausedAt === null) return false;
  const pausedMs = now.getTime() - pausedAt.getTime();
  const { count } = await tx.question.updateMany({
    where: {
      id: questionId,
      pausedAt,
      reports: { none: { state: "open" } },
      // Whoever is not here cannot be answered.
      asker: { state: "active" },
    },
    data: {
      pausedAt: null,
      // Nobody could answer while it was paused, so the promised hour moves by as much.
      ...(promisedAt === null ? {} : { promisedAt: new Date(promisedAt.getTime() + pausedMs) }),
    },
  });
  if (count === 0) return false;
  await refreshTriage(tx, core, question, now);
  const subjectId = `resumed:${questionId}:${now.getTime()}`;
  await tellAsker(tx, core, question, { kind: "notice", subjectId, at: now });
  return true;
}
