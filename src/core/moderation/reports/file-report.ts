import type { Actor, Role } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { Help } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { refuseTooMany } from "#core/refuse-too-many.ts";
import type { CaseSubject, Severity } from "../cases/case.ts";
import { type EvidenceText, keepEvidence } from "../cases/evidence.ts";
import { openCase } from "../cases/open-case.ts";
import { postCase, refreshCase } from "../cases/tell-moderators.ts";
import { type Rule, ruleNamed } from "../rules.ts";
import { keptRule } from "./rules-named.ts";

const HOUR_MS = 3_600_000;
const MOST_AN_HOUR = 20;

const PATIENTS: ReadonlySet<Role> = new Set(["patient", "caregiver", "mentor", "applicant"]);

/** Somebody who is only a patient here: what they write may need help, and they see only their own questions. */
export const isPatientOnly = ({ roles }: Actor): boolean => roles.every((role) => PATIENTS.has(role));

export interface FiledReport {
  readonly reportId: string;
  readonly caseId: string;
  /** False where the same person reported the same subject before, and it is still open. */
  readonly isNew: boolean;
}

/** What whoever reports is told; `help` at once, where a patient's own words sound as if they were in danger. */
export interface HeardReport extends FiledReport {
  readonly help?: Help | undefined;
}

interface FileReport {
  readonly actor: Actor;
  readonly subject: CaseSubject;
  /** Scrubbed. */
  readonly reason: string;
  /** The rule that somebody thinks was broken, by its number or id. */
  readonly rule?: string;
  readonly evidence?: EvidenceText;
  /** It was said where not everybody reads along, so the case is for leads and admins alone. */
  readonly isPrivate?: boolean;
  /** The conversation and the text in it, where it is about one. */
  readonly questionId?: string;
  readonly messageId?: string;
  readonly now: Date;
}

export const reasonPlace = (row: string) => ({ table: "Report", column: "reasonSealed", row });

/** How soon a report that names this rule must be looked at. */
export function severityFor(rule: Rule | undefined): Severity {
  return rule?.severity ?? 1;
}

/**
 * Adds a report to the open case about its subject, or opens one, with what was reported as it stands now. Who reports the same
 * subject again changes nothing but how urgent it is, and the rule that they name where the new one is graver. Refuses too_many.
 */
export async function fileReport(tx: Tx, core: Core, report: FileReport): Promise<FiledReport> {
  const { actor, subject, reason, evidence, questionId = null, messageId = null, now } = report;
  const { communityId, memberId } = actor;
  const recent = await tx.report.findMany({
    where: { reporterId: memberId, createdAt: { gt: new Date(now.getTime() - HOUR_MS) } },
    orderBy: { createdAt: "asc" },
    select: { createdAt: true },
  });
  refuseTooMany(recent, { most: MOST_AN_HOUR, withinMs: HOUR_MS });
  const rule = report.rule === undefined ? undefined : ruleNamed(core.rules(), report.rule);
  const severity = severityFor(rule);
  const onlyLeads = report.isPrivate === true;
  const { caseId, opened } = await openCase(tx, core, { communityId, subject, severity, onlyLeads, now });
  const id = core.newId();
  const kept = await tx.report.upsert({
    where: { caseId_reporterId: { caseId, reporterId: memberId } },
    create: {
      id,
      communityId,
      caseId,
      questionId,
      messageId,
      reporterId: memberId,
      reasonSealed: await core.vault.seal(tx, { communityId }, reasonPlace(id), reason),
      rule: rule?.id ?? null,
      createdAt: now,
    },
    update: {},
  });
  const named = keptRule(core.rules(), kept.rule, rule?.id);
  if (named !== kept.rule) await tx.report.update({ where: { id: kept.id }, data: { rule: named } });
  if (evidence !== undefined) await keepEvidence(tx, core, { caseId, communityId, evidence, now });
  const known = { id: caseId, communityId };
  if (opened) await postCase(tx, core, known, now);
  else await refreshCase(tx, core, known, now);
  const isNew = kept.id === id;
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: memberId,
    verb: "report.filed",
    subject: caseId,
    detail: { reportId: kept.id, isNew },
  });
  return { reportId: kept.id, caseId, isNew };
}
