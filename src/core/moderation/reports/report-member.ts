import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { checkedReportReason } from "./checked-reason.ts";
import { fileReport, type HeardReport } from "./file-report.ts";
import { heardReport } from "./heard-report.ts";
import { personBehind } from "./person-behind.ts";

export interface ReportMember {
  readonly actor: Actor;
  /** Who is meant, in their platform's own ids. */
  readonly person: { readonly platform: string; readonly spaceId: string; readonly accountId: string };
  readonly reason: string;
  readonly rule?: string;
}

/** Flags how somebody behaves, member or not. Refuses own_report, empty, too_long, too_many. */
export async function reportMember(
  core: Core,
  { actor, person, reason, rule }: ReportMember,
): Promise<HeardReport> {
  authorise(actor, "report.file");
  const checked = await checkedReportReason(core, { actor, reason });
  if (checked.reason === "") throw refuse("empty", { field: "reason" });
  const { communityId } = actor;
  return heardReport(core, { actor, danger: checked.danger }, async (tx, now) => {
    const { externalKey, who } = await personBehind(tx, core, { communityId, ...person });
    if ("memberId" in who && who.memberId === actor.memberId) throw refuse("own_report", {});
    const subject =
      "memberId" in who
        ? ({ kind: "member", id: who.memberId, ...who } as const)
        : ({ kind: "account", id: externalKey, ...who } as const);
    const made = await fileReport(tx, core, {
      actor,
      subject,
      reason: checked.reason,
      ...(rule === undefined ? {} : { rule }),
      now,
    });
    return made;
  });
}
