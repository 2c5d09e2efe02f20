import { revokeBadges } from "#core/credentials/badge/revoke-badges.ts";
import type { Counts, Erasing } from "./erasing.ts";
import { refreshCards } from "./refresh-cards.ts";

const NOTHING = new Uint8Array();

/**
 * A credential is withdrawn and its evidence goes: names and numbers; what registers said, which nothing may change, goes with the
 * key. Profession, country and the days stay, since answers that patients keep lead to them; so do revoked badges, so that nobody
 * can show one.
 */
export async function eraseCredentials(erasing: Erasing): Promise<Counts> {
  const { tx, memberId, now } = erasing;
  const credentials = await tx.credential.findMany({ where: { memberId }, select: { id: true } });
  const ids = credentials.map(({ id }) => id);
  if (ids.length === 0) return {};
  await tx.credential.updateMany({
    where: { memberId },
    data: {
      status: "revoked",
      evidenceSealed: NOTHING,
      npiKey: null,
      licenceKey: null,
      display: "role-only",
      underReviewAt: null,
      decidedAt: now,
      nextDueAt: null,
    },
  });
  await tx.controlProof.deleteMany({ where: { credentialId: { in: ids } } });
  for (const id of ids) await revokeBadges(tx, id, now);
  const cases = { subjectKind: "credential", subjectId: { in: ids } };
  await tx.caseNote.deleteMany({ where: { case: cases } });
  await tx.case.updateMany({
    where: { ...cases, state: { in: ["open", "agreed"] } },
    data: { state: "settled", decidedAt: now, openKey: null },
  });
  await refreshCards(erasing, { kinds: ["credential-alert"], holding: ids.map((id) => `:${id}:`) });
  return { credentials: ids.length };
}
