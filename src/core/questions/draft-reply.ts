import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { DomainError, refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { messageKey } from "#core/foundation/vault/index-keys.ts";
import { alertFor, checkedAndHeard, type Draft, draftOf, screenFields } from "./draft.ts";
import type { SourceMessage } from "./draft-question.ts";
import { checkedText, LIMITS, sealText } from "./message-text.ts";
import type { QuestionStatus } from "./question.ts";
import { next } from "./question.ts";
import { requireBridgeConsent, sendFollowUp } from "./send-follow-up.ts";
import { statusRefusal } from "./status-refusal.ts";

export interface DraftReply {
  readonly actor: Actor;
  readonly questionId: string;
  readonly text: string;
  readonly sourceMessage?: SourceMessage;
}

/** Sent at once where its writer wished that for this question, nothing was removed and nothing is to be looked at. */
export type DraftedReply = Draft & { readonly sent: boolean };

/**
 * A further text of the patient that has not crossed: screened and shown, like the question. Typed in the same message
 * again it is the same draft.
 */
export async function draftReply(
  core: Core,
  { actor, questionId, text, sourceMessage }: DraftReply,
): Promise<DraftedReply> {
  const { communityId, memberId } = actor;
  authorise(actor, "question.follow-up");
  const screened = await checkedAndHeard(core, { actor, questionId, typed: text }, () =>
    screenFields({ question: checkedText(text, "reply", LIMITS.reply), tried: "" }),
  );
  const newId = core.newId();
  const sourceKey =
    sourceMessage === undefined
      ? null
      : messageKey(core, sourceMessage.platform, sourceMessage.channelId, sourceMessage.messageId);
  const draft = await core.tx(async (tx, now) => {
    const question = await tx.question.findUnique({ where: { id: questionId } });
    if (question === null || question.askerId !== memberId) throw refuse("not_found", { what: "question" });
    const status = question.status as QuestionStatus;
    const kind = status === "asked-back" ? "ask-back-reply" : "follow-up";
    const alert = await alertFor(tx, core, { actor, questionId, verdict: screened.verdict, now });
    // The alert commits although the text is refused: somebody in danger is heard in a closed conversation too.
    if (next(status, kind === "ask-back-reply" ? "reply" : "follow-up") === undefined)
      return statusRefusal(tx, { questionId, communityId }, "reply");
    const standing =
      sourceKey === null
        ? null
        : await tx.message.findFirst({
            where: { sourceKey, questionId, authorId: memberId, state: "draft" },
          });
    const messageId = standing?.id ?? newId;
    const shown = { ...draftOf(question, { messageId, kind, actor, screened }), ...alert };
    if (standing !== null) return { ...shown, sent: false };
    const message = await tx.message.create({
      include: { question: true },
      data: {
        id: messageId,
        communityId,
        questionId,
        authorId: memberId,
        kind,
        state: "draft",
        verdict: screened.verdict,
        originalSealed: await sealText(tx, core, memberId, messageId, "originalSealed", screened.original),
        crossingSealed: await sealText(tx, core, memberId, messageId, "crossingSealed", {
          patient: screened.crossing,
        }),
        sourceKey,
        createdAt: now,
      },
    });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "message.drafted",
      subject: messageId,
    });
    const sent =
      question.sendWithoutAsking &&
      question.pausedAt === null &&
      screened.verdict === "clear" &&
      !screened.removed;
    if (!sent) return { ...shown, sent };
    await requireBridgeConsent(tx, question);
    await sendFollowUp(tx, core, { message, now });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "message.sent",
      subject: messageId,
      detail: { asked: false },
    });
    return { ...shown, sent };
  });
  core.wake();
  if (draft instanceof DomainError) throw draft;
  return draft;
}
