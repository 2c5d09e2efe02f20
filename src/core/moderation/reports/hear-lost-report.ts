import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { DomainError } from "#core/errors.ts";
import { hearDanger } from "../hear-danger.ts";
import { isPatientOnly } from "./file-report.ts";

/** Why a report was not made whose form outlived what it was about; a patient's danger in it is heard all the same. */
export async function hearLostReport(
  core: Core,
  { actor, reason }: { actor: Actor; reason: string },
): Promise<DomainError> {
  const heard = isPatientOnly(actor) ? await hearDanger(core, { actor, text: reason }) : undefined;
  return new DomainError("form_over", {}, heard);
}
