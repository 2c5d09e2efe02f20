import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { checkedReportReason } from "#core/moderation/reports/checked-reason.ts";
import { fileReport, type HeardReport } from "#core/moderation/reports/file-report.ts";
import { heardReport } from "#core/moderation/reports/heard-report.ts";
import { ownPair } from "./own-pair.ts";

export interface ReportPeer {
  readonly actor: Actor;
  readonly pairId: string;
  readonly reason: string;
  readonly rule?: string;
}

/**
 * Flags how the other of a pair behaves; also after it has ended. The case is about the member, for leads and admins alone: it is
 * about what was said between two. Refuses not_found, pair_over where they never met, empty, too_long, too_many.
 */
export async function reportPeer(
  core: Core,
  { actor, pairId, reason, rule }: ReportPeer,
): Promise<HeardReport> {
  authorise(actor, "report.file");
  const checked = await checkedReportReason(core, { actor, reason });
  if (checked.reason === "") throw refuse("empty", { field: "reason" });
  return heardReport(core, { actor, danger: checked.danger }, async (tx, now) => {
    const { pair, other } = await ownPair(tx, actor, pairId);
    if (pair.togetherAt === null) throw refuse("pair_over", {});
    const { memberId } = other;
    const made = await fileReport(tx, core, {
      actor,
      subject: { kind: "member", id: memberId, memberId },
      reason: checked.reason,
      isPrivate: true,
      ...(rule === undefined ? {} : { rule }),
      now,
    });
    return made;
  });
}
