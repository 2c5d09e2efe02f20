import { channelFor } from "#core/communities/channel-for.ts";
import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { ALERT_LEVELS, type CrisisCard } from "./crisis-card.ts";
import { openPerson } from "./person-meant.ts";
import type { OnCall } from "./shifts/on-call.ts";
import { readTelling } from "./tellings.ts";
import { whoIsTold } from "./who-is-told.ts";

type AlertRow = NonNullable<Awaited<ReturnType<Tx["crisisAlert"]["findUnique"]>>>;

/** The account of somebody who is no member, for a channel on their own platform only: elsewhere it would help nobody. */
async function accountOf(tx: Tx, core: Core, alert: AlertRow): Promise<string | undefined> {
  if (alert.personSealed === null) return undefined;
  const { communityId } = alert;
  const channel = await channelFor(tx, { communityId, purpose: "crisis" });
  const person = await openPerson(tx, core, { alertId: alert.id, communityId }, alert.personSealed);
  return channel?.platform === person.platform ? person.accountId : undefined;
}

async function namedOn(tx: Tx, about: Parameters<typeof whoIsTold>[1]) {
  const { onCall, contacts, leads } = await whoIsTold(tx, about);
  const names = (people: readonly OnCall[]) => people.map(({ pseudonym }) => pseudonym);
  return { onCall: onCall && names(onCall), contacts: names(contacts), leads: names(leads) };
}

/** The alert as it stands now, in the telling that its subject names. */
export async function loadCrisisCard(tx: Tx, core: Core, subjectId: string): Promise<CrisisCard | undefined> {
  const { alertId: id, again, isDirect } = readTelling(subjectId);
  const alert = await tx.crisisAlert.findUnique({ where: { id } });
  if (alert === null) return undefined;
  const { communityId, memberId: except } = alert;
  const now = core.clock.now();
  const people = await tx.member.findMany({
    where: {
      communityId,
      OR: [{ id: except ?? "" }, { id: alert.takenById ?? "" }],
    },
  });
  const nameOf = (memberId: string | null) => people.find((person) => person.id === memberId)?.pseudonym;
  return {
    kind: "crisis",
    alertId: id,
    pseudonym: except === null ? undefined : (nameOf(except) ?? "a member"),
    accountId: await accountOf(tx, core, alert),
    level: ALERT_LEVELS.find((level) => level === alert.level) ?? "crisis",
    raisedAt: alert.raisedAt,
    wantsCompanyAt: alert.wantsCompanyAt ?? undefined,
    worried: await tx.worry.count({ where: { alertId: id } }),
    takenBy: nameOf(alert.takenById),
    takenAt: alert.takenAt ?? undefined,
    again,
    ...(await namedOn(tx, { communityId, except, again, now })),
    isDirect,
  };
}
