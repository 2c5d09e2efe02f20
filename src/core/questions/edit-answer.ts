import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { standingFor } from "#core/credentials/standing.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { reportCrossed } from "#core/moderation/automatic/report-crossed.ts";
import { checkedAnswer } from "./answer-question.ts";
import type { AnswerText } from "./cards.ts";
import { type Crossing, keepVersion, openText, sealText } from "./message-text.ts";
import { next, type QuestionStatus } from "./question.ts";
import { lookFor } from "./second-look/look-for.ts";
import { refreshOpinions } from "./second-opinion/refresh-opinions.ts";
import { holdAsRead, statusRefusal } from "./status-refusal.ts";
import { tellAsker, tellTeam } from "./tell.ts";
import { askedFrom, requireGeneral } from "./text-to-patient.ts";

/** The text of an answer of one's own, for the form that edits it. */
export async function readOwnAnswer(
  core: Core,
  { actor, messageId }: { actor: Actor; messageId: string },
): Promise<AnswerText> {
  return core.tx(async (tx) => {
    const message = await tx.message.findUnique({ where: { id: messageId }, include: { question: true } });
    if (message === null || message.authorId !== actor.memberId || message.crossingSealed === null)
      throw refuse("not_found", { what: "message" });
    const crossing = await openText<Crossing>(
      tx,
      core,
      message.question.askerId,
      messageId,
      "crossingSealed",
      message.crossingSealed,
    );
    if (!("answer" in crossing)) throw refuse("not_found", { what: "message" });
    return crossing.answer;
  });
}

/**
 * Replaces an answer of one's own on both sides, marked as edited; the version before stays in the record. Refuses
 * edit_needs_look where a colleague would have to look at it first: what was passed is not changed afterwards.
 */
export async function editAnswer(
  core: Core,
  {
    actor,
    messageId,
    text,
    overrideReason,
  }: { actor: Actor; messageId: string; text: AnswerText; overrideReason?: string },
): Promise<void> {
  authorise(actor, "question.answer");
  const answer = checkedAnswer(text);
  await core.tx(async (tx, now) => {
    const message = await tx.message.findUnique({ where: { id: messageId }, include: { question: true } });
    if (message === null || message.authorId !== actor.memberId || message.kind !== "answer")
      throw refuse("not_found", { what: "message" });
    const { question, version, crossingSealed } = message;
    if (next(question.status as QuestionStatus, "take-back") === undefined)
      throw await statusRefusal(
        tx,
        { questionId: question.id, communityId: question.communityId },
        "take-back",
      );
    if (message.state !== "sent" || crossingSealed === null) throw refuse("not_found", { what: "message" });
    await holdAsRead(tx, question, "answer");
    const asked = await askedFrom(tx, question);
    const { id: credentialId, line } = await standingFor(tx, core, { actor, asked, now });
    const look = await lookFor(tx, { question, authorId: actor.memberId, now });
    if (look === "needed") throw refuse("edit_needs_look", {});
    const findings = requireGeneral(core, Object.values(answer), { overrideReason, general: line.general });
    const crossing = await openText<Crossing>(
      tx,
      core,
      question.askerId,
      messageId,
      "crossingSealed",
      crossingSealed,
    );
    await keepVersion(tx, core, question.askerId, {
      messageId,
      version,
      crossing,
      sentAt: message.editedAt ?? message.sentAt ?? now,
    });
    const { count } = await tx.message.updateMany({
      where: { id: messageId, version, state: "sent" },
      data: {
        version: version + 1,
        editedAt: now,
        // New words stand on what is so now.
        credentialId,
        credentialSealed: await sealText(tx, core, question.askerId, messageId, "credentialSealed", line),
        crossingSealed: await sealText(tx, core, question.askerId, messageId, "crossingSealed", { answer }),
        ...(findings === 0
          ? {}
          : {
              overrideReasonSealed: await sealText(
                tx,
                core,
                question.askerId,
                messageId,
                "overrideReasonSealed",
                overrideReason,
              ),
            }),
      },
    });
    if (count === 0) throw refuse("not_found", { what: "message" });
    await reportCrossed(tx, core, { messageId, now });
    await tellAsker(tx, core, question, { kind: "answer", subjectId: messageId, at: now }, "edit");
    await tellTeam(tx, core, question, { kind: "sent-copy", subjectId: messageId, at: now }, "edit");
    await refreshOpinions(tx, core, { answerId: messageId, now });
    await record(tx, {
      at: now.getTime(),
      communityId: question.communityId,
      actor: actor.memberId,
      verb: "answer.edited",
      subject: messageId,
      detail: {
        version: version + 1,
        findings,
        credential: credentialId,
        before: message.credentialId,
        ...(look === "nobody-could" ? { look } : {}),
      },
    });
  });
  core.wake();
}
