import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { DomainError, refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { messageKey } from "#core/foundation/vault/index-keys.ts";
import { alertFor, checkedAndHeard, type Draft, draftOf, kindOf, screenFields, withHelp } from "./draft.ts";
import type { SourceMessage } from "./draft-question.ts";
import { earlierTexts } from "./earlier-texts.ts";
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

/**
 * "sent" where its writer wished that for this question, nothing was removed and nothing is to be looked at; "over" where
 * the same text was cancelled or removed since.
 */
export type DraftedReply = Draft & { readonly state: "shown" | "sent" | "over" };

function stateOf(messageState: string): DraftedReply["state"] {
  if (messageState === "draft") return "shown";
  return messageState === "sent" ? "sent" : "over";
}

/**
 * A further text of the patient that has not crossed: screened and shown, like the question. The same typed message is the
 * same text, however often it is told of and whatever became of it.
 */
export async function draftReply(
  core: Core,
  { actor, questionId, text, sourceMessage }: DraftReply,
): Promise<DraftedReply> {
  const { communityId, memberId } = actor;
  authorise(actor, "question.follow-up");
  const earlier = await core.tx((tx) => earlierTexts(tx, core, { questionId, askerId: memberId }));
  const screened = await checkedAndHeard(core, { actor, questionId, typed: text }, () =>
    screenFields(core, { question: checkedText(text, "reply", LIMITS.reply), tried: "" }, earlier),
  );
  const messageId = core.newId();
  const sourceKey =
    sourceMessage === undefined
      ? null
      : messageKey(core, sourceMessage.platform, sourceMessage.channelId, sourceMessage.messageId);
  const draft = await core.tx(async (tx, now) => {
    const known =
      sourceKey === null
        ? null
        : await tx.message.findFirst({
            where: { sourceKey, authorId: memberId, kind: { not: "question" } },
            include: { question: true },
          });
    if (known !== null) {
      const { id: messageId, edition, question } = known;
      const alert = await alertFor(tx, core, {
        actor,
        questionId: question.id,
        verdict: screened.verdict,
        now,
      });
      const shown = draftOf(question, { messageId, edition, kind: kindOf(known.kind), actor, screened });
      return { ...shown, ...alert, state: stateOf(known.state) };
    }
    const question = await tx.question.findUnique({ where: { id: questionId } });
    if (question === null || question.askerId !== memberId) throw refuse("not_found", { what: "question" });
    const status = question.status as QuestionStatus;
    const kind = status === "asked-back" ? "ask-back-reply" : "follow-up";
    const alert = await alertFor(tx, core, { actor, questionId, verdict: screened.verdict, now });
    // The alert commits although the text is refused: somebody in danger is heard in a closed conversation too.
    if (next(status, kind === "ask-back-reply" ? "reply" : "follow-up") === undefined)
      return withHelp(await statusRefusal(tx, { questionId, communityId }, "reply"), alert.alert);
    const shown = { ...draftOf(question, { messageId, kind, actor, screened }), ...alert };
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
    const sendsAtOnce =
      question.sendWithoutAsking &&
      actor.silencedUntil === undefined &&
      question.pausedAt === null &&
      screened.verdict === "clear" &&
      !screened.removed;
    if (!sendsAtOnce) return { ...shown, state: "shown" as const };
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
    return { ...shown, state: "sent" as const };
  });
  core.wake();
  if (draft instanceof DomainError) throw draft;
  return draft;
}
