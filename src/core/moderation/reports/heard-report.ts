import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { DomainError } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { GraveVerdict } from "#core/screening/screening.ts";
import { raiseAlert } from "../raise-alert.ts";
import type { FiledReport, HeardReport } from "./file-report.ts";

interface Reporter {
  readonly actor: Actor;
  readonly questionId?: string;
  /** How grave their own danger is that shows in the reason. */
  readonly danger: GraveVerdict | undefined;
}

/**
 * Files a report in one transaction, and hears its writer: where their own danger shows in the reason they get help with what came
 * of it, also when the report is refused.
 */
export async function heardReport(
  core: Core,
  { actor, questionId, danger }: Reporter,
  file: (tx: Tx, now: Date) => Promise<FiledReport>,
): Promise<HeardReport> {
  const help = (tx: Tx, level: GraveVerdict, now: Date) =>
    raiseAlert(tx, core, { actor, ...(questionId === undefined ? {} : { questionId }), level, now });
  try {
    return await core.tx(async (tx, now) => {
      const made = await file(tx, now);
      return danger === undefined ? made : { ...made, help: await help(tx, danger, now) };
    });
  } catch (error) {
    if (danger === undefined || !(error instanceof DomainError)) throw error;
    // The report was rolled back; whoever is in danger is heard all the same.
    const alert = await core.tx((tx, now) => help(tx, danger, now));
    throw new DomainError(error.code, error.details, alert);
  } finally {
    core.wake();
  }
}
