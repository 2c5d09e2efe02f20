import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { next, statusesAllowing, statusOf } from "./experience.ts";
import { followSearch } from "./follow-search.ts";

interface Row {
  readonly id: string;
  readonly communityId: string;
  readonly authorId: string;
  readonly status: string;
}

/** Of what is removed: no word, and nothing that was chosen. */
export const NOTHING_LEFT = {
  originalSealed: null,
  crossingSealed: null,
  topic: null,
  forWhom: null,
  relation: null,
  outcome: null,
  noticed: null,
  treatmentKey: null,
} as const;

/**
 * Takes an experience out of everybody's sight, in the caller's transaction: kept for its author, or gone. All uses end, and
 * words that waited are forgotten. Refuses experience_status.
 */
export async function endSharing(
  tx: Tx,
  core: Core,
  { row, event, now }: { row: Row; event: "withdraw" | "remove"; now: Date },
): Promise<void> {
  const { id, communityId, authorId } = row;
  const is = statusOf(row.status);
  const status = next(is, event);
  if (status === undefined) throw refuse("experience_status", { is, wanted: event });
  const { count } = await tx.experience.updateMany({
    where: { id, status: { in: statusesAllowing(event) } },
    data: {
      status,
      endedAt: now,
      edition: { increment: 1 },
      pendingOriginalSealed: null,
      pendingSealed: null,
      ...(event === "remove" ? NOTHING_LEFT : {}),
    },
  });
  if (count === 0) throw refuse("experience_status", { is, wanted: event });
  await tx.experienceUse.updateMany({
    where: { experienceId: id, withdrawnAt: null },
    data: { withdrawnAt: now },
  });
  if (event === "remove") {
    await tx.experienceVersion.deleteMany({ where: { experienceId: id } });
    await tx.experienceLabel.deleteMany({ where: { experienceId: id } });
  }
  await followSearch(tx, core, id);
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: authorId,
    verb: event === "remove" ? "experience.removed" : "experience.withdrawn",
    subject: id,
  });
}
