import { type Actor, authorise, can } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { namedMember } from "#core/members/named-member.ts";
import { type AppealState, appealStateOf } from "../appeals/appeal.ts";
import { ruleWords } from "../rules.ts";
import { type Action, actionOf } from "./action.ts";
import { DECISION_STATES, type DecisionState } from "./decision.ts";
import { openDetail } from "./detail.ts";

export interface ShownDecision {
  readonly decisionId: string;
  readonly action: Action;
  readonly rule: string;
  /** Null where it is about what was said in private, for whoever may not read that. */
  readonly reason: string | null;
  readonly points: number;
  readonly state: DecisionState;
  readonly decidedAt: Date;
  readonly endsAt: Date | null;
  /** A strike paused their writing too, until then. */
  readonly pausesUntil: Date | null;
  /** Until when another look can be asked for; null where it cannot any more. */
  readonly appealUntil: Date | null;
  readonly appeal: AppealState | null;
}

export interface Strikes {
  /** Of the strikes that have not faded. */
  readonly points: number;
  /** The next day on which some fade; null where there are none. */
  readonly fadesAt: Date | null;
  readonly decisions: readonly ShownDecision[];
}

/** The points that somebody has now. A warning has none; what was undone counts no more. */
export async function pointsOf(tx: Tx | Core["db"], memberId: string, now: Date): Promise<number> {
  const { _sum } = await tx.decision.aggregate({
    where: { subjectMemberId: memberId, state: "standing", endsAt: { gt: now }, points: { gt: 0 } },
    _sum: { points: true },
  });
  return _sum.points ?? 0;
}

async function strikesOf(
  tx: Tx,
  core: Core,
  { memberId, reader, now }: { memberId: string; reader: Actor; now: Date },
): Promise<Strikes> {
  const decisions = await tx.decision.findMany({
    where: { subjectMemberId: memberId, action: { not: "dismiss" } },
    include: { appeal: true, case: { select: { onlyLeads: true } } },
    orderBy: { id: "desc" },
  });
  const shown: ShownDecision[] = [];
  for (const decision of decisions) {
    const { id, action, rule, points, decidedAt, endsAt, appeal, appealUntil } = decision;
    const state = DECISION_STATES.find((known) => known === decision.state) ?? "standing";
    const holds = state === "standing" || state === "over";
    const isOpen = holds && appeal === null && appealUntil !== null && appealUntil > now;
    const reads =
      memberId === reader.memberId || !decision.case.onlyLeads || can(reader, "case.read-private");
    const detail = await openDetail(tx, core, decision);
    const reason = reads ? detail.reason : null;
    shown.push({
      decisionId: id,
      action: actionOf(action),
      rule: ruleWords(core.rules(), rule, detail.asRead),
      reason,
      points,
      state,
      decidedAt,
      endsAt,
      pausesUntil: detail.pausesUntil === undefined ? null : new Date(detail.pausesUntil),
      appealUntil: isOpen ? appealUntil : null,
      appeal: appeal === null ? null : appealStateOf(appeal.state),
    });
  }
  const fading = shown.filter(({ points, state }) => points > 0 && state === "standing");
  const ends = fading.flatMap(({ endsAt }) => (endsAt === null ? [] : [endsAt.getTime()]));
  return {
    points: await pointsOf(tx, memberId, now),
    fadesAt: ends.length === 0 ? null : new Date(Math.min(...ends)),
    decisions: shown,
  };
}

/** What was decided about oneself, and which points stand. */
export async function myStrikes(core: Core, { actor }: { actor: Actor }): Promise<Strikes> {
  authorise(actor, "decision.read-own");
  return core.tx((tx, now) => strikesOf(tx, core, { memberId: actor.memberId, reader: actor, now }));
}

/** Whoever was removed or banned still has a record. */
const WITH_A_RECORD = ["active", "left", "removed", "banned"];

/** The same of somebody else, for moderators. Refuses not_found. */
export async function strikesOfMember(
  core: Core,
  { actor, member }: { actor: Actor; member: string },
): Promise<Strikes & { readonly pseudonym: string }> {
  authorise(actor, "case.read");
  return core.tx(async (tx, now) => {
    const named = { communityId: actor.communityId, member, states: WITH_A_RECORD };
    const { id, pseudonym } = await namedMember(tx, named);
    return { pseudonym, ...(await strikesOf(tx, core, { memberId: id, reader: actor, now })) };
  });
}
