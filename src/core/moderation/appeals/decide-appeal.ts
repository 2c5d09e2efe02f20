import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { checkedReason } from "#core/credentials/decision/end-credential.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { requireNotReporter } from "../cases/case-here.ts";
import { writeNote } from "../cases/case-notes.ts";
import { endDecision } from "../decisions/end-decision.ts";
import { appealHere } from "./appeal-here.ts";
import { tellAppellant, tellReviewers } from "./tell.ts";

export interface DecideAppeal {
  readonly actor: Actor;
  /** The appeal's id, or the number of its case. */
  readonly named: string;
  readonly outcome: "upheld" | "overturned";
  /** In plain words, to whoever appealed. */
  readonly reason: string;
}

/**
 * The second look, by somebody who neither decided, nor confirmed, nor reported, nor is meant; the database refuses the first
 * and the last as well. Overturned, the decision is undone everywhere and its points are cleared. Refuses not_found,
 * second_person, appeal_closed, empty, too_long.
 */
export async function decideAppeal(
  core: Core,
  { actor, named, outcome, reason }: DecideAppeal,
): Promise<{ appealId: string; caseNumber: number }> {
  const text = checkedReason(reason);
  const decided = await core.tx(async (tx, now) => {
    const appeal = await appealHere(tx, { actor, named, verb: "appeal.decide" });
    const { id, communityId, subjectId: memberId, decision } = appeal;
    await requireNotReporter(tx, { caseId: decision.caseId, memberId: actor.memberId });
    const { count } = await tx.appeal.updateMany({
      where: { id, state: "open" },
      data: { state: outcome, reviewerId: actor.memberId, decidedAt: now },
    });
    if (count === 0) throw refuse("appeal_closed", { why: "decided" });
    const note = { caseId: decision.caseId, authorId: actor.memberId, kind: "appeal-decision" } as const;
    const noteId = await writeNote(tx, core, { communityId, ...note, text, now });
    const by = actor.memberId;
    if (outcome === "overturned") await endDecision(tx, core, { decision, event: "undo", by, now });
    if (memberId !== null) await tellAppellant(tx, core, { communityId, memberId, noteId }, now);
    await tx.decision.update({ where: { id: decision.id }, data: { appealKey: null, appealSealed: null } });
    await tellReviewers(tx, core, { id, communityId }, now, "edit");
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: by,
      verb: `appeal.${outcome}`,
      subject: id,
      detail: { decisionId: decision.id },
    });
    return { appealId: id, caseNumber: decision.case.number };
  });
  core.wake();
  return decided;
}
