import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { EXPERIENCE, FOUND } from "#core/experiences/experience.ts";
import { asOneText, openShared } from "#core/experiences/experience-text.ts";
import { checkedReportReason } from "./checked-reason.ts";
import { fileReport, type HeardReport } from "./file-report.ts";
import { heardReport } from "./heard-report.ts";

export interface ReportExperience {
  readonly actor: Actor;
  readonly experienceId: string;
  readonly reason: string;
  readonly rule?: string;
}

/**
 * Flags an experience that others can find: it becomes a case with the words as they are now, and stands until a moderator has
 * looked. A reason that shows danger is heard too. Refuses not_found, own_report, too_long, too_many.
 */
export async function reportExperience(core: Core, input: ReportExperience): Promise<HeardReport> {
  const { actor, experienceId, rule } = input;
  authorise(actor, "report.file");
  const { reason, danger } = await checkedReportReason(core, input);
  const { communityId } = actor;
  return heardReport(core, { actor, danger }, async (tx, now) => {
    const row = await tx.experience.findFirst({
      where: { id: experienceId, communityId, status: { in: [...FOUND] } },
      include: { author: true },
    });
    const text = row === null ? undefined : await openShared(tx, core, row);
    if (row === null || text === undefined) throw refuse("not_found", { what: "experience" });
    const { authorId, author, sharedAt, editedAt, createdAt } = row;
    if (authorId === actor.memberId) throw refuse("own_report", {});
    const made = await fileReport(tx, core, {
      actor,
      subject: { kind: EXPERIENCE, id: experienceId, memberId: authorId },
      reason,
      ...(rule === undefined ? {} : { rule }),
      evidence: {
        text: asOneText(text),
        author: author.pseudonym,
        what: EXPERIENCE,
        writtenAt: (editedAt ?? sharedAt ?? createdAt).toISOString(),
      },
      now,
    });
    return made;
  });
}
