import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { holdMember } from "#core/members/hold-member.ts";
import { newCode } from "#core/members/token.ts";
import { resumeReported } from "#core/questions/resume-reported.ts";
import { noteRead } from "../care/note-read.ts";
import { caseToDecide } from "../cases/case-here.ts";
import { free, refusalForCase } from "../cases/take-case.ts";
import { refreshCase } from "../cases/tell-moderators.ts";
import type { Action } from "./action.ts";
import { carryOut } from "./carry-out.ts";
import { type CheckedDecision, type Chosen, checkedDecision } from "./check-decision.ts";
import { sealAppealCode, sealDetail } from "./detail.ts";
import { pauseOf } from "./pause-of.ts";
import { confirmableUntil, proposeConfirmation } from "./propose-confirmation.ts";
import { tellReporters, tellSubject } from "./tell.ts";

const DAY_MS = 24 * 3_600_000;
/** How long somebody can ask for another look. */
const APPEAL_MS = 20 * DAY_MS;

type Case = Awaited<ReturnType<typeof caseToDecide>>;

export interface DecideCase {
  readonly actor: Actor;
  /** The case, by number or id. */
  readonly named: string;
  readonly chosen: Chosen;
}

export interface Decided {
  readonly decisionId: string;
  readonly caseId: string;
  readonly number: number;
  readonly action: Action;
  readonly endsAt: Date | null;
  /** Until when a strike also pauses their writing, by the community's thresholds. */
  readonly pauseUntil: Date | null;
  /** A second person has to confirm it until then, or it lapses. */
  readonly confirmBy: Date | null;
  readonly proposalId: string | null;
}

/** The row, and the code to appeal with where somebody here is told of it. */
async function writeDecision(
  tx: Tx,
  core: Core,
  {
    about,
    actor,
    checked,
    pauseUntil,
    now,
  }: { about: Case; actor: Actor; checked: CheckedDecision; pauseUntil: Date | null; now: Date },
): Promise<string> {
  const id = core.newId();
  const { communityId, subjectMemberId } = about;
  const { action, rule, detail, points, endsAt, confirmBy } = checked;
  const code = action === "dismiss" || subjectMemberId === null ? undefined : newCode(core);
  await tx.decision.create({
    data: {
      id,
      communityId,
      caseId: about.id,
      subjectMemberId,
      action,
      rule: rule?.id ?? "",
      detailSealed: await sealDetail(tx, core, { id, communityId }, detail),
      points,
      state: "standing",
      byId: actor.memberId,
      decidedAt: now,
      endsAt,
      pauseUntil,
      confirmBy,
      // Somebody who is no member is told no code; their account is enough.
      ...(action === "dismiss" ? {} : { appealUntil: new Date(now.getTime() + APPEAL_MS) }),
      ...(code === undefined
        ? {}
        : {
            appealKey: code.key,
            appealSealed: await sealAppealCode(tx, core, { id, communityId }, code.text),
          }),
    },
  });
  return id;
}

/** Closes the case for this decision, where it is open and nobody else works on it. */
async function close(
  tx: Tx,
  { about, actor, action, now }: { about: Case; actor: Actor; action: Chosen["action"]; now: Date },
): Promise<void> {
  const { count } = await tx.case.updateMany({
    where: { id: about.id, ...free(actor, now) },
    data: {
      state: action === "dismiss" ? "dismissed" : "decided",
      openKey: null,
      holderId: null,
      leaseEndsAt: null,
      decidedAt: now,
      decidedById: actor.memberId,
    },
  });
  if (count === 0) throw await refusalForCase(tx, about.id);
}

/**
 * A moderator's decision on a case: carried out on every platform where the person is, told to them with the way to appeal,
 * and to whoever reported. Nobody decides on what they reported, or on themselves. What locks somebody out for good by one
 * person's word lapses in 24 hours unless a second one confirms it. Refuses not_found, second_person, already_taken, case_status,
 * not_for_this, no_such_rule, words_not_there, invalid_input.
 */
export async function decideCase(core: Core, { actor, named, chosen }: DecideCase): Promise<Decided> {
  const decided = await core.tx(async (tx, now) => {
    const about = await caseToDecide(tx, { actor, named });
    const { id: caseId, communityId, number, subjectMemberId } = about;
    const alone = checkedDecision(about, chosen, { rules: core.rules(), now });
    const byId = actor.memberId;
    const confirmBy = await confirmableUntil(tx, { caseId, byId, confirmBy: alone.confirmBy, now });
    const checked = { ...alone, confirmBy };
    const { action, endsAt } = checked;
    await close(tx, { about, actor, action, now });
    await noteRead(tx, { memberId: actor.memberId, caseId, now });
    // Two strikes at once are counted one after the other.
    if (checked.points > 0 && subjectMemberId !== null) await holdMember(tx, subjectMemberId);
    const pauseUntil = await pauseOf(tx, about, checked, now);
    const pauses = pauseUntil === null ? {} : { pausesUntil: pauseUntil.toISOString() };
    const detail = { ...checked.detail, ...pauses };
    const decisionId = await writeDecision(tx, core, {
      about,
      actor,
      checked: { ...checked, detail },
      pauseUntil,
      now,
    });
    const known = { id: decisionId, communityId, subjectMemberId };
    // In line before what is done to the account: see tellSubject.
    if (action !== "dismiss") await tellSubject(tx, core, known, now);
    const undoing = await carryOut(tx, core, action, { case: about, now }, { ...checked, pauseUntil });
    const detailSealed = await sealDetail(tx, core, known, { ...detail, ...undoing });
    await tx.decision.update({ where: { id: decisionId }, data: { detailSealed } });
    const proposalId =
      confirmBy === null
        ? null
        : await proposeConfirmation(tx, core, { decisionId, about, actor, confirmBy, now });
    await resumeReported(tx, core, { caseId, by: actor.memberId, now });
    await tellReporters(tx, core, { caseId, communityId }, now);
    await refreshCase(tx, core, { id: caseId, communityId }, now);
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "case.decided",
      subject: caseId,
      detail: { decisionId, action, rule: checked.rule?.id ?? "" },
    });
    return { decisionId, caseId, number, action, endsAt, pauseUntil, confirmBy, proposalId };
  });
  core.wake();
  return decided;
}
