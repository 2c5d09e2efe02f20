import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { leaveFor } from "../pairs/leave-for.ts";
import { ownPair } from "../pairs/own-pair.ts";
import { tellNews } from "../pairs/tell.ts";
import { holdMentorOf } from "./room.ts";
import { postCheck, refreshChecks } from "./tell.ts";
import { asTouch, REST_MS, TOUCHES, touchesAllowing } from "./touch.ts";

/** The mentor says "yes" or "no-time"; the other "yes", "not-yet", or that they would like another mentor. */
const TOUCH_ANSWERS = ["yes", "not-yet", "no-time", "another"] as const;
export type TouchAnswer = (typeof TOUCH_ANSWERS)[number];

/** What a press says; refuses invalid_input for anything else. */
export function touchAnswerOf(said: string): TouchAnswer {
  const answer = TOUCH_ANSWERS.find((one) => one === said);
  if (answer === undefined)
    throw refuse("invalid_input", { field: "choice", rule: "must be one of the list" });
  return answer;
}

type Own = Awaited<ReturnType<typeof ownPair>>;

interface Answering extends Own {
  readonly mentoring: { readonly mentorId: string; readonly touch: string; readonly round: number };
  readonly isMentor: boolean;
  readonly now: Date;
}

/** They are in touch. Once the mentee said "not yet", only the mentee's own yes says otherwise. */
async function inTouch(tx: Tx, { pair, mentoring, isMentor, now }: Answering): Promise<void> {
  const open = isMentor ? (["asked"] as const) : touchesAllowing("yes");
  await tx.mentoring.updateMany({
    where: { pairId: pair.id, touch: { in: [...open] }, round: mentoring.round },
    data: { touch: "settled", dueAt: new Date(now.getTime() + REST_MS) },
  });
}

/** The mentor hears once that a word would be welcome. */
async function notYet(tx: Tx, core: Core, { pair, mentoring, now }: Answering): Promise<void> {
  const moves = TOUCHES[asTouch(mentoring.touch)];
  if (!("not-yet" in moves)) return;
  await tx.mentoring.update({ where: { pairId: pair.id }, data: { touch: moves["not-yet"] } });
  const { mentorId: memberId, round } = mentoring;
  await postCheck(tx, core, pair, { memberId, step: "word", round, at: now });
}

/** The pair ends; moderators see that one was handed back, and neither by whom nor which. */
async function handBack(tx: Tx, core: Core, { pair, own, other, mentoring, isMentor, now }: Answering) {
  if (own.leftAt !== null) return;
  await tx.mentor.updateMany({
    where: { memberId: mentoring.mentorId },
    data: { handedBack: { increment: 1 } },
  });
  if (isMentor && pair.state === "together")
    await tellNews(tx, core, pair, { memberId: other.memberId, about: "handed-back", at: now });
  await leaveFor(tx, core, pair, { memberId: own.memberId, now });
}

/**
 * What one of the two answers to "are you in touch?". Twice the same changes nothing. Refuses not_found, pair_over where they are
 * no pair with a mentor now, invalid_input for what is the other's to say.
 */
export async function answerTouch(
  core: Core,
  { actor, pairId, answer }: { actor: Actor; pairId: string; answer: TouchAnswer },
): Promise<{ isMentor: boolean }> {
  authorise(actor, "peers.answer");
  const { memberId, communityId } = actor;
  const answered = await core.tx(async (tx, now) => {
    const held = await holdMentorOf(tx, pairId);
    const own = await ownPair(tx, actor, pairId);
    const mentoring = held === undefined ? null : await tx.mentoring.findUnique({ where: { pairId } });
    if (mentoring === null || mentoring.endedAt !== null || own.pair.togetherAt === null)
      throw refuse("pair_over", {});
    const isMentor = mentoring.mentorId === memberId;
    const answering = { ...own, mentoring, isMentor, now };
    if (isMentor ? answer === "not-yet" || answer === "another" : answer === "no-time")
      throw refuse("invalid_input", { field: "choice", rule: "is for the other of the two" });
    if (answer === "yes") await inTouch(tx, answering);
    else if (answer === "not-yet") await notYet(tx, core, answering);
    else await handBack(tx, core, answering);
    // What one says may settle it for both.
    for (const side of own.pair.sides)
      await refreshChecks(tx, core, own.pair, { memberId: side.memberId, round: mentoring.round, at: now });
    const verb = `mentor.touch-${answer}`;
    await record(tx, { at: now.getTime(), communityId, actor: memberId, verb, subject: pairId });
    return { isMentor };
  });
  core.wake();
  return answered;
}
