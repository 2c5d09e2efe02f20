import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { GeneralOnly } from "#core/credentials/scope.ts";
import { requireStanding, standingFor, standingOf } from "#core/credentials/standing.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { isFullyScreened } from "#core/screening/read-text.ts";
import type { QuestionText } from "./cards.ts";
import { shownCrossing } from "./message-text.ts";
import type { QuestionStatus } from "./question.ts";
import { type KeptAnswer, keptAnswer } from "./second-look/kept-answer.ts";
import { lookFor } from "./second-look/look-for.ts";

/** A question as its provider sees it: what crossed, never what was typed. */
export interface ClaimedQuestion {
  readonly questionId: string;
  readonly number: number;
  readonly pseudonym: string;
  readonly topic: string;
  readonly status: QuestionStatus;
  readonly text: QuestionText;
  readonly leaseEndsAt: Date | undefined;
  /** Why the reader's answer must stay general; undefined within the scope of their licence. */
  readonly general: GeneralOnly | undefined;
  /** A colleague looks at the reader's answer before it is sent. */
  readonly looksFirst: boolean;
  /** What the reader wrote before and was not sent. */
  readonly kept: KeptAnswer | undefined;
}

/** The text of the question as it crossed; undefined once it was taken back. */
export async function crossedText(
  tx: Tx,
  core: Core,
  questionId: string,
): Promise<{ text: QuestionText; edited: boolean; verdict: string; fullyScreened: boolean } | undefined> {
  const message = await tx.message.findFirst({
    where: { questionId, kind: "question", state: "sent" },
    include: { question: true },
  });
  if (message === null || message.crossingSealed === null) return undefined;
  const crossing = await shownCrossing(tx, core, { ...message, crossingSealed: message.crossingSealed });
  if (!("patient" in crossing)) throw new Error("a question holds something else than a patient's text");
  const { question, tried } = crossing.patient;
  return {
    text: crossing.patient,
    edited: message.editedAt !== null,
    verdict: message.verdict,
    fullyScreened: isFullyScreened(question) && isFullyScreened(tried),
  };
}

async function generalFor(
  tx: Tx,
  core: Core,
  {
    actor,
    question,
    now,
  }: { actor: Actor; question: { topic: string; asker: { country: string | null } }; now: Date },
): Promise<GeneralOnly | undefined> {
  if (!(await standingOf(tx, actor.memberId, now)).ok) return undefined;
  const asked = { country: question.asker.country, topic: question.topic };
  return (await standingFor(tx, core, { actor, asked, now })).line.general;
}

export async function readClaimed(
  tx: Tx,
  core: Core,
  { actor, questionId, now }: { actor: Actor; questionId: string; now: Date },
): Promise<ClaimedQuestion> {
  const question = await tx.question.findUniqueOrThrow({
    where: { id: questionId },
    include: { asker: true },
  });
  const crossed = await crossedText(tx, core, questionId);
  if (crossed === undefined) throw refuse("not_found", { what: "question" });
  return {
    questionId,
    number: question.number,
    pseudonym: question.asker.pseudonym,
    topic: question.topic,
    status: question.status as QuestionStatus,
    text: crossed.text,
    leaseEndsAt: question.leaseEndsAt ?? undefined,
    general: await generalFor(tx, core, { actor, question, now }),
    looksFirst: (await lookFor(tx, { question, authorId: actor.memberId, now })) === "needed",
    kept: await keptAnswer(tx, core, { questionId, authorId: actor.memberId }),
  };
}

/** For a provider's form; changes nothing. */
export async function readQuestionForProvider(
  core: Core,
  { actor, questionId }: { actor: Actor; questionId: string },
): Promise<ClaimedQuestion> {
  return core.tx(async (tx, now) => {
    const question = await tx.question.findUnique({ where: { id: questionId } });
    if (question === null) throw refuse("not_found", { what: "question" });
    authorise(actor, "question.read-card", { communityId: question.communityId, ownerId: question.askerId });
    await requireStanding(tx, actor, now);
    return readClaimed(tx, core, { actor, questionId, now });
  });
}
