import { expect, test } from "vitest";
import { setSecondLooks } from "#core/communities/set-second-looks.ts";
import { suspendCredential } from "#core/credentials/decision/suspend-credential.ts";
import { loadCard } from "#core/deliveries/load-card.ts";
import type { Store } from "#core/foundation/store/open-store.ts";
import { reportMessage } from "#core/moderation/reports/report-message.ts";
import { resumeQuestion } from "#core/moderation/resume-question.ts";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { askBack } from "#core/questions/ask-back.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import { declineQuestion } from "#core/questions/decline-question.ts";
import { draftReply } from "#core/questions/draft-reply.ts";
import { editAnswer } from "#core/questions/edit-answer.ts";
import { inbox } from "#core/questions/inbox.ts";
import { lapseLooksDue } from "#core/questions/second-look/lapse-looks-due.ts";
import { ownStep } from "#core/questions/second-look/own-step.ts";
import { passAnswer } from "#core/questions/second-look/pass-answer.ts";
import { readLook } from "#core/questions/second-look/read-look.ts";
import { sendBackAnswer } from "#core/questions/second-look/send-back-answer.ts";
import { sendReply } from "#core/questions/send-reply.ts";
import { sendToPatient } from "#core/questions/send-to-patient.ts";
import { takeBack } from "#core/questions/take-back.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { auditOf, codeOf, HOUR_MS } from "../small-town.ts";
import { ANSWER, openPractice, type Practice } from "./asked.ts";

const DOSE = { ...ANSWER, can: "You should take 400 mg of ibuprofen." };

/** A practice whose community has second looks. */
async function careful(store: Store, secondLooks = 2): Promise<Practice> {
  const practice = await openPractice(store);
  await setSecondLooks(practice.core, { actor: practice.town.admin, secondLooks });
  return practice;
}

/** Ana answers a question of the patient's. */
async function answered(practice: Practice, { text = ANSWER, reason = "" } = {}) {
  const { core, ana, clock } = practice;
  const questionId = await practice.send();
  await claimQuestion(core, { actor: ana, questionId });
  const why = reason === "" ? {} : { overrideReason: reason };
  const { messageId, held } = await answerQuestion(core, { actor: ana, questionId, text, ...why });
  clock.advance(1000);
  return { questionId, messageId, held };
}

async function seen({ core, ben }: Practice, questionId: string) {
  const { messageId, edition } = await readLook(core, { actor: ben, questionId });
  return { actor: ben, messageId, edition };
}

async function passed(practice: Practice) {
  const { questionId, messageId } = await answered(practice);
  await passAnswer(practice.core, await seen(practice, questionId));
  practice.clock.advance(1000);
  return { questionId, messageId };
}

/** Their credential is past its day, and no sweep has been here yet. */
async function runOut({ core, clock }: Practice, memberId: string): Promise<void> {
  const expiresAt = new Date(clock.now().getTime() - 1);
  await core.db.credential.updateMany({ where: { memberId }, data: { expiresAt } });
}

async function messagesOf({ core }: Practice, questionId: string) {
  return core.db.message.findMany({ where: { questionId, kind: "answer" } });
}

/** Words of a team notice that stands for the question, oldest first. */
async function notices({ core }: Practice, questionId: string): Promise<string[]> {
  const rows = await core.db.delivery.findMany({
    where: { kind: "team-notice", targetId: questionId },
    orderBy: { id: "asc" },
  });
  return rows.map(({ subjectId }) => subjectId.split(":")[0] ?? "");
}

describeOnBoth("an answer that a colleague looks at first", ({ openNew }) => {
  test("is held: the patient is sent nothing, the team is asked to look, the record says so", async () => {
    const practice = await careful(await openNew());
    const { questionId, held } = await answered(practice);
    expect(held).toBe(true);
    expect(await practice.row(questionId)).toMatchObject({ status: "held", holderId: practice.ana.memberId });
    expect(await inbox(practice.core, { actor: practice.heron })).toEqual([]);
    expect((await practice.orders()).filter((order) => order.endsWith("answer north"))).toEqual([]);
    expect(await notices(practice, questionId)).toEqual(["look-wanted"]);
    expect((await auditOf(practice.town, questionId)).at(-1)).toBe("question.answer-held");
  });

  test("is sent once a colleague passed it, with the line of when it was written", async () => {
    const practice = await careful(await openNew());
    const { core, heron, ben } = practice;
    const { questionId, messageId } = await answered(practice, {
      text: DOSE,
      reason: "It is on the packet.",
    });
    await practice.orders();
    const look = await readLook(core, { actor: ben, questionId });
    expect(look).toMatchObject({
      author: "Ana Pharmacist",
      answer: DOSE,
      overrideReason: "It is on the packet.",
    });
    expect(look.findings.map(({ words }) => words).join()).toContain("400 mg");
    expect(look.question.text.question).toContain("[e-mail address]");
    await passAnswer(core, { actor: ben, messageId, edition: look.edition });
    expect((await practice.row(questionId)).status).toBe("answered");
    const [card] = await inbox(core, { actor: heron });
    expect(card).toMatchObject({ answer: DOSE, credential: { profession: "Pharmacist" }, edited: false });
    expect(await practice.orders()).toEqual([
      "post answer north",
      "post sent-copy south",
      "edit triage south",
    ]);
    expect((await auditOf(practice.town, questionId)).at(-1)).toBe("question.answer-passed");
  });

  test("that was sent back is its author's again, with the note and the text, and counts as a slip", async () => {
    const practice = await careful(await openNew());
    const { core, ana, ben } = practice;
    const { questionId, messageId } = await answered(practice);
    const first = await seen(practice, questionId);
    expect(await codeOf(sendBackAnswer(core, { ...first, note: "  " }))).toBe("empty");
    await sendBackAnswer(core, { ...first, note: "Say when to be seen." });
    expect(await practice.row(questionId)).toMatchObject({ status: "claimed", holderId: ana.memberId });
    const row = await core.db.delivery.findFirstOrThrow({ where: { kind: "sent-back" } });
    expect(row).toMatchObject({ platform: "south", targetKind: "member", targetId: ana.memberId });
    const card = await core.tx((tx) => loadCard(tx, core, row));
    expect(card).toMatchObject({ by: "Ben Nurse", note: "Say when to be seen." });
    const again = await claimQuestion(core, { actor: ana, questionId });
    expect(again).toMatchObject({
      looksFirst: true,
      kept: { text: ANSWER, sentBack: { by: "Ben Nurse", note: "Say when to be seen." } },
    });
    const better = { ...ANSWER, urgent: "It lasts for more than a day." };
    await answerQuestion(core, { actor: ana, questionId, text: better });
    expect(await messagesOf(practice, questionId)).toHaveLength(1);
    expect(await codeOf(passAnswer(core, first))).toBe("answer_changed");
    expect((await practice.row(questionId)).status).toBe("held");
    await passAnswer(core, { actor: ben, messageId, edition: first.edition + 1 });
    expect((await inbox(core, { actor: practice.heron })).map(({ answer }) => answer)).toEqual([better]);
  });

  test("is passed by one of two who press at once, or sent back, never both", async () => {
    const practice = await careful(await openNew());
    const { core, heron } = practice;
    const { questionId } = await answered(practice);
    const look = await seen(practice, questionId);
    const codes = await Promise.all([
      codeOf(passAnswer(core, look)),
      codeOf(sendBackAnswer(core, { ...look, note: "Shorter, please." })),
      codeOf(passAnswer(core, look)),
    ]);
    expect(codes.filter((code) => code === "ok")).toHaveLength(1);
    expect(codes.filter((code) => code === "wrong_status")).toHaveLength(2);
    expect(await core.db.look.count()).toBe(1);
    const sent = (await practice.row(questionId)).status === "answered" ? 1 : 0;
    expect(await inbox(core, { actor: heron })).toHaveLength(sent);
  });

  test("is not passed by its author, by who stepped back, nor while it is paused", async () => {
    const practice = await careful(await openNew());
    const { core, ana, ben, heron, town } = practice;
    const { questionId, messageId } = await answered(practice);
    const look = await seen(practice, questionId);
    expect(await codeOf(passAnswer(core, { ...look, actor: ana }))).toBe("own_answer");
    expect(await codeOf(passAnswer(core, { ...look, actor: heron }))).toBe("not_allowed");
    expect(
      await codeOf(passAnswer(core, { ...look, actor: { ...ben, roles: ["trainee", "provider"] } })),
    ).toBe("not_allowed");
    await reportMessage(core, { actor: heron, questionId, reason: "Please look." });
    expect(await codeOf(passAnswer(core, look))).toBe("paused");
    expect(await codeOf(sendBackAnswer(core, { ...look, note: "Shorter." }))).toBe("paused");
    await resumeQuestion(core, { actor: town.admin, number: 1 });
    await declineQuestion(core, { actor: ben, questionId });
    expect(await codeOf(passAnswer(core, { ...look, messageId }))).toBe("stepped_back");
    expect(await inbox(core, { actor: heron })).toEqual([]);
  });

  test("is not passed by a colleague whose own credential has run out", async () => {
    const practice = await careful(await openNew());
    const { core, ben } = practice;
    const { questionId } = await answered(practice);
    const look = await seen(practice, questionId);
    await runOut(practice, ben.memberId);
    expect(await codeOf(passAnswer(core, look))).toBe("no_standing");
    expect((await practice.row(questionId)).status).toBe("held");
  });

  test("that its author's licence no longer covers is not passed with what the checker found, but can be sent back", async () => {
    const practice = await careful(await openNew());
    const { core, heron } = practice;
    const { questionId } = await answered(practice, { text: DOSE, reason: "It is on the packet." });
    const look = await seen(practice, questionId);
    await core.db.member.update({ where: { id: heron.memberId }, data: { country: "US" } });
    expect(await codeOf(passAnswer(core, look))).toBe("general_only");
    expect(await codeOf(sendBackAnswer(core, { ...look, note: "No amounts." }))).toBe("ok");
  });

  test("whose author cannot answer any more is not sent by a pass: the question waits again", async () => {
    const practice = await careful(await openNew());
    const { core, ana } = practice;
    const { questionId } = await answered(practice);
    const look = await seen(practice, questionId);
    await runOut(practice, ana.memberId);
    expect(await passAnswer(core, look)).toEqual({ sent: false });
    expect(await practice.row(questionId)).toMatchObject({ status: "waiting", holderId: null });
    expect((await notices(practice, questionId)).at(-1)).toBe("waits-again");
    expect(await inbox(core, { actor: practice.heron })).toEqual([]);
  });

  test("of a provider who is suspended waits for nobody", async () => {
    const practice = await careful(await openNew());
    const { core, town, credentialId } = practice;
    const { questionId } = await answered(practice);
    await suspendCredential(core, { actor: town.admin, credentialId, reason: "under review" });
    expect(await practice.row(questionId)).toMatchObject({ status: "waiting", holderId: null });
    expect(await codeOf(seen(practice, questionId))).toBe("wrong_status");
    expect(await inbox(core, { actor: practice.heron })).toEqual([]);
  });

  test("that nobody looked at in time waits again with the text kept for its author, and is never sent by that", async () => {
    const practice = await careful(await openNew());
    const { core, clock, ana, ben, heron } = practice;
    const { questionId } = await answered(practice);
    clock.advance(3 * HOUR_MS);
    expect(await lapseLooksDue(core)).toBe(0);
    clock.advance(HOUR_MS);
    expect(await lapseLooksDue(core)).toBe(1);
    expect(await practice.row(questionId)).toMatchObject({ status: "waiting", holderId: null });
    expect((await notices(practice, questionId)).at(-1)).toBe("look-lapsed");
    expect(await inbox(core, { actor: heron })).toEqual([]);
    expect((await claimQuestion(core, { actor: ana, questionId })).kept?.text).toEqual(ANSWER);
    expect((await ownStep(core, { actor: ana }))?.step).toBe(1);
    expect((await ownStep(core, { actor: ben }))?.step).toBe(1);
  });

  test("is waited for until the promised hour at most, but for as long as a claim holds", async () => {
    const practice = await careful(await openNew());
    const { core, clock, ana } = practice;
    const questionId = await practice.send();
    clock.advance(71 * HOUR_MS);
    await claimQuestion(core, { actor: ana, questionId });
    await answerQuestion(core, { actor: ana, questionId, text: ANSWER });
    const { leaseEndsAt, promisedAt } = await practice.row(questionId);
    expect(leaseEndsAt).toEqual(promisedAt);
  });

  test("is taken back with the note about it", async () => {
    const practice = await careful(await openNew());
    const { core, heron } = practice;
    const { questionId } = await answered(practice);
    await sendBackAnswer(core, { ...(await seen(practice, questionId)), note: "Say when." });
    await practice.orders();
    await takeBack(core, { actor: heron, questionId });
    expect(await messagesOf(practice, questionId)).toMatchObject([
      { state: "removed", crossingSealed: null },
    ]);
    expect(await core.db.look.findMany()).toMatchObject([{ outcome: "sent-back", noteSealed: null }]);
    expect(await practice.orders()).toContain("remove sent-back south");
    const row = await core.db.delivery.findFirstOrThrow({ where: { kind: "sent-back", op: "post" } });
    expect(await core.tx((tx) => loadCard(tx, core, row))).toBeUndefined();
  });

  test("that is passed while the patient takes the question back is gone afterwards, whoever was first", async () => {
    const practice = await careful(await openNew());
    const { core, heron } = practice;
    const { questionId } = await answered(practice);
    const look = await seen(practice, questionId);
    const [back, pass] = await Promise.all([
      codeOf(takeBack(core, { actor: heron, questionId })),
      codeOf(passAnswer(core, look)),
    ]);
    expect(back).toBe("ok");
    expect(["ok", "wrong_status"]).toContain(pass);
    expect((await practice.row(questionId)).status).toBe("taken-back");
    expect(await messagesOf(practice, questionId)).toMatchObject([
      { state: "removed", crossingSealed: null },
    ]);
    expect(await inbox(core, { actor: heron })).toEqual([]);
  });

  test("does not keep the patient from writing on", async () => {
    const practice = await careful(await openNew());
    const { core, heron } = practice;
    const { questionId } = await answered(practice);
    const { messageId } = await draftReply(core, { actor: heron, questionId, text: "It is worse at night." });
    await sendReply(core, { actor: heron, messageId });
    expect((await practice.row(questionId)).status).toBe("held");
  });
});

describeOnBoth("who is looked at", ({ openNew }) => {
  test("so many first answers, then none; one that was sent back begins anew", async () => {
    const practice = await careful(await openNew());
    const { core, ana } = practice;
    const step = () => ownStep(core, { actor: ana });
    expect(await step()).toEqual({ step: 1, left: 2 });
    await passed(practice);
    expect(await step()).toEqual({ step: 1, left: 1 });
    await passed(practice);
    expect(await step()).toEqual({ step: 2 });
    const { held } = await answered(practice);
    expect(held).toBe(false);
    await setSecondLooks(core, { actor: practice.town.admin, secondLooks: 3 });
    const { questionId } = await answered(practice);
    await sendBackAnswer(core, { ...(await seen(practice, questionId)), note: "Shorter." });
    expect(await step()).toEqual({ step: 1, left: 3 });
  });

  test("a report about an answer is a slip of its author, and of nobody else", async () => {
    const practice = await careful(await openNew(), 1);
    const { core, ana, ben, heron } = practice;
    const { questionId, messageId } = await passed(practice);
    expect(await ownStep(core, { actor: ana })).toEqual({ step: 2 });
    await reportMessage(core, { actor: ben, questionId, reason: "Look at this question." });
    const own = reportMessage(core, { actor: ana, questionId, messageId, reason: "I was wrong here." });
    expect(await codeOf(own)).toBe("own_report");
    expect(await ownStep(core, { actor: ana })).toEqual({ step: 2 });
    await reportMessage(core, { actor: heron, questionId, messageId, reason: "Rude." });
    expect(await ownStep(core, { actor: ana })).toEqual({ step: 1, left: 1 });
  });

  test("where somebody may be in danger, everybody: whatever their step", async () => {
    const practice = await careful(await openNew(), 1);
    const { core, ana } = practice;
    await passed(practice);
    const questionId = await practice.send();
    await core.db.message.updateMany({
      where: { questionId, kind: "question" },
      data: { verdict: "crisis" },
    });
    await claimQuestion(core, { actor: ana, questionId });
    expect((await answerQuestion(core, { actor: ana, questionId, text: ANSWER })).held).toBe(true);
  });

  test("nobody where it is off, also where somebody may be in danger", async () => {
    const practice = await careful(await openNew(), 0);
    const { core, ana } = practice;
    const questionId = await practice.send();
    await core.db.message.updateMany({ where: { questionId }, data: { verdict: "crisis" } });
    await claimQuestion(core, { actor: ana, questionId });
    expect((await answerQuestion(core, { actor: ana, questionId, text: ANSWER })).held).toBe(false);
    expect(await ownStep(core, { actor: ana })).toBeUndefined();
  });

  test("nobody where nobody else could look: the answer goes out, and the record says so", async () => {
    const practice = await careful(await openNew());
    const { core, ben, town } = practice;
    const questionId = await practice.send();
    await declineQuestion(core, { actor: ben, questionId });
    await claimQuestion(core, { actor: practice.ana, questionId });
    const { held } = await answerQuestion(core, { actor: practice.ana, questionId, text: ANSWER });
    expect(held).toBe(false);
    const entry = await core.db.auditEntry.findFirstOrThrow({
      where: { subject: questionId, verb: "question.answered" },
    });
    expect(JSON.parse(entry.detail)).toMatchObject({ look: "nobody-could" });
    expect(await auditOf(town, questionId)).not.toContain("question.answer-held");
  });

  test("what only one could have looked at waits no longer once they stepped back or lost their standing", async () => {
    const practice = await careful(await openNew());
    const { core, ben, town } = practice;
    const one = await answered(practice);
    await declineQuestion(core, { actor: ben, questionId: one.questionId });
    expect((await practice.row(one.questionId)).status).toBe("waiting");
    const other = await answered(practice);
    const { id: credentialId } = await core.db.credential.findFirstOrThrow({
      where: { memberId: ben.memberId },
    });
    await suspendCredential(core, { actor: town.admin, credentialId, reason: "under review" });
    expect((await practice.row(other.questionId)).status).toBe("waiting");
    expect((await notices(practice, other.questionId)).at(-1)).toBe("look-lapsed");
    await claimQuestion(core, { actor: practice.ana, questionId: other.questionId });
    await answerQuestion(core, { actor: practice.ana, questionId: other.questionId, text: ANSWER });
    expect(await messagesOf(practice, other.questionId)).toMatchObject([{ state: "sent", version: 1 }]);
  });

  test("no follow-up and no question back, but no edit of what was passed either", async () => {
    const practice = await careful(await openNew());
    const { core, ana } = practice;
    const { questionId, messageId } = await passed(practice);
    const edit = { actor: ana, messageId, text: { ...ANSWER, can: "Rest." } };
    expect(await codeOf(editAnswer(core, edit))).toBe("edit_needs_look");
    expect(await codeOf(sendToPatient(core, { actor: ana, questionId, text: "Good light helps." }))).toBe(
      "ok",
    );
    expect(await codeOf(askBack(core, { actor: ana, questionId, text: "Since when?" }))).toBe("ok");
    await passed(practice);
    expect(await codeOf(editAnswer(core, edit))).toBe("ok");
  });

  test("is set by an admin alone, with a number that makes sense, and is on record", async () => {
    const practice = await careful(await openNew());
    const { core, ana, town } = practice;
    const set = (secondLooks: number, actor = town.admin) =>
      codeOf(setSecondLooks(core, { actor, secondLooks }));
    expect(await set(1, ana)).toBe("not_allowed");
    for (const wrong of [-1, 1.5, 51, Number.NaN]) expect(await set(wrong)).toBe("invalid_input");
    expect(await set(0)).toBe("ok");
    const entries = await core.db.auditEntry.findMany({
      where: { verb: "community.second-looks-set" },
      orderBy: { seq: "asc" },
    });
    expect(entries.map(({ detail }) => JSON.parse(detail))).toEqual([
      { before: 0, after: 2 },
      { before: 2, after: 0 },
    ]);
  });
});
