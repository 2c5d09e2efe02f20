import type { Core } from "#core/core.ts";
import { EXPERIENCE } from "#core/experiences/experience.ts";
import { asOneText, openShared } from "#core/experiences/experience-text.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { addReport } from "./add-report.ts";
import { foundInCrossing } from "./found-in-crossing.ts";

/**
 * An experience was shared, or shared in new words: what a person should look at becomes an automatic report, in the
 * transaction that shares it. Nothing is held back by it, and its author was told before they shared it.
 */
export async function reportShared(
  tx: Tx,
  core: Core,
  { experienceId, now }: { experienceId: string; now: Date },
): Promise<void> {
  const row = await tx.experience.findUniqueOrThrow({
    where: { id: experienceId },
    include: { author: true },
  });
  const shared = await openShared(tx, core, row);
  if (shared === undefined) return;
  const text = asOneText(shared);
  const found = foundInCrossing(core.policies(), text);
  if (found === undefined) return;
  const { communityId, authorId, author } = row;
  await addReport(tx, core, {
    communityId,
    subject: { kind: EXPERIENCE, id: experienceId, memberId: authorId },
    rule: found.rule,
    reason: `Automatic: screening found ${found.named} (${found.by}) in an experience that was shared.`,
    evidence: { text, author: author.pseudonym, what: EXPERIENCE, writtenAt: now.toISOString() },
    now,
  });
}
