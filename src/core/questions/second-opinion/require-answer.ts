import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { standingFor } from "#core/credentials/standing.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { next, type QuestionStatus } from "../question.ts";
import { lookFor } from "../second-look/look-for.ts";
import { readStep } from "../second-look/own-step.ts";
import { statusRefusal } from "../status-refusal.ts";
import { refuseWhoSteppedBack } from "../stepped-back.ts";
import { askedFrom } from "../text-to-patient.ts";
import { MOST, type Stance, slotOf } from "./stance.ts";

/** An answer as a colleague saw it, and what they think of it. */
export interface Opining {
  readonly actor: Actor;
  readonly answerId: string;
  readonly version: number;
  readonly stance: Stance;
}

/**
 * No opinion waits for a look, so whoever's words would need one gives none. To agree adds no words: for that it is enough
 * that their first answers were looked at.
 */
async function refuseUnlooked(
  tx: Tx,
  {
    question,
    authorId,
    stance,
    now,
  }: {
    question: { id: string; communityId: string; askerId: string };
    authorId: string;
    stance: Stance;
    now: Date;
  },
): Promise<void> {
  const { secondLooks } = await tx.community.findUniqueOrThrow({ where: { id: question.communityId } });
  const unlooked =
    stance === "agree"
      ? (await readStep(tx, { authorId, secondLooks })).step === 1
      : (await lookFor(tx, { question, authorId, now })) !== "not-needed";
  if (unlooked) throw refuse("opinion_needs_look", {});
}

/** Refuses opinion_given to whoever has one already, and enough_opinions. */
async function refuseOneMore(tx: Tx, { actor, answerId, version, stance }: Opining): Promise<void> {
  const slot = slotOf({ answerId, version, authorId: actor.memberId });
  if ((await tx.opinion.count({ where: { slot } })) > 0) throw refuse("opinion_given", {});
  const own = { answerId, answerVersion: version, authorId: actor.memberId };
  if ((await tx.opinion.count({ where: own })) >= MOST.each) throw refuse("enough_opinions", {});
  const standing = await tx.opinion.findMany({
    where: { answerId, answerVersion: version, slot: { not: null } },
    select: { stance: true },
  });
  const texts = standing.filter((one) => one.stance !== "agree").length;
  if (standing.length >= MOST.opinions || (stance !== "agree" && texts >= MOST.texts))
    throw refuse("enough_opinions", {});
}

/**
 * The answer, for a colleague who may say now what they think of it. Refuses not_found, not_allowed, own_opinion,
 * stepped_back, no_standing, paused, wrong_status, answer_edited, opinion_needs_look, opinion_given, enough_opinions.
 */
export async function requireAnswer(tx: Tx, core: Core, opining: Opining, now: Date) {
  const { actor, answerId, version, stance } = opining;
  const answer = await tx.message.findUnique({ where: { id: answerId }, include: { question: true } });
  if (answer === null || answer.kind !== "answer" || answer.communityId !== actor.communityId)
    throw refuse("not_found", { what: "message" });
  const { question, crossingSealed } = answer;
  const { id: questionId, communityId, askerId } = question;
  authorise(actor, "question.second-opinion", { communityId, ownerId: askerId });
  if (answer.authorId === actor.memberId) throw refuse("own_opinion", {});
  await refuseWhoSteppedBack(tx, { questionId, memberId: actor.memberId });
  const credential = await standingFor(tx, core, { actor, asked: await askedFrom(tx, question), now });
  const status = question.status as QuestionStatus;
  if (question.pausedAt !== null || next(status, "second-opinion") === undefined)
    throw await statusRefusal(tx, { questionId, communityId }, "second-opinion");
  if (answer.state !== "sent" || answer.hiddenAt !== null || crossingSealed === null)
    throw refuse("not_found", { what: "message" });
  if (answer.version !== version) throw refuse("answer_edited", {});
  await refuseUnlooked(tx, { question, authorId: actor.memberId, stance, now });
  await refuseOneMore(tx, opining);
  return { answer: { ...answer, crossingSealed }, question, credential };
}
