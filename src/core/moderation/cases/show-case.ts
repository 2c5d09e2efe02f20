import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { noteRead } from "../care/note-read.ts";
import { type Action, actionOf, actionsOn } from "../decisions/action.ts";
import { openDetail } from "../decisions/detail.ts";
import { pointsOf } from "../decisions/strikes.ts";
import { reasonPlace } from "../reports/file-report.ts";
import { type NamedRule, rulesNamed } from "../reports/rules-named.ts";
import { ruleWords } from "../rules.ts";
import { kindOf, type Severity, type SubjectKind, severityOf } from "./case.ts";
import { caseHere } from "./case-here.ts";
import { readNotes, type ShownNote } from "./case-notes.ts";
import { readEvidence, type ShownEvidence } from "./evidence.ts";

/** Whether what was decided has arrived on a platform. */
export interface Effect {
  readonly platform: string;
  readonly what: "told" | "restrained" | "removed";
  /** "waiting", "done", "failed" with why. */
  readonly state: "waiting" | "done" | "failed";
  readonly trouble: string | null;
}

export interface CaseDecision {
  readonly decisionId: string;
  readonly action: Action;
  readonly rule: string;
  readonly reason: string;
  readonly points: number;
  readonly state: string;
  readonly by: string;
  readonly decidedAt: Date;
  readonly endsAt: Date | null;
  /** A strike paused their writing too, until then. */
  readonly pausesUntil: Date | null;
  readonly confirmBy: Date | null;
  readonly appeal: string | null;
}

export interface ShownCase {
  readonly caseId: string;
  readonly number: number;
  readonly about: SubjectKind;
  readonly person: string | null;
  readonly points: number;
  readonly severity: Severity;
  readonly state: string;
  readonly openedAt: Date;
  readonly holder: string | null;
  readonly leaseEndsAt: Date | null;
  /** Only leads and admins see it. */
  readonly onlyLeads: boolean;
  /** Which rules reports name, the most-named first. */
  readonly rules: readonly NamedRule[];
  /** Whoever reported is a number here: who it was has no part in the decision. */
  readonly reports: readonly { readonly reason: string; readonly at: Date }[];
  readonly evidence: readonly ShownEvidence[];
  readonly notes: readonly ShownNote[];
  readonly decisions: readonly CaseDecision[];
  readonly effects: readonly Effect[];
  readonly possible: readonly Action[];
}

const WHAT = { decision: "told", restraint: "restrained", post: "removed" } as const;
const WAITING: ReadonlySet<string> = new Set(["ready", "sending", "unknown", "checking"]);

/** How far the decisions have got on each platform; the newest of each counts. */
async function effectsOf(
  tx: Tx,
  about: { id: string; subjectMemberId: string | null },
  decisionIds: string[],
) {
  const rows = await tx.delivery.findMany({
    where: {
      kind: { in: Object.keys(WHAT) },
      subjectId: {
        in: [about.id, ...decisionIds, ...(about.subjectMemberId === null ? [] : [about.subjectMemberId])],
      },
      // An edit of a card that never got anywhere says nothing.
      state: { not: "dropped" },
    },
    orderBy: { seq: "asc" },
  });
  const newest = new Map<string, Effect>();
  for (const { kind, platform, state, trouble } of rows) {
    const what = WHAT[kind as keyof typeof WHAT];
    const is = WAITING.has(state) ? "waiting" : state === "dead" ? "failed" : "done";
    newest.set(`${platform}:${what}`, { platform, what, state: is, trouble: is === "done" ? null : trouble });
  }
  return [...newest.values()];
}

async function decisionsOf(tx: Tx, core: Core, caseId: string, nameOf: (id: string) => string) {
  const decisions = await tx.decision.findMany({
    where: { caseId },
    include: { appeal: true },
    orderBy: { id: "asc" },
  });
  const shown: CaseDecision[] = [];
  for (const decision of decisions) {
    const { id, action, rule, points, state, byId, decidedAt, endsAt, confirmBy, appeal } = decision;
    const { reason, asRead, pausesUntil } = await openDetail(tx, core, decision);
    shown.push({
      decisionId: id,
      action: actionOf(action),
      rule: ruleWords(core.rules(), rule, asRead),
      reason,
      points,
      state,
      by: nameOf(byId),
      decidedAt,
      endsAt,
      pausesUntil: pausesUntil === undefined ? null : new Date(pausesUntil),
      confirmBy,
      appeal: appeal?.state ?? null,
    });
  }
  return shown;
}

/** All of a case, for whoever decides on it. That somebody read it is written down. Refuses not_found. */
export async function showCase(
  core: Core,
  { actor, named }: { actor: Actor; named: string },
): Promise<ShownCase> {
  return core.tx(async (tx, now) => {
    const about = await caseHere(tx, { actor, named, verb: "case.read" });
    const { id: caseId, communityId, subjectMemberId, leaseEndsAt } = about;
    const people = await tx.member.findMany({
      where: { communityId },
      select: { id: true, pseudonym: true },
    });
    const nameOf = (id: string) => people.find((one) => one.id === id)?.pseudonym ?? "a member who left";
    const reports = await tx.report.findMany({ where: { caseId }, orderBy: { id: "asc" } });
    const reasons: ShownCase["reports"][number][] = [];
    for (const { id, reasonSealed, createdAt } of reports)
      reasons.push({
        reason:
          reasonSealed === null
            ? ""
            : await core.vault.open(tx, { communityId }, reasonPlace(id), reasonSealed),
        at: createdAt,
      });
    const decisions = await decisionsOf(tx, core, caseId, nameOf);
    const isHeld = leaseEndsAt !== null && leaseEndsAt > now && about.holderId !== null;
    const kind = kindOf(about.subjectKind);
    const shown: ShownCase = {
      caseId,
      number: about.number,
      about: kind,
      person: subjectMemberId === null ? null : nameOf(subjectMemberId),
      points: subjectMemberId === null ? 0 : await pointsOf(tx, subjectMemberId, now),
      severity: severityOf(about.severity),
      state: about.state,
      openedAt: about.openedAt,
      holder: isHeld ? nameOf(about.holderId ?? "") : null,
      leaseEndsAt: isHeld ? leaseEndsAt : null,
      onlyLeads: about.onlyLeads,
      rules: await rulesNamed(tx, core.rules(), caseId),
      reports: reasons,
      evidence: await readEvidence(tx, core, { caseId, communityId }),
      notes: await readNotes(tx, core, { caseId, communityId }),
      decisions,
      effects: await effectsOf(
        tx,
        about,
        decisions.map(({ decisionId }) => decisionId),
      ),
      possible: about.state === "open" ? actionsOn(kind, { isMember: subjectMemberId !== null }) : [],
    };
    const by = actor.memberId;
    if (isHeld && about.state === "open" && about.holderId === by)
      await noteRead(tx, { memberId: by, caseId, now });
    await record(tx, { at: now.getTime(), communityId, actor: by, verb: "case.read", subject: caseId });
    return shown;
  });
}
