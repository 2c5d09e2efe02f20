import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { readNotes, type ShownNote } from "#core/moderation/cases/case-notes.ts";

export interface ShownCase {
  readonly caseId: string;
  readonly credentialId: string;
  readonly provider: string;
  readonly profession: string;
  readonly jurisdiction: string;
  readonly state: string;
  readonly openedAt: Date;
  readonly notes: readonly ShownNote[];
}

/** Open questions about credentials, the oldest first, with all that was said. For those who decide on them. */
export async function listCases(core: Core, { actor }: { actor: Actor }): Promise<ShownCase[]> {
  authorise(actor, "case.read");
  const { communityId } = actor;
  return core.tx(async (tx) => {
    const open = await tx.case.findMany({
      where: { communityId, subjectKind: "credential", openKey: { not: null } },
      orderBy: [{ openedAt: "asc" }, { id: "asc" }],
    });
    const shown: ShownCase[] = [];
    for (const { id, subjectId, state, openedAt } of open) {
      const credential = await tx.credential.findUniqueOrThrow({
        where: { id: subjectId },
        include: { member: true },
      });
      // Whose it is does not read who asked.
      if (credential.memberId === actor.memberId) continue;
      const { profession, jurisdiction, member } = credential;
      shown.push({
        caseId: id,
        credentialId: subjectId,
        provider: member.pseudonym,
        profession,
        jurisdiction,
        state,
        openedAt,
        notes: await readNotes(tx, core, { caseId: id, communityId }),
      });
    }
    return shown;
  });
}
