import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { reportCrossed } from "#core/moderation/automatic/report-crossed.ts";
import type { QuestionText } from "./cards.ts";
import { screenFields } from "./draft.ts";
import { type Crossing, keepVersion, openText, sealText } from "./message-text.ts";
import type { QuestionStatus } from "./question.ts";
import { next } from "./question.ts";
import { type MessageRow, requireBridgeConsent, sendFollowUp } from "./send-follow-up.ts";
import { holdAsRead, statusRefusal } from "./status-refusal.ts";
import { refreshTriage, tellTeam } from "./tell.ts";

/** A new text of a message that crossed before replaces it on the other side; the one before stays in the record. */
async function sendEdit(
  tx: Tx,
  core: Core,
  { message, now }: { message: MessageRow; now: Date },
): Promise<void> {
  const { id, question, version, crossingSealed, pendingCrossingSealed, pendingOriginalSealed } = message;
  const { askerId } = question;
  if (pendingCrossingSealed === null || pendingOriginalSealed === null || crossingSealed === null)
    throw refuse("not_found", { what: "message" });
  await holdAsRead(tx, question, "reply");
  const old = await openText<Crossing>(tx, core, askerId, id, "crossingSealed", crossingSealed);
  await keepVersion(tx, core, askerId, {
    messageId: id,
    version,
    crossing: old,
    sentAt: message.editedAt ?? message.sentAt ?? now,
  });
  const crossing = await openText<Crossing>(
    tx,
    core,
    askerId,
    id,
    "pendingCrossingSealed",
    pendingCrossingSealed,
  );
  const original = await openText<QuestionText>(
    tx,
    core,
    askerId,
    id,
    "pendingOriginalSealed",
    pendingOriginalSealed,
  );
  const { count } = await tx.message.updateMany({
    where: { id, version, edition: message.edition, state: "sent" },
    data: {
      version: version + 1,
      editedAt: now,
      crossingSealed: await sealText(tx, core, askerId, id, "crossingSealed", crossing),
      originalSealed: await sealText(tx, core, askerId, id, "originalSealed", original),
      verdict: screenFields(core, original).verdict,
      pendingCrossingSealed: null,
      pendingOriginalSealed: null,
    },
  });
  if (count === 0) throw refuse("not_found", { what: "message" });
  await reportCrossed(tx, core, { messageId: id, now });
  if (message.kind === "question") await refreshTriage(tx, core, question, now);
  else await tellTeam(tx, core, question, { kind: "follow-up", subjectId: id, at: now }, "edit");
}

/**
 * The patient pressed Send on a reply, or on the new version of something that crossed. A second press finds it sent.
 * `edition` is the text that was on the card. Refuses paused, wrong_status, and stale_card when the text changed since.
 */
export async function sendReply(
  core: Core,
  { actor, messageId, edition }: { actor: Actor; messageId: string; edition?: number },
): Promise<{ number: number }> {
  authorise(actor, "question.send");
  const sent = await core.tx(async (tx, now) => {
    const message = await tx.message.findUnique({ where: { id: messageId }, include: { question: true } });
    if (message === null || message.authorId !== actor.memberId)
      throw refuse("not_found", { what: "message" });
    const { question } = message;
    const { number } = question;
    const isEdit = message.state === "sent";
    if (isEdit && message.pendingCrossingSealed === null) return { number };
    if (!isEdit && message.state !== "draft") throw refuse("not_found", { what: "message" });
    if (edition !== undefined && edition !== message.edition) throw refuse("stale_card", {});
    if (question.pausedAt !== null) throw refuse("paused", {});
    await requireBridgeConsent(tx, question);
    if (isEdit && next(question.status as QuestionStatus, "take-back") === undefined)
      throw await statusRefusal(tx, { questionId: question.id, communityId: question.communityId }, "reply");
    await (isEdit ? sendEdit : sendFollowUp)(tx, core, { message, now });
    await record(tx, {
      at: now.getTime(),
      communityId: question.communityId,
      actor: actor.memberId,
      verb: isEdit ? "message.edited" : "message.sent",
      subject: messageId,
    });
    return { number };
  });
  core.wake();
  return sent;
}
