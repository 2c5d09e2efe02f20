import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

/** What was reported, as it stood then. */
export interface EvidenceText {
  readonly text: string;
  /** The name that its author has here; "somebody who is no member" else. */
  readonly author: string;
  /** What it is: "answer", "question", "post", … */
  readonly what: string;
  /** When it was written, as ISO 8601. */
  readonly writtenAt: string;
}

export interface ShownEvidence extends EvidenceText {
  readonly takenAt: Date;
  /** Whether it is what was taken then, by its keyed hash. */
  readonly unchanged: boolean;
}

const place = (row: string) => ({ table: "Evidence", column: "textSealed", row });

const hashOf = ({ vault }: Pick<Core, "vault">, caseId: string, evidence: EvidenceText): string =>
  vault.blindIndex(`${caseId}|evidence`, JSON.stringify(evidence));

/** Keeps what was reported with the case, sealed: what is edited or deleted later stays as it was. The same text is kept once. */
export async function keepEvidence(
  tx: Tx,
  core: Core,
  {
    caseId,
    communityId,
    evidence,
    now,
  }: { caseId: string; communityId: string; evidence: EvidenceText; now: Date },
): Promise<void> {
  const hash = hashOf(core, caseId, evidence);
  const same = { caseId_hash: { caseId, hash } };
  if ((await tx.evidence.count({ where: { caseId, hash } })) > 0) return;
  const id = core.newId();
  const textSealed = await core.vault.seal(tx, { communityId }, place(id), JSON.stringify(evidence));
  await tx.evidence.upsert({
    where: same,
    create: { id, communityId, caseId, textSealed, hash, takenAt: now },
    update: {},
  });
}

/** All that was kept for a case, the oldest first. */
export async function readEvidence(
  tx: Tx,
  core: Core,
  { caseId, communityId }: { caseId: string; communityId: string },
): Promise<ShownEvidence[]> {
  const kept = await tx.evidence.findMany({
    where: { caseId },
    orderBy: [{ takenAt: "asc" }, { id: "asc" }],
  });
  const shown: ShownEvidence[] = [];
  for (const { id, textSealed, hash, takenAt } of kept) {
    const evidence: EvidenceText = JSON.parse(
      await core.vault.open(tx, { communityId }, place(id), textSealed),
    );
    shown.push({ ...evidence, takenAt, unchanged: hashOf(core, caseId, evidence) === hash });
  }
  return shown;
}
