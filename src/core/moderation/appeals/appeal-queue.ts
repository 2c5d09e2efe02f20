import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { readNotes, type ShownNote } from "../cases/case-notes.ts";
import { casesFor } from "../cases/cases-for.ts";
import { readEvidence, type ShownEvidence } from "../cases/evidence.ts";
import { openDetail } from "../decisions/detail.ts";
import { ruleWords } from "../rules.ts";
import { type AppealState, appealStateOf } from "./appeal.ts";
import { appealHere } from "./appeal-here.ts";

export interface QueuedAppeal {
  readonly appealId: string;
  readonly caseNumber: number;
  readonly action: string;
  readonly rule: string;
  readonly filedAt: Date;
  readonly dueAt: Date;
  /** False where the actor made or confirmed the decision, so that somebody else must look. */
  readonly yours: boolean;
}

/** Appeals that wait, the one that is due first at the top; none of the actor's own. */
export async function appealQueue(core: Core, { actor }: { actor: Actor }): Promise<QueuedAppeal[]> {
  authorise(actor, "appeal.read");
  const { communityId, memberId } = actor;
  return core.tx(async (tx) => {
    const open = await tx.appeal.findMany({
      where: {
        communityId,
        state: "open",
        // With "is not theirs" alone, those of people who are no members would be left out.
        OR: [{ subjectId: null }, { subjectId: { not: memberId } }],
        decision: { case: casesFor(actor) },
      },
      include: { decision: { include: { case: true } } },
      orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    });
    const queue: QueuedAppeal[] = [];
    for (const { id, againstId, filedAt, dueAt, decision } of open) {
      const { asRead } = await openDetail(tx, core, decision);
      queue.push({
        appealId: id,
        caseNumber: decision.case.number,
        action: decision.action,
        rule: ruleWords(core.rules(), decision.rule, asRead),
        filedAt,
        dueAt,
        yours: againstId !== memberId && decision.confirmedById !== memberId,
      });
    }
    return queue;
  });
}

export interface ShownAppeal {
  readonly appealId: string;
  readonly caseNumber: number;
  readonly state: AppealState;
  readonly action: string;
  readonly rule: string;
  readonly reason: string;
  readonly points: number;
  readonly decidedAt: Date;
  readonly filedAt: Date;
  readonly dueAt: Date;
  readonly evidence: readonly ShownEvidence[];
  /** What was said on both sides since. */
  readonly thread: readonly ShownNote[];
}

/** All of an appeal, for whoever looks at it. Refuses not_found. */
export async function showAppeal(
  core: Core,
  { actor, named }: { actor: Actor; named: string },
): Promise<ShownAppeal> {
  return core.tx(async (tx) => {
    const { id, communityId, state, filedAt, dueAt, decision } = await appealHere(tx, {
      actor,
      named,
      verb: "appeal.read",
    });
    const { caseId, action, rule, points, decidedAt } = decision;
    const notes = await readNotes(tx, core, { caseId, communityId });
    const { reason, asRead } = await openDetail(tx, core, decision);
    return {
      appealId: id,
      caseNumber: decision.case.number,
      state: appealStateOf(state),
      action,
      rule: ruleWords(core.rules(), rule, asRead),
      reason,
      points,
      decidedAt,
      filedAt,
      dueAt,
      evidence: await readEvidence(tx, core, { caseId, communityId }),
      thread: notes.filter(({ kind }) => kind.startsWith("appeal")),
    };
  });
}
