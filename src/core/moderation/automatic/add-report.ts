import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { CaseSubject } from "../cases/case.ts";
import { type EvidenceText, keepEvidence } from "../cases/evidence.ts";
import { openCase } from "../cases/open-case.ts";
import { postCase, refreshCase } from "../cases/tell-moderators.ts";
import { reasonPlace, severityFor } from "../reports/file-report.ts";
import { ruleNamed } from "../rules.ts";

const MOST_EVIDENCE = 20;
const EVIDENCE_LIMIT = 4000;

interface Added {
  readonly communityId: string;
  readonly subject: CaseSubject;
  /** What found it and by which words, for the moderators. */
  readonly reason: string;
  /** The rule of the community that it may break. */
  readonly rule: string | undefined;
  readonly evidence: EvidenceText;
  readonly now: Date;
}

/** One automatic report for each open case, however much is found. */
async function reportOnce(
  tx: Tx,
  core: Core,
  { caseId, communityId, reason, now }: Pick<Added, "communityId" | "reason" | "now"> & { caseId: string },
): Promise<void> {
  // Two at once take turns here.
  await tx.case.update({ where: { id: caseId }, data: { severity: { increment: 0 } } });
  if ((await tx.report.count({ where: { caseId, reporterId: null } })) > 0) return;
  const id = core.newId();
  const reasonSealed = await core.vault.seal(tx, { communityId }, reasonPlace(id), reason);
  await tx.report.create({ data: { id, communityId, caseId, reasonSealed, createdAt: now } });
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: "filter",
    verb: "report.filed",
    subject: caseId,
    detail: { reportId: id, isNew: true },
  });
}

/** Adds what was found to the open case about it, or opens one, with the text as it stands. Gives the case. */
export async function addReport(tx: Tx, core: Core, added: Added): Promise<string> {
  const { communityId, subject, reason, rule, evidence, now } = added;
  const severity = severityFor(rule === undefined ? undefined : ruleNamed(rule));
  const { caseId, opened } = await openCase(tx, core, { communityId, subject, severity, now });
  await reportOnce(tx, core, { caseId, communityId, reason, now });
  if ((await tx.evidence.count({ where: { caseId } })) < MOST_EVIDENCE)
    await keepEvidence(tx, core, {
      caseId,
      communityId,
      evidence: { ...evidence, text: evidence.text.slice(0, EVIDENCE_LIMIT) },
      now,
    });
  const known = { id: caseId, communityId };
  if (opened) await postCase(tx, core, known, now);
  else await refreshCase(tx, core, known, now);
  return caseId;
}
