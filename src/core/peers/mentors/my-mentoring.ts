import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { type NotYet, notYet } from "./eligibility.ts";
import { asMentorState, type MentorState } from "./mentor.ts";
import { openReason } from "./reason.ts";
import { openMentorings } from "./room.ts";

/** How it stands for a member, for themselves alone. */
export interface MyMentoring {
  readonly state: MentorState;
  /** Why the questions cannot be taken now. */
  readonly notYet: NotYet | undefined;
  readonly cap: number;
  readonly open: number;
  readonly isPaused: boolean;
  /** What moderators wrote about it. */
  readonly reason: string;
}

export async function myMentoring(core: Core, { actor }: { actor: Actor }): Promise<MyMentoring> {
  authorise(actor, "mentor.keep");
  const { memberId } = actor;
  return core.tx(async (tx, now) => {
    const mentor = await tx.mentor.findUnique({ where: { memberId } });
    return {
      state: mentor === null ? "learning" : asMentorState(mentor.state),
      notYet: await notYet(tx, { memberId, mentor, now }),
      cap: mentor?.cap ?? 2,
      open: await openMentorings(tx, { mentorId: memberId, now }),
      isPaused: (mentor?.pausedAt ?? null) !== null,
      reason: mentor === null ? "" : await openReason(tx, core, mentor),
    };
  });
}
