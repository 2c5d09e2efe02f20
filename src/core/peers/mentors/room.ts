import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { holdMember } from "#core/members/hold-member.ts";

/**
 * How many of a mentor's pairs are open. One that somebody left counts until it is told, or a room that came free would tell of
 * it; and an offer that the mentor said yes to, so that no yes of the other comes too late.
 */
export async function openMentorings(
  tx: Tx | Core["db"],
  { mentorId, now, but }: { mentorId: string; now: Date; but?: string },
): Promise<number> {
  return tx.mentoring.count({
    where: {
      mentorId,
      endedAt: null,
      ...(but === undefined ? {} : { pairId: { not: but } }),
      OR: [
        { pair: { state: { in: ["together", "leaving"] } } },
        {
          pair: {
            state: { in: ["offered", "declined"] },
            closesAt: { gt: now },
            sides: { some: { memberId: mentorId, answer: "yes" } },
          },
        },
      ],
    },
  });
}

/** Is a mentor, has not paused, and has room under the cap. */
export async function mayMentor(
  tx: Tx,
  { memberId, now }: { memberId: string; now: Date },
): Promise<boolean> {
  const mentor = await tx.mentor.findUnique({ where: { memberId } });
  if (mentor === null || mentor.state !== "active" || mentor.pausedAt !== null) return false;
  return (await openMentorings(tx, { mentorId: memberId, now })) < mentor.cap;
}

/**
 * Holds the row of a pair's mentor, before that of the pair: of two who change how much room there is the second counts the first.
 * Gives the mentoring while it holds.
 */
export async function holdMentorOf(tx: Tx, pairId: string) {
  const mentoring = await tx.mentoring.findUnique({ where: { pairId } });
  if (mentoring === null || mentoring.endedAt !== null) return undefined;
  await holdMember(tx, mentoring.mentorId);
  return mentoring;
}
