import { personKey } from "#core/foundation/vault/index-keys.ts";
import type { Counts, Erasing } from "./erasing.ts";
import { refreshCards } from "./refresh-cards.ts";

/** What they wrote in reports and worries, and what was written of worries about them. */
async function eraseWords(erasing: Erasing): Promise<Counts> {
  const { tx, communityId, memberId } = erasing;
  const reports = await tx.report.updateMany({
    where: { reporterId: memberId, reasonSealed: { not: null } },
    data: { reasonSealed: null },
  });
  const worries = await tx.worry.updateMany({
    where: {
      OR: [{ byId: memberId }, { alert: { memberId } }],
      whySealed: { not: null },
    },
    data: { whySealed: null },
  });
  // What they asked about somebody's credential, which its card in the moderators' channel shows.
  const asked = { authorId: memberId, kind: "question", case: { communityId } };
  const cases = await tx.case.findMany({ where: { notes: { some: asked } }, select: { subjectId: true } });
  await tx.caseNote.deleteMany({ where: asked });
  const holding = cases.map(({ subjectId }) => `:${subjectId}:`);
  await refreshCards(erasing, { kinds: ["credential-alert"], holding });
  return { reports: reports.count, worries: worries.count };
}

/** An alert of the time before they joined knows them by their account alone. */
async function eraseAlerts(erasing: Erasing): Promise<void> {
  const { tx, core, communityId, memberId, accounts } = erasing;
  const persons = accounts.map(({ platform, externalId }) =>
    personKey(core, communityId, platform, externalId),
  );
  await tx.crisisAlert.updateMany({
    where: { communityId, personKey: { in: persons } },
    data: { personKey: null, personSealed: null },
  });
  const alerts = await tx.crisisAlert.findMany({
    where: { communityId, OR: [{ memberId }, { takenById: memberId }] },
    select: { id: true },
  });
  await refreshCards(erasing, { kinds: ["crisis", "crisis-support"], holding: alerts.map(({ id }) => id) });
}

/** Cases of the time before they joined name the account; what those hold is about an erased member from now on. */
async function eraseAccountsInCases({ tx, memberId, accounts }: Erasing): Promise<void> {
  const keys = accounts.map(({ externalKey }) => externalKey);
  const named = await tx.case.findMany({
    where: { OR: [{ subjectMemberId: memberId }, { accountKey: { in: keys } }, { subjectId: { in: keys } }] },
  });
  for (const { id, subjectKind, subjectId, openKey } of named) {
    const isAccount = subjectKind === "account" && keys.includes(subjectId);
    const nameless = `erased-${id}`;
    await tx.case.update({
      where: { id },
      data: {
        accountKey: null,
        accountSealed: null,
        ...(isAccount ? { subjectId: nameless } : {}),
        ...(isAccount && openKey !== null ? { openKey: `${subjectKind}:${nameless}` } : {}),
      },
    });
  }
  await tx.case.updateMany({ where: { holderId: memberId }, data: { holderId: null, leaseEndsAt: null } });
}

/** Decisions about others stay as they are, with no name; what was decided about them is `remainder`'s. */
export async function eraseModeration(erasing: Erasing): Promise<Counts> {
  const counts = await eraseWords(erasing);
  await eraseAlerts(erasing);
  await eraseAccountsInCases(erasing);
  return counts;
}
