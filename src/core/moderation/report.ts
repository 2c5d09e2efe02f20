import { type Actor, authorise, type Role } from "#core/access.ts";
import { channelFor } from "#core/communities/channel-for.ts";
import type { Core } from "#core/core.ts";
import { enqueue } from "#core/deliveries/enqueue.ts";
import { DomainError, refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { statusesAllowing } from "#core/questions/question.ts";
import { refreshTriage, tellAsker } from "#core/questions/tell.ts";
import { cleanText } from "#core/screening/clean-text.ts";
import { screen } from "#core/screening/screen.ts";
import { isGrave } from "#core/screening/screening.ts";
import { hearDanger } from "./hear-danger.ts";
import { raiseAlert } from "./raise-alert.ts";

const REASON_LIMIT = 500;

const PATIENTS: ReadonlySet<Role> = new Set(["patient", "caregiver", "mentor"]);

/**
 * Flags a question or an answer: the moderators are told, and the conversation is paused until one resumes it. A patient's
 * reason that shows danger is heard too.
 */
export async function report(
  core: Core,
  {
    actor,
    questionId,
    messageId,
    reason,
  }: { actor: Actor; questionId: string; messageId?: string; reason: string },
): Promise<{ reportId: string }> {
  authorise(actor, "question.report");
  const clean = cleanText(reason).trim();
  const isPatient = actor.roles.every((role) => PATIENTS.has(role));
  if (clean.length > REASON_LIMIT) {
    const heard = isPatient ? await hearDanger(core, { actor, questionId, text: reason }) : undefined;
    const details = { field: "reason", limit: REASON_LIMIT, length: clean.length };
    throw new DomainError("too_long", details, heard?.text);
  }
  const { scrubbed, verdict } = screen(clean, { policies: core.policies() });
  const reportId = core.newId();
  await core.tx(async (tx, now) => {
    const question = await tx.question.findUnique({ where: { id: questionId } });
    if (question === null || question.communityId !== actor.communityId)
      throw refuse("not_found", { what: "question" });
    if (isPatient && question.askerId !== actor.memberId) throw refuse("not_found", { what: "question" });
    const message =
      messageId === undefined ? null : await tx.message.findUnique({ where: { id: messageId } });
    if (messageId !== undefined && message?.questionId !== questionId)
      throw refuse("not_found", { what: "message" });
    const { communityId } = question;
    const place = { table: "Report", column: "reasonSealed", row: reportId };
    await tx.report.create({
      data: {
        id: reportId,
        communityId,
        questionId,
        messageId: messageId ?? null,
        reporterId: actor.memberId,
        reasonSealed: await core.vault.seal(tx, { communityId }, place, scrubbed),
        createdAt: now,
      },
    });
    const { count } = await tx.question.updateMany({
      where: { id: questionId, pausedAt: null, status: { in: statusesAllowing("follow-up") } },
      data: { pausedAt: now },
    });
    const channel = await channelFor(tx, { communityId, purpose: "moderation" });
    if (channel !== undefined)
      await enqueue(tx, core, {
        communityId,
        conversation: `report:${reportId}`,
        op: "post",
        kind: "report",
        subjectId: reportId,
        platform: channel.platform,
        target: { kind: "channel", id: channel.channelId },
        at: now,
      });
    if (count > 0) {
      await refreshTriage(tx, core, question, now);
      await tellAsker(tx, core, question, {
        kind: "notice",
        subjectId: `paused:${questionId}:${reportId}`,
        at: now,
      });
    }
    if (isPatient && isGrave(verdict)) await raiseAlert(tx, core, { actor, questionId, level: verdict, now });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "question.reported",
      subject: questionId,
      detail: { reportId },
    });
  });
  core.wake();
  return { reportId };
}
