import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { CaseSubject } from "../cases/case.ts";
import { type EvidenceText, keepEvidence } from "../cases/evidence.ts";
import { openCase } from "../cases/open-case.ts";
import { postCase, refreshCase } from "../cases/tell-moderators.ts";
import { reasonPlace, severityFor } from "../reports/file-report.ts";
import { keptRule } from "../reports/rules-named.ts";
import { ruleNamed } from "../rules.ts";

const MOST_EVIDENCE = 20;
const EVIDENCE_LIMIT = 4000;

interface Added {
  readonly communityId: string;
  readonly subject: CaseSubject;
  /** It was said in private: see casesFor. */
  readonly onlyLeads?: boolean;
  /** What found it and by which words, for the moderators. */
  readonly reason: string;
  /** The rule of the community that it may break. */
  readonly rule: string | undefined;
  readonly evidence: EvidenceText;
  readonly now: Date;
}

interface Automatic extends Pick<Added, "communityId" | "reason" | "rule" | "now"> {
  readonly caseId: string;
}

/** One automatic report for each open case, however much is found; it names the gravest of what was. */
async function reportOnce(
  tx: Tx,
  core: Core,
  { caseId, communityId, reason, rule, now }: Automatic,
): Promise<void> {
  // Two at once take turns here.
  await tx.case.update({ where: { id: caseId }, data: { severity: { increment: 0 } } });
  const before = await tx.report.findFirst({ where: { caseId, reporterId: null } });
  if (before !== null) {
    await tx.report.update({
      where: { id: before.id },
      data: { rule: keptRule(core.rules(), before.rule, rule) },
    });
    return;
  }
  const id = core.newId();
  const reasonSealed = await core.vault.seal(tx, { communityId }, reasonPlace(id), reason);
  await tx.report.create({
    data: { id, communityId, caseId, reasonSealed, rule: rule ?? null, createdAt: now },
  });
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
  const { communityId, subject, onlyLeads = false, reason, rule, evidence, now } = added;
  const severity = severityFor(rule === undefined ? undefined : ruleNamed(core.rules(), rule));
  const { caseId, opened } = await openCase(tx, core, { communityId, subject, severity, onlyLeads, now });
  await reportOnce(tx, core, { caseId, communityId, reason, rule, now });
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
