import type { Reading } from "../reading.ts";

/** When other members could read each of their questions. */
export async function openTimes({ tx, memberId }: Reading) {
  const rows = await tx.peerQuestion.findMany({ where: { askerId: memberId } });
  return (questionId: string) => {
    const row = rows.find((one) => one.questionId === questionId);
    return { openToMembersAt: row?.openedAt ?? null, openToMembersUntil: row?.endedAt ?? null };
  };
}
