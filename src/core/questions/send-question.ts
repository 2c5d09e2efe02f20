import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { CONSENT_VERSION } from "#core/members/joining-text.ts";
import { reportCrossed } from "#core/moderation/automatic/report-crossed.ts";
import { statusRefusal } from "./status-refusal.ts";
import { postTriage, tellAsker } from "./tell.ts";

const HOUR_MS = 3_600_000;

export interface SentQuestion {
  readonly number: number;
  readonly promisedAt: Date;
}

/**
 * The patient pressed Send on the card they saw: that is the consent, and it is written with the crossing. `edition` is
 * the text that was on that card. Refuses bridge_off, no_consent, wrong_status, and stale_card when it changed since.
 */
export async function sendQuestion(
  core: Core,
  { actor, questionId, edition }: { actor: Actor; questionId: string; edition?: number },
): Promise<SentQuestion> {
  const { communityId, memberId } = actor;
  authorise(actor, "question.send");
  const sent = await core.tx(async (tx, now) => {
    const community = await tx.community.findUniqueOrThrow({ where: { id: communityId } });
    if (community.bridge !== "on") throw refuse("bridge_off", {});
    const joined = await tx.consent.count({ where: { memberId, purpose: "joining", withdrawnAt: null } });
    if (joined === 0) throw refuse("no_consent", { purpose: "joining" });
    const promisedAt = new Date(now.getTime() + community.promiseHours * HOUR_MS);
    const [question] = await tx.question.updateManyAndReturn({
      where: { id: questionId, askerId: memberId, communityId, status: "draft" },
      data: { status: "waiting", sentAt: now, promisedAt, nextSeq: 2 },
    });
    if (question === undefined)
      throw await statusRefusal(tx, { questionId, communityId, askerId: memberId }, "send");
    const [crossed] = await tx.message.updateManyAndReturn({
      where: { questionId, kind: "question", state: "draft", ...(edition === undefined ? {} : { edition }) },
      data: { state: "sent", seq: 1, version: 1, sentAt: now },
    });
    if (crossed === undefined) throw refuse("stale_card", {});
    await tx.consent.create({
      data: {
        id: core.newId(),
        memberId,
        purpose: "bridge",
        textVersion: CONSENT_VERSION,
        questionId,
        givenAt: now,
      },
    });
    await reportCrossed(tx, core, { messageId: crossed.id, now });
    await postTriage(tx, core, question, now);
    await tellAsker(tx, core, question, { kind: "receipt", subjectId: questionId, at: now });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "question.sent",
      subject: questionId,
    });
    return { number: question.number, promisedAt };
  });
  core.wake();
  return sent;
}
