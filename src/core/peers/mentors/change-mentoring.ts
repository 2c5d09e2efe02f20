import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { holdMember } from "#core/members/hold-member.ts";
import { renewAmongFound } from "../card/among-found.ts";
import { endMentor } from "./end-mentor.ts";
import { asMentorState, CAPS, type Cap } from "./mentor.ts";

interface Change {
  readonly cap?: Cap;
  readonly pausedAt?: Date | null;
}

async function change(core: Core, actor: Actor, verb: string, data: (now: Date) => Change): Promise<void> {
  authorise(actor, "mentor.keep");
  const { memberId, communityId } = actor;
  await core.tx(async (tx, now) => {
    await holdMember(tx, memberId);
    const mentor = await tx.mentor.findUnique({ where: { memberId } });
    if (mentor?.state !== "active")
      throw refuse("mentor_status", { is: mentor === null ? "none" : asMentorState(mentor.state) });
    await tx.mentor.update({ where: { memberId }, data: data(now) });
    await renewAmongFound(tx, core, { memberId, now });
    await record(tx, { at: now.getTime(), communityId, actor: memberId, verb, subject: memberId });
  });
}

/** How many pairs may be open at once; those that are open stay. Refuses invalid_input, mentor_status. */
export async function chooseCap(core: Core, { actor, cap }: { actor: Actor; cap: number }): Promise<void> {
  authorise(actor, "mentor.keep");
  const chosen = CAPS.find((one) => one === cap);
  if (chosen === undefined) throw refuse("invalid_input", { field: "choice", rule: "must be 1, 2 or 3" });
  await change(core, actor, "mentor.cap", () => ({ cap: chosen }));
}

/** Nobody new is offered as long as it lasts; pairs go on. Refuses mentor_status. */
export async function pauseMentoring(
  core: Core,
  { actor, paused }: { actor: Actor; paused: boolean },
): Promise<void> {
  await change(core, actor, paused ? "mentor.paused" : "mentor.resumed", (now) => ({
    pausedAt: paused ? now : null,
  }));
}

/** They stop, at once and without a reason. Refuses mentor_status. */
export async function stopMentoring(core: Core, { actor }: { actor: Actor }): Promise<void> {
  authorise(actor, "mentor.keep");
  const { memberId, communityId } = actor;
  await core.tx(async (tx, now) => {
    await holdMember(tx, memberId);
    if (!(await endMentor(tx, core, { memberId, event: "stop", now })))
      throw refuse("mentor_status", { is: "none" });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "mentor.stopped",
      subject: memberId,
    });
  });
  core.wake();
}
