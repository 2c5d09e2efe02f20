import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { checkedReportReason } from "#core/moderation/reports/checked-reason.ts";
import { fileReport, type HeardReport } from "#core/moderation/reports/file-report.ts";
import { heardReport } from "#core/moderation/reports/heard-report.ts";
import { readReceived } from "./read-update.ts";
import { openUpdate } from "./update-text.ts";

interface ReportUpdate {
  readonly actor: Actor;
  readonly updateId: string;
  readonly reason: string;
  readonly rule?: string;
}

/**
 * Flags what a friend told, also after the reader blocked them or ended the friendship: who read it can say so. The case is about
 * its author, with the text as it was read, for leads and admins alone. Refuses not_found, empty, too_long, too_many.
 */
export async function reportUpdate(
  core: Core,
  { actor, updateId, reason, rule }: ReportUpdate,
): Promise<HeardReport> {
  authorise(actor, "report.file");
  const checked = await checkedReportReason(core, { actor, reason });
  if (checked.reason === "") throw refuse("empty", { field: "reason" });
  return heardReport(core, { actor, danger: checked.danger }, async (tx, now) => {
    const update = await readReceived(tx, { updateId, memberId: actor.memberId });
    if (update === undefined || update.crossingSealed === null) throw refuse("not_found", { what: "update" });
    const { authorId: memberId, sentAt, crossingSealed } = update;
    const author = await tx.member.findUniqueOrThrow({ where: { id: memberId } });
    const at = { updateId, authorId: memberId, column: "crossingSealed" } as const;
    const made = await fileReport(tx, core, {
      actor,
      subject: { kind: "member", id: memberId, memberId },
      reason: checked.reason,
      evidence: {
        text: await openUpdate(tx, core, at, crossingSealed),
        author: author.pseudonym,
        what: "update to friends",
        writtenAt: (sentAt ?? now).toISOString(),
      },
      isPrivate: true,
      ...(rule === undefined ? {} : { rule }),
      now,
    });
    return made;
  });
}
