import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { QuestionText } from "#core/questions/cards.ts";
import { type Crossing, openText } from "#core/questions/message-text.ts";
import { NO_DANGER, reportedAmong, UNANSWERED } from "./readable-questions.ts";

/** One's own question as other members would read it, or do. */
export interface OwnPeerQuestion {
  readonly questionId: string;
  readonly number: number;
  readonly topic: string;
  readonly text: QuestionText;
  /** Which text this is: a yes holds for it, and for no other one. */
  readonly version: number;
  /** Other members can read it now. */
  readonly isOpen: boolean;
}

/**
 * Reads a question that its patient may let members read, while nobody has answered it. Refuses not_found and cannot_ask_peers; a
 * text of somebody who may be in danger, or that was reported or hidden, stays with the team.
 */
export async function ownPeerQuestion(
  tx: Tx,
  core: Core,
  { actor, questionId }: { actor: Actor; questionId: string },
): Promise<OwnPeerQuestion> {
  const { memberId: askerId, communityId } = actor;
  const question = await tx.question.findFirst({ where: { id: questionId, askerId, communityId } });
  if (question === null) throw refuse("not_found", { what: "question" });
  if (!(UNANSWERED as readonly string[]).includes(question.status))
    throw refuse("cannot_ask_peers", { why: "over" });
  const message = await tx.message.findFirst({ where: { questionId, kind: "question", state: "sent" } });
  if (message === null || message.crossingSealed === null) throw refuse("cannot_ask_peers", { why: "over" });
  const isForAll = (NO_DANGER as readonly string[]).includes(message.verdict) && message.hiddenAt === null;
  const isReported = question.pausedAt !== null || (await reportedAmong(tx, [message.id])).has(message.id);
  if (!isForAll || isReported) throw refuse("cannot_ask_peers", { why: "team-only" });
  const { id, crossingSealed, version } = message;
  const crossing = await openText<Crossing>(tx, core, askerId, id, "crossingSealed", crossingSealed);
  if (!("patient" in crossing)) throw new Error("a question holds something else than a patient's text");
  const peer = await tx.peerQuestion.findUnique({ where: { questionId } });
  const { number, topic } = question;
  const isOpen = peer !== null && peer.endedAt === null && peer.version === version;
  return { questionId, number, topic, text: crossing.patient, version, isOpen };
}
