import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { accountKey } from "#core/foundation/vault/index-keys.ts";
import { type CaseSubject, openKeyOf, type Severity } from "./case.ts";

const accountPlace = (row: string) => ({ table: "Case", column: "accountSealed", row });

interface OpenCase {
  readonly communityId: string;
  readonly subject: CaseSubject;
  readonly severity: Severity;
  /** It holds what was said in private. */
  readonly onlyLeads?: boolean;
  readonly now: Date;
}

async function insert(tx: Tx, core: Core, wanted: OpenCase): Promise<void> {
  const { communityId, subject, severity, onlyLeads = false, now } = wanted;
  const id = core.newId();
  const { outsider, memberId = null } = subject;
  const { nextCase } = await tx.community.update({
    where: { id: communityId },
    data: { nextCase: { increment: 1 } },
    select: { nextCase: true },
  });
  const sealed =
    outsider === undefined
      ? null
      : await core.vault.seal(tx, { communityId }, accountPlace(id), JSON.stringify(outsider));
  await tx.case.upsert({
    where: { openKey: openKeyOf(subject) },
    create: {
      id,
      communityId,
      number: nextCase - 1,
      subjectKind: subject.kind,
      subjectId: subject.id,
      subjectMemberId: memberId,
      accountSealed: sealed,
      accountKey:
        outsider === undefined ? null : accountKey(core, communityId, outsider.platform, outsider.accountId),
      state: "open",
      openKey: openKeyOf(subject),
      severity,
      onlyLeads,
      openedAt: now,
    },
    update: {},
  });
}

/**
 * The open case about a subject, or a new one. It becomes as urgent as the gravest that is said about it. Once something in it was
 * said in private, it stays with leads and admins: whoever else had it has it no more.
 */
export async function openCase(
  tx: Tx,
  core: Core,
  wanted: OpenCase,
): Promise<{ caseId: string; opened: boolean }> {
  const openKey = openKeyOf(wanted.subject);
  const { severity, onlyLeads } = wanted;
  for (;;) {
    const known = await tx.case.findUnique({ where: { openKey }, select: { id: true } });
    if (known === null) await insert(tx, core, wanted);
    // Holds its row until the commit: what is decided beside us is decided with this report, or before it was made.
    const [held] = await tx.case.updateManyAndReturn({ where: { openKey }, data: { openKey } });
    if (held === undefined) continue;
    const { id: caseId } = held;
    await tx.case.updateMany({ where: { id: caseId, severity: { lt: severity } }, data: { severity } });
    if (onlyLeads)
      await tx.case.updateMany({
        where: { id: caseId, onlyLeads: false },
        data: { onlyLeads: true, holderId: null, leaseEndsAt: null },
      });
    return { caseId, opened: known === null };
  }
}

/** Whom a case is about on their platform, where nobody here is known by that account. */
export async function openOutsider(
  tx: Tx,
  { vault }: Pick<Core, "vault">,
  { id, communityId, accountSealed }: { id: string; communityId: string; accountSealed: Uint8Array | null },
) {
  if (accountSealed === null) return undefined;
  const outsider: CaseSubject["outsider"] = JSON.parse(
    await vault.open(tx, { communityId }, accountPlace(id), accountSealed),
  );
  return outsider;
}
