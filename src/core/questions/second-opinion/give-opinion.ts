import type { Core } from "#core/core.ts";
import type { StandingCredential } from "#core/credentials/standing.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { doubtEntries } from "#core/library/doubt-entries.ts";
import { reportCrossed } from "#core/moderation/automatic/report-crossed.ts";
import { checkedText, LIMITS, type SealedColumn, sealText } from "../message-text.ts";
import { tellAsker, tellTeam } from "../tell.ts";
import { requireGeneral, takeSeq } from "../text-to-patient.ts";
import { type Opining, requireAnswer } from "./require-answer.ts";
import { slotOf } from "./stance.ts";

export interface GiveOpinion extends Opining {
  /** What they add, or how they see it; an agreement has no words. */
  readonly text?: string;
  readonly overrideReason?: string;
}

interface Moment {
  readonly now: Date;
  readonly question: { readonly id: string; readonly askerId: string };
  readonly credential: StandingCredential;
  readonly plain: string;
  readonly findings: number;
  readonly seq: number;
}

/** Their words are a message like any text to a patient, so that what happens to texts happens to them. */
async function writeOpinion(
  tx: Tx,
  core: Core,
  { actor, answerId, version, stance, overrideReason }: GiveOpinion,
  { now, question, credential, plain, findings, seq }: Moment,
): Promise<string> {
  const { communityId, memberId: authorId } = actor;
  const messageId = core.newId();
  const seal = (column: SealedColumn, value: unknown) =>
    sealText(tx, core, question.askerId, messageId, column, value);
  await tx.message.create({
    data: {
      ...{ id: messageId, communityId, questionId: question.id, authorId, kind: "opinion", seq },
      ...{ state: "sent", version: 1, createdAt: now, sentAt: now, credentialId: credential.id },
      crossingSealed: await seal("crossingSealed", { plain }),
      credentialSealed: await seal("credentialSealed", credential.line),
      overrideReasonSealed: findings === 0 ? null : await seal("overrideReasonSealed", overrideReason),
    },
  });
  const slot = slotOf({ answerId, version, authorId });
  const about = { answerId, answerVersion: version, stance, slot };
  await tx.opinion.create({ data: { messageId, communityId, authorId, ...about } });
  return messageId;
}

/**
 * A second opinion on an answer that was sent: Agree, Add or See differently, shown beside it with its own credential line.
 * `version` is the text that they read. The words are checked like an answer's; none waits for a colleague's look. Refuses
 * what requireAnswer refuses, empty, too_long, needs_reason, general_only.
 */
export async function giveOpinion(core: Core, input: GiveOpinion): Promise<{ messageId: string }> {
  const { actor, answerId, stance, text = "", overrideReason } = input;
  const plain = stance === "agree" ? "" : checkedText(text, "opinion", LIMITS.opinion);
  const given = await core.tx(async (tx, now) => {
    // The question's row is held first: an edit, a take-back or another opinion either waits or is seen below.
    const questions = { messages: { some: { id: answerId, communityId: actor.communityId } } };
    await tx.question.updateMany({ where: questions, data: { nextSeq: { increment: 0 } } });
    const { question, credential } = await requireAnswer(tx, core, input, now);
    const { id: questionId } = question;
    const { general } = credential.line;
    const findings = plain === "" ? 0 : requireGeneral(core, [plain], { overrideReason, general });
    const seq = await takeSeq(tx, questionId);
    const moment = { now, question, credential, plain, findings, seq };
    const messageId = await writeOpinion(tx, core, input, moment);
    await reportCrossed(tx, core, { messageId, now });
    if (stance === "differ") {
      await doubtEntries(tx, core, { answerId, opinionId: messageId, by: actor.memberId, now });
      // An edit notifies nobody, and whoever acts on the answer should know.
      const subjectId = `seen-differently:${questionId}:${messageId}`;
      await tellAsker(tx, core, question, { kind: "notice", subjectId, at: now });
    }
    await tellAsker(tx, core, question, { kind: "answer", subjectId: answerId, at: now }, "edit");
    await tellTeam(tx, core, question, { kind: "sent-copy", subjectId: messageId, at: now });
    await record(tx, {
      at: now.getTime(),
      communityId: question.communityId,
      actor: actor.memberId,
      verb: "question.opinion-given",
      subject: questionId,
      detail: { messageId, answer: answerId, stance, credential: credential.id, findings },
    });
    return { messageId };
  });
  core.wake();
  return given;
}
