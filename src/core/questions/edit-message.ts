import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { QuestionText } from "./cards.ts";
import { alertFor, checkedAndHeard, type Draft, draftOf, screenFields } from "./draft.ts";
import { checkedText, LIMITS, openText, sealText } from "./message-text.ts";

function kindOf(kind: string): Draft["kind"] {
  return kind === "question" || kind === "ask-back-reply" ? kind : "follow-up";
}

/**
 * A new text for a message of one's own. Before it crossed it simply replaces the draft; afterwards it waits beside the
 * standing one until the patient presses Send.
 */
export async function editMessage(
  core: Core,
  { actor, messageId, text }: { actor: Actor; messageId: string; text: string },
): Promise<Draft> {
  authorise(actor, "question.follow-up");
  const { memberId } = actor;
  const own = await core.db.message.findFirst({
    where: { id: messageId, authorId: memberId },
    select: { kind: true },
  });
  if (own === null) throw refuse("not_found", { what: "message" });
  const limit = own.kind === "question" ? LIMITS.question : LIMITS.reply;
  const newText = await checkedAndHeard(core, { actor, typed: text }, () => checkedText(text, "text", limit));
  const draft = await core.tx(async (tx, now) => {
    const message = await tx.message.findUnique({ where: { id: messageId }, include: { question: true } });
    if (message === null || message.authorId !== memberId || message.originalSealed === null)
      throw refuse("not_found", { what: "message" });
    const { question } = message;
    const before = await openText<QuestionText>(
      tx,
      core,
      memberId,
      messageId,
      "originalSealed",
      message.originalSealed,
    );
    const screened = screenFields({ question: newText, tried: before.tried });
    const alert = await alertFor(tx, core, {
      actor,
      questionId: question.id,
      verdict: screened.verdict,
      now,
    });
    const crossing = { patient: screened.crossing };
    const data =
      message.state === "draft"
        ? {
            verdict: screened.verdict,
            originalSealed: await sealText(
              tx,
              core,
              memberId,
              messageId,
              "originalSealed",
              screened.original,
            ),
            crossingSealed: await sealText(tx, core, memberId, messageId, "crossingSealed", crossing),
          }
        : {
            pendingOriginalSealed: await sealText(
              tx,
              core,
              memberId,
              messageId,
              "pendingOriginalSealed",
              screened.original,
            ),
            pendingCrossingSealed: await sealText(
              tx,
              core,
              memberId,
              messageId,
              "pendingCrossingSealed",
              crossing,
            ),
          };
    const { count } = await tx.message.updateMany({
      where: { id: messageId, state: message.state },
      data,
    });
    if (count === 0) throw refuse("not_found", { what: "message" });
    await record(tx, {
      at: now.getTime(),
      communityId: actor.communityId,
      actor: memberId,
      verb: "message.redrafted",
      subject: messageId,
    });
    const kind = message.state === "sent" ? "edit" : kindOf(message.kind);
    return { ...draftOf(question, { messageId, kind, actor, screened }), ...alert };
  });
  core.wake();
  return draft;
}
