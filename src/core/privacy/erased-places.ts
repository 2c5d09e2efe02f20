import type { Tx } from "#core/foundation/store/open-store.ts";
import type { ErasedPlace } from "./erasure-card.ts";

const PENDING = ["ready", "sending", "unknown", "checking"];
const PLACES = ["dm", "thread", "channel"] as const;

/** What of somebody's conversations stands, or stood, somewhere: with them, and with the team. */
async function whereOf(tx: Tx, memberId: string) {
  const messages = await tx.message.findMany({
    where: { question: { askerId: memberId } },
    select: { id: true, looks: { select: { id: true } } },
  });
  const texts = messages.flatMap(({ id, looks }) => [id, ...looks.map((look) => look.id)]);
  return {
    OR: [
      { targetKind: "member", targetId: memberId },
      { targetKind: { not: "channel" }, subjectId: { in: texts } },
    ],
  };
}

/** Is something on its way to them, or being taken away? */
export async function waitsStill(tx: Tx, memberId: string): Promise<boolean> {
  const accounts = await tx.account.findMany({ where: { memberId }, select: { id: true } });
  const questions = await tx.question.findMany({ where: { askerId: memberId }, select: { id: true } });
  const waiting = await tx.delivery.count({
    where: {
      state: { in: PENDING },
      OR: [
        { ...(await whereOf(tx, memberId)), trouble: null },
        { ...(await whereOf(tx, memberId)), trouble: { not: "needs-human" } },
        { kind: "triage", op: "edit", subjectId: { in: questions.map(({ id }) => id) } },
        { targetKind: "account", targetId: { in: accounts.map(({ id }) => id) } },
      ],
    },
  });
  return waiting > 0;
}

/** For each place how many messages are gone, and how many are not. The receipt itself is not counted. */
export async function placesOf(tx: Tx, memberId: string): Promise<ErasedPlace[]> {
  const copies = await tx.copy.findMany({
    where: { ...(await whereOf(tx, memberId)), kind: { not: "erasure" } },
  });
  const counts = new Map<string, ErasedPlace>();
  for (const { platform, place: stored, removedAtMs } of copies) {
    const place = PLACES.find((known) => known === stored) ?? "channel";
    const key = `${platform}/${place}`;
    const { removed = 0, left = 0 } = counts.get(key) ?? {};
    const gone = removedAtMs !== null;
    counts.set(key, { platform, place, removed: removed + (gone ? 1 : 0), left: left + (gone ? 0 : 1) });
  }
  return [...counts.values()];
}
