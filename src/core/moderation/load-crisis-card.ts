import { channelFor } from "#core/communities/channel-for.ts";
import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { ALERT_LEVELS, type CrisisCard } from "./crisis-card.ts";
import { openPerson } from "./person-meant.ts";

const AGAIN = "again:";

type AlertRow = NonNullable<Awaited<ReturnType<Tx["crisisAlert"]["findUnique"]>>>;

/** The account of somebody who is no member, for a channel on their own platform only: elsewhere it would help nobody. */
async function accountOf(tx: Tx, core: Core, alert: AlertRow): Promise<string | undefined> {
  if (alert.personSealed === null) return undefined;
  const { communityId } = alert;
  const channel = await channelFor(tx, { communityId, purpose: "crisis" });
  const person = await openPerson(tx, core, { alertId: alert.id, communityId }, alert.personSealed);
  return channel?.platform === person.platform ? person.accountId : undefined;
}

/** The alert as it stands now; `again:<id>` is its second telling. */
export async function loadCrisisCard(tx: Tx, core: Core, subjectId: string): Promise<CrisisCard | undefined> {
  const again = subjectId.startsWith(AGAIN);
  const id = again ? subjectId.slice(AGAIN.length) : subjectId;
  const alert = await tx.crisisAlert.findUnique({ where: { id } });
  if (alert === null) return undefined;
  const { communityId } = alert;
  const people = await tx.member.findMany({
    where: {
      communityId,
      OR: [{ id: alert.memberId ?? "" }, { id: alert.takenById ?? "" }, { crisisContact: true }],
    },
  });
  const nameOf = (memberId: string | null) => people.find((person) => person.id === memberId)?.pseudonym;
  return {
    kind: "crisis",
    alertId: id,
    pseudonym: alert.memberId === null ? undefined : (nameOf(alert.memberId) ?? "a member"),
    accountId: await accountOf(tx, core, alert),
    level: ALERT_LEVELS.find((level) => level === alert.level) ?? "crisis",
    raisedAt: alert.raisedAt,
    wantsCompanyAt: alert.wantsCompanyAt ?? undefined,
    worried: await tx.worry.count({ where: { alertId: id } }),
    takenBy: nameOf(alert.takenById),
    takenAt: alert.takenAt ?? undefined,
    again,
    contacts: people.filter((person) => person.crisisContact).map((person) => person.pseudonym),
  };
}
