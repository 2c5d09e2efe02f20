import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { CrisisCard } from "./crisis-card.ts";

const AGAIN = "again:";

/** The alert as it stands now; `again:<id>` is its second telling. */
export async function loadCrisisCard(
  tx: Tx,
  _core: Core,
  subjectId: string,
): Promise<CrisisCard | undefined> {
  const again = subjectId.startsWith(AGAIN);
  const id = again ? subjectId.slice(AGAIN.length) : subjectId;
  const alert = await tx.crisisAlert.findUnique({ where: { id } });
  if (alert === null) return undefined;
  const { communityId } = alert;
  const people = await tx.member.findMany({
    where: {
      communityId,
      OR: [{ id: alert.memberId }, { id: alert.takenById ?? "" }, { crisisContact: true }],
    },
  });
  return {
    kind: "crisis",
    alertId: id,
    pseudonym: people.find((person) => person.id === alert.memberId)?.pseudonym ?? "a member",
    level: alert.level === "emergency" ? "emergency" : "crisis",
    raisedAt: alert.raisedAt,
    takenBy: people.find((person) => person.id === alert.takenById)?.pseudonym,
    takenAt: alert.takenAt ?? undefined,
    again,
    contacts: people.filter((person) => person.crisisContact).map((person) => person.pseudonym),
  };
}
