import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { redactionsOf } from "#core/moderation/decisions/redactions-of.ts";
import { EXPERIENCE, type ExperienceStatus } from "./experience.ts";

/** What something that is shared is, by the decisions that stand about it. */
export async function liveStatus(
  tx: Tx,
  core: Core,
  { id, version }: { id: string; version: number },
): Promise<Extract<ExperienceStatus, "shared" | "redacted" | "hidden">> {
  const subject = { subjectKind: EXPERIENCE, subjectId: id } as const;
  const hides = await tx.decision.count({ where: { action: "hide", state: "standing", case: subject } });
  if (hides > 0) return "hidden";
  const { words } = await redactionsOf(tx, core, { ...subject, version });
  return words.length > 0 ? "redacted" : "shared";
}
