import type { Core } from "#core/core.ts";
import { kindOf, type SubjectKind } from "../cases/case.ts";
import { caseToDecide } from "../cases/case-here.ts";
import { free, refusalForCase } from "../cases/take-case.ts";
import type { Rule } from "../rules.ts";
import { type Action, kindOf as kindOfAction } from "./action.ts";
import { checkedDecision } from "./check-decision.ts";
import type { DecideCase } from "./decide-case.ts";
import { pauseOf } from "./pause-of.ts";
import { confirmableUntil } from "./propose-confirmation.ts";
import { pointsOf } from "./strikes.ts";

/** What a decision would come to. */
export interface DecisionPreview {
  readonly caseId: string;
  readonly number: number;
  readonly about: SubjectKind;
  /** Whom it is about, by the name they have here. */
  readonly person: string | null;
  readonly reports: number;
  readonly action: Action;
  /** Said to the person after "We". */
  readonly did: string;
  readonly rule: Rule | null;
  readonly reason: string;
  readonly stays: string;
  readonly words: readonly string[];
  readonly endsAt: Date | null;
  /** A second person has to confirm it until then, or it lapses. */
  readonly confirmBy: Date | null;
  /** What it weighs, and what they would have with it. */
  readonly points: number;
  readonly pointsThen: number;
  /** Until when their writing is paused too, since they reach a threshold with it. */
  readonly pauseUntil: Date | null;
}

/**
 * Says what a decision would do, and changes nothing. Refuses what decideCase refuses, but for words that are not in the text as
 * it stands.
 */
export async function previewDecision(
  core: Core,
  { actor, named, chosen }: DecideCase,
): Promise<DecisionPreview> {
  return core.tx(async (tx, now) => {
    const about = await caseToDecide(tx, { actor, named });
    const { id: caseId, number, subjectKind, subjectMemberId } = about;
    if ((await tx.case.count({ where: { id: caseId, ...free(actor, now) } })) === 0)
      throw await refusalForCase(tx, caseId);
    const { action, rule, detail, words, points, endsAt, ...alone } = checkedDecision(about, chosen, {
      rules: core.rules(),
      now,
    });
    const byId = actor.memberId;
    const confirmBy = await confirmableUntil(tx, { caseId, byId, confirmBy: alone.confirmBy, now });
    const person =
      subjectMemberId === null ? null : await tx.member.findUnique({ where: { id: subjectMemberId } });
    return {
      caseId,
      number,
      about: kindOf(subjectKind),
      person: person?.pseudonym ?? null,
      reports: await tx.report.count({ where: { caseId } }),
      action,
      did: kindOfAction(action).did,
      rule: rule ?? null,
      ...detail,
      words,
      endsAt,
      confirmBy,
      points,
      pointsThen: points + (person === null ? 0 : await pointsOf(tx, person.id, now)),
      pauseUntil: await pauseOf(tx, about, { points }, now),
    };
  });
}
