import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { checkedReportReason } from "#core/moderation/reports/checked-reason.ts";
import { fileReport, type HeardReport } from "#core/moderation/reports/file-report.ts";
import { heardReport } from "#core/moderation/reports/heard-report.ts";
import { updateCardOf } from "./load-friend-cards.ts";
import { readUpdate } from "./read-update.ts";

interface ReportUpdate {
  readonly actor: Actor;
  readonly updateId: string;
  readonly reason: string;
  readonly rule?: string;
}

/**
 * Flags what a friend told. The case is about its author, with the text as it was read, for leads and admins alone. Refuses
 * not_found, empty, too_long, too_many.
 */
export async function reportUpdate(
  core: Core,
  { actor, updateId, reason, rule }: ReportUpdate,
): Promise<HeardReport> {
  authorise(actor, "report.file");
  const checked = await checkedReportReason(core, { actor, reason });
  if (checked.reason === "") throw refuse("empty", { field: "reason" });
  return heardReport(core, { actor, danger: checked.danger }, async (tx, now) => {
    const reader = { updateId, memberId: actor.memberId };
    const update = await readUpdate(tx, reader);
    const card = await updateCardOf(tx, core, reader, { isOpened: true });
    if (update === undefined || card === undefined) throw refuse("not_found", { what: "update" });
    const { authorId: memberId, sentAt } = update;
    const made = await fileReport(tx, core, {
      actor,
      subject: { kind: "member", id: memberId, memberId },
      reason: checked.reason,
      evidence: {
        text: card.text ?? "",
        author: card.author,
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
