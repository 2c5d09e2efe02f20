import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { DomainError, refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { messageKey } from "#core/foundation/vault/index-keys.ts";
import { alertFor, checkedAndHeard, type Draft, draftOf, screenFields, withHelp } from "./draft.ts";
import { type ForWhom, forWhomColumns } from "./for-whom.ts";
import { checkedText, LIMITS, sealText } from "./message-text.ts";

export type { Draft } from "./draft.ts";

/** A message on a platform that a text was typed in; for edits and deletions of it. */
export interface SourceMessage {
  readonly platform: string;
  readonly channelId: string;
  readonly messageId: string;
}

export interface DraftQuestion {
  readonly actor: Actor;
  readonly text: string;
  readonly tried: string;
  readonly topic: string;
  readonly forWhom: ForWhom;
  readonly ageBand: string;
  readonly sourceMessage?: SourceMessage;
}

/**
 * Stores a question that has not crossed, sealed, and gives the card that would. Nothing is sent but help: a text that
 * shows danger raises an alert at once. Refuses bridge_off, empty, too_long.
 */
export async function draftQuestion(core: Core, input: DraftQuestion): Promise<Draft> {
  const { actor, topic, forWhom, ageBand, sourceMessage } = input;
  authorise(actor, "question.ask");
  const typed = `${input.text}\n${input.tried}`;
  const screened = await checkedAndHeard(core, { actor, typed }, () =>
    screenFields(core, {
      question: checkedText(input.text, "question", LIMITS.question),
      tried: checkedText(input.tried, "field about what you have tried", LIMITS.tried, { optional: true }),
    }),
  );
  const { communityId, memberId: askerId } = actor;
  const questionId = core.newId();
  const messageId = core.newId();
  const draft = await core.tx(async (tx, now) => {
    const { count } = await tx.community.updateMany({
      where: { id: communityId, bridge: "on" },
      data: { nextQuestion: { increment: 1 } },
    });
    if (count === 0) {
      // Nothing is kept, but somebody in danger is heard all the same: this commits, the refusal follows.
      const { alert } = await alertFor(tx, core, { actor, verdict: screened.verdict, now });
      return withHelp(refuse("bridge_off", {}), alert);
    }
    const { nextQuestion } = await tx.community.findUniqueOrThrow({ where: { id: communityId } });
    const question = await tx.question.create({
      data: {
        id: questionId,
        communityId,
        number: nextQuestion - 1,
        askerId,
        status: "draft",
        topic: topic.slice(0, 60),
        ...forWhomColumns(forWhom),
        ageBand: ageBand.slice(0, 30),
        draftedAt: now,
      },
    });
    await tx.message.create({
      data: {
        id: messageId,
        communityId,
        questionId,
        authorId: askerId,
        kind: "question",
        state: "draft",
        verdict: screened.verdict,
        originalSealed: await sealText(tx, core, askerId, messageId, "originalSealed", screened.original),
        crossingSealed: await sealText(tx, core, askerId, messageId, "crossingSealed", {
          patient: screened.crossing,
        }),
        sourceKey:
          sourceMessage === undefined
            ? null
            : messageKey(core, sourceMessage.platform, sourceMessage.channelId, sourceMessage.messageId),
        createdAt: now,
      },
    });
    const alert = await alertFor(tx, core, { actor, questionId, verdict: screened.verdict, now });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: askerId,
      verb: "question.drafted",
      subject: questionId,
    });
    return { ...draftOf(question, { messageId, kind: "question", actor, screened }), ...alert };
  });
  core.wake();
  if (draft instanceof DomainError) throw draft;
  return draft;
}
