import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { SubjectKind } from "../cases/case.ts";
import { openDetail } from "./detail.ts";

interface Redactions {
  /** The version that its writer wrote last; what came after it was made here. */
  readonly written: number;
  /** What the decisions that stand take out of it. */
  readonly words: readonly string[];
}

/** What moderators removed from a text since its writer last changed it. */
export async function redactionsOf(
  tx: Tx,
  core: Core,
  { subjectKind, subjectId, version }: { subjectKind: SubjectKind; subjectId: string; version: number },
): Promise<Redactions> {
  const decisions = await tx.decision.findMany({
    where: { action: "redact", case: { subjectKind, subjectId } },
    orderBy: { id: "asc" },
  });
  const made = new Set<number>();
  const standing: { readonly words: readonly string[]; readonly version: number }[] = [];
  for (const decision of decisions) {
    const { removed } = await openDetail(tx, core, decision);
    if (removed === undefined) continue;
    made.add(removed.version + 1);
    if (removed.restored !== undefined) made.add(removed.restored);
    if (decision.state === "standing") standing.push(removed);
  }
  let written = version;
  while (made.has(written)) written -= 1;
  // What was removed from an older text of theirs is not in this one, or was put back by them.
  return { written, words: standing.filter((one) => one.version >= written).flatMap(({ words }) => words) };
}
