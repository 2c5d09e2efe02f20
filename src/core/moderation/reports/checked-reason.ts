import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { DomainError } from "#core/errors.ts";
import { cleanText } from "#core/screening/clean-text.ts";
import { screen } from "#core/screening/screen.ts";
import { type GraveVerdict, isGrave } from "#core/screening/screening.ts";
import { hearDanger } from "../hear-danger.ts";
import { isPatientOnly } from "./file-report.ts";

const REASON_LIMIT = 500;

/**
 * Why somebody reports, scrubbed; and how grave it is where a patient's own danger shows in it. Refuses too_long, and hears a
 * patient's danger also then.
 */
export async function checkedReportReason(
  core: Core,
  { actor, questionId, reason }: { actor: Actor; questionId?: string; reason: string },
): Promise<{ reason: string; danger: GraveVerdict | undefined }> {
  const clean = cleanText(reason).trim();
  const isPatient = isPatientOnly(actor);
  if (clean.length > REASON_LIMIT) {
    const about = questionId === undefined ? {} : { questionId };
    const heard = isPatient ? await hearDanger(core, { actor, ...about, text: reason }) : undefined;
    const details = { field: "reason", limit: REASON_LIMIT, length: clean.length };
    throw new DomainError("too_long", details, heard);
  }
  const { scrubbed, verdict } = screen(clean, {
    policies: core.policies(),
    crisisLines: core.crisisLines(),
  });
  return { reason: scrubbed, danger: isPatient && isGrave(verdict) ? verdict : undefined };
}
