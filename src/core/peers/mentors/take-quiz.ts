import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { holdMember } from "#core/members/hold-member.ts";
import { requireEligible } from "./eligibility.ts";
import { drawQuiz, wrongOf } from "./quiz.ts";
import type { QuizQuestion } from "./quiz-questions.ts";
import { postRequest } from "./tell.ts";

export interface Quiz {
  /** Which try it is; answers come back with it. */
  readonly tries: number;
  readonly questions: readonly QuizQuestion[];
}

/** The questions of the next try. Refuses not_mentor_yet, too_many. */
export async function openQuiz(core: Core, { actor }: { actor: Actor }): Promise<Quiz> {
  authorise(actor, "mentor.apply");
  const { memberId } = actor;
  return core.tx(async (tx, now) => {
    const mentor = await tx.mentor.findUnique({ where: { memberId } });
    await requireEligible(tx, { memberId, mentor, now });
    const tries = mentor?.tries ?? 0;
    return { tries, questions: drawQuiz({ memberId, tries }) };
  });
}

interface TakeQuiz {
  readonly actor: Actor;
  /** Where they are written to. */
  readonly platform: string;
  readonly tries: number;
  /** The chosen answer of each question, by their ids. */
  readonly answers: Readonly<Record<string, string>>;
}

/**
 * All right, and moderators are asked; else what was wrong comes back with why, and is not kept. Refuses not_mentor_yet, too_many
 * within a day of a try, form_over for the questions of an earlier try.
 */
export async function takeQuiz(
  core: Core,
  { actor, platform, tries, answers }: TakeQuiz,
): Promise<{ wrong: readonly QuizQuestion[] }> {
  authorise(actor, "mentor.apply");
  const { memberId, communityId } = actor;
  const taken = await core.tx(async (tx, now) => {
    // Of two at once the second is a second try.
    await holdMember(tx, memberId);
    const mentor = await tx.mentor.findUnique({ where: { memberId } });
    await requireEligible(tx, { memberId, mentor, now });
    if (tries !== (mentor?.tries ?? 0)) throw refuse("form_over", {});
    const wrong = wrongOf(drawQuiz({ memberId, tries }), answers);
    if (wrong === undefined) throw refuse("form_over", {});
    const state = wrong.length === 0 ? "waiting" : "learning";
    const data = {
      platform,
      state,
      tries: tries + 1,
      triedAt: now,
      passedAt: wrong.length === 0 ? now : null,
    };
    await tx.mentor.upsert({
      where: { memberId },
      create: { memberId, communityId, ...data },
      update: { ...data, decidedAt: null, decidedById: null, reasonSealed: null },
    });
    if (wrong.length === 0) await postRequest(tx, core, { communityId, memberId, at: now });
    const verb = wrong.length === 0 ? "mentor.passed" : "mentor.tried";
    await record(tx, { at: now.getTime(), communityId, actor: memberId, verb, subject: memberId });
    return { wrong };
  });
  core.wake();
  return taken;
}
