import { expect, test } from "vitest";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { askBack } from "#core/questions/ask-back.ts";
import { cancelReply } from "#core/questions/cancel-reply.ts";
import { draftQuestion } from "#core/questions/draft-question.ts";
import { draftReply } from "#core/questions/draft-reply.ts";
import { editAnswer } from "#core/questions/edit-answer.ts";
import { editMessage } from "#core/questions/edit-message.ts";
import { expireDue } from "#core/questions/expire-due.ts";
import { inbox } from "#core/questions/inbox.ts";
import { loadAnswerCard } from "#core/questions/load-answer-card.ts";
import { loadFollowUpCard } from "#core/questions/load-follow-up-card.ts";
import { loadNoticeCard } from "#core/questions/load-notice-card.ts";
import { loadSentCopyCard } from "#core/questions/load-sent-copy-card.ts";
import { loadTriageCard } from "#core/questions/load-triage-card.ts";
import { ownDraft } from "#core/questions/own-draft.ts";
import { rate } from "#core/questions/rate.ts";
import { removeBySource } from "#core/questions/remove-by-source.ts";
import { reopenQuestion } from "#core/questions/reopen-question.ts";
import { sendReply } from "#core/questions/send-reply.ts";
import { sendToPatient } from "#core/questions/send-to-patient.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { codeOf, HOUR_MS } from "../small-town.ts";
import { ANSWER, ASKED, openPractice, questionAt } from "./asked.ts";

const TYPED = { platform: "north", channelId: "dm-1", messageId: "typed-1" } as const;

describeOnBoth("a conversation", ({ openNew }) => {
  test("an answer reaches the patient with its credential, and the team sees what was sent", async () => {
    const practice = await openPractice(await openNew());
    const { core, heron, ana, orders } = practice;
    const questionId = await questionAt(practice, "claimed");
    await orders();
    const { messageId } = await answerQuestion(core, { actor: ana, questionId, text: ANSWER });
    expect((await orders()).toSorted()).toEqual([
      "edit triage south",
      "post answer north",
      "post sent-copy south",
    ]);
    const card = await core.tx((tx) => loadAnswerCard(tx, core, messageId));
    expect(card).toMatchObject({
      message: "answer",
      answer: ANSWER,
      edited: false,
      credential: { profession: "Pharmacist", jurisdiction: "United Kingdom", source: "GPhC register" },
    });
    expect(await inbox(core, { actor: heron })).toEqual([card]);
    expect(await core.tx((tx) => loadSentCopyCard(tx, core, messageId))).toMatchObject({
      author: "Ana Pharmacist",
      answer: ANSWER,
    });
  });

  test("a draft opens again with what would cross of it, for its writer alone", async () => {
    const practice = await openPractice(await openNew());
    const { core, heron, ben } = practice;
    const questionId = await questionAt(practice, "answered");
    const text = "Better now. Call me on 020 7946 0958";
    const { messageId } = await draftReply(core, { actor: heron, questionId, text });
    const crossing = { question: "Better now. Call me on [phone number]", tried: "" };
    expect(await ownDraft(core, { actor: heron, messageId })).toEqual(crossing);
    await sendReply(core, { actor: heron, messageId });
    await editMessage(core, { actor: heron, messageId, text: "Much better" });
    expect(await ownDraft(core, { actor: heron, messageId })).toEqual({ question: "Much better", tried: "" });
    expect(await codeOf(ownDraft(core, { actor: ben, messageId }))).toBe("not_allowed");
  });

  test("advice that is not general needs a reason, which is kept sealed", async () => {
    const practice = await openPractice(await openNew());
    const { core, ana } = practice;
    const questionId = await questionAt(practice, "claimed");
    const text = { ...ANSWER, can: "Take 400 mg of ibuprofen twice a day." };
    await expect(answerQuestion(core, { actor: ana, questionId, text })).rejects.toMatchObject({
      code: "needs_reason",
      details: { findings: expect.arrayContaining([expect.objectContaining({ rule: expect.any(String) })]) },
    });
    expect(await codeOf(answerQuestion(core, { actor: ana, questionId, text, overrideReason: " " }))).toBe(
      "needs_reason",
    );
    const overrideReason = "The label says the same";
    const { messageId } = await answerQuestion(core, { actor: ana, questionId, text, overrideReason });
    const row = await core.db.message.findUniqueOrThrow({ where: { id: messageId } });
    expect(row.overrideReasonSealed).not.toBeNull();
    expect(Buffer.from(row.overrideReasonSealed ?? []).includes("label")).toBe(false);
  });

  test("an ask-back and its reply: the holder goes on while the lease holds, else everybody can", async () => {
    const practice = await openPractice(await openNew());
    const { core, clock, heron, ana, row } = practice;
    for (const lapsed of [false, true]) {
      const questionId = await questionAt(practice, "asked-back");
      const { kind, messageId } = await draftReply(core, {
        actor: heron,
        questionId,
        text: "For a week now",
      });
      expect(kind).toBe("ask-back-reply");
      if (lapsed) clock.advance(core.config.timing.claimLeaseMs);
      await sendReply(core, { actor: heron, messageId });
      expect(await row(questionId)).toMatchObject(
        lapsed ? { status: "waiting", holderId: null } : { status: "claimed", holderId: ana.memberId },
      );
      expect(await core.tx((tx) => loadFollowUpCard(tx, core, messageId))).toMatchObject({
        text: "For a week now",
        repliesToAskBack: true,
      });
    }
  });

  test("both write at once: a text from before the ask-back still crosses, and the ask-back stays open", async () => {
    const practice = await openPractice(await openNew());
    const { core, heron, ana, row } = practice;
    const questionId = await questionAt(practice, "claimed");
    const { messageId } = await draftReply(core, { actor: heron, questionId, text: "It is worse at night" });
    await askBack(core, { actor: ana, questionId, text: "Since when is that so?" });
    await sendReply(core, { actor: heron, messageId });
    expect((await row(questionId)).status).toBe("asked-back");
    expect((await core.tx((tx) => loadFollowUpCard(tx, core, messageId)))?.text).toBe("It is worse at night");
  });

  test("a reply crosses once, scrubbed, and only when it was sent", async () => {
    const practice = await openPractice(await openNew());
    const { core, heron, orders } = practice;
    const questionId = await questionAt(practice, "answered");
    await orders();
    const text = "Thanks! Call me on heron@example.org";
    const draft = await draftReply(core, { actor: heron, questionId, text });
    expect(draft.preview.question.some(({ removed }) => removed)).toBe(true);
    expect(await orders()).toEqual([]);
    const { messageId } = draft;
    const codes = await Promise.all([1, 2].map(() => codeOf(sendReply(core, { actor: heron, messageId }))));
    expect(codes).toContain("ok");
    // Pressed again it is still sent once.
    expect(await codeOf(sendReply(core, { actor: heron, messageId }))).toBe("ok");
    expect((await orders()).filter((order) => order.startsWith("post"))).toEqual(["post follow-up south"]);
    const card = await core.tx((tx) => loadFollowUpCard(tx, core, messageId));
    expect(card?.text).not.toContain("heron@example.org");

    const other = await draftReply(core, { actor: heron, questionId, text: "Never mind" });
    await cancelReply(core, { actor: heron, messageId: other.messageId });
    expect(await codeOf(sendReply(core, { actor: heron, messageId: other.messageId }))).not.toBe("ok");
  });

  test("danger in a reply to a closed conversation is heard, although the reply is refused", async () => {
    const practice = await openPractice(await openNew());
    const { core, heron, orders } = practice;
    const questionId = await questionAt(practice, "expired");
    await orders();
    const text = "I want to kill myself tonight";
    expect(await codeOf(draftReply(core, { actor: heron, questionId, text }))).toBe("wrong_status");
    expect(await orders()).toEqual(["post crisis south", "post crisis-support north"]);
    const { communityId: id } = heron;
    await core.db.crisisAlert.deleteMany();
    await core.db.community.update({ where: { id }, data: { bridge: "off" } });
    expect(await codeOf(draftQuestion(core, { actor: heron, ...ASKED, text }))).toBe("bridge_off");
    expect(await orders()).toEqual(["post crisis south", "post crisis-support north"]);
  });

  test("an edited reply replaces the standing one only when it is sent again", async () => {
    const practice = await openPractice(await openNew());
    const { core, heron, orders } = practice;
    const questionId = await questionAt(practice, "answered");
    const { messageId } = await draftReply(core, { actor: heron, questionId, text: "It still hurts" });
    await sendReply(core, { actor: heron, messageId });
    await orders();
    const draft = await editMessage(core, { actor: heron, messageId, text: "It hurts less" });
    expect(draft.kind).toBe("edit");
    const card = () => core.tx((tx) => loadFollowUpCard(tx, core, messageId));
    expect(await card()).toMatchObject({ text: "It still hurts", edited: false });
    expect(await orders()).toEqual([]);
    await sendReply(core, { actor: heron, messageId });
    expect(await card()).toMatchObject({ text: "It hurts less", edited: true });
    expect(await orders()).toEqual(["edit follow-up south"]);
    expect(await core.db.messageVersion.count({ where: { messageId } })).toBe(1);
  });

  test("an edited question raises its card to urgent when it shows danger", async () => {
    const practice = await openPractice(await openNew());
    const { core, heron } = practice;
    const questionId = await questionAt(practice, "waiting");
    const { id: messageId } = await core.db.message.findFirstOrThrow({ where: { questionId } });
    await editMessage(core, { actor: heron, messageId, text: "I want to kill myself tonight" });
    await sendReply(core, { actor: heron, messageId });
    const card = await core.tx((tx) => loadTriageCard(tx, core, questionId));
    expect(card).toMatchObject({ urgent: true, edited: true });
  });

  test("an edited answer is replaced on both sides and the one before is kept", async () => {
    const practice = await openPractice(await openNew());
    const { core, ana, ben, orders } = practice;
    const questionId = await questionAt(practice, "claimed");
    const { messageId } = await answerQuestion(core, { actor: ana, questionId, text: ANSWER });
    await orders();
    const text = { ...ANSWER, can: "Rest your eyes every hour." };
    expect(await codeOf(editAnswer(core, { actor: ben, messageId, text }))).toBe("not_found");
    await editAnswer(core, { actor: ana, messageId, text });
    expect((await orders()).toSorted()).toEqual(["edit answer north", "edit sent-copy south"]);
    expect(await core.tx((tx) => loadAnswerCard(tx, core, messageId))).toMatchObject({
      answer: text,
      edited: true,
    });
    expect(await core.db.messageVersion.count({ where: { messageId } })).toBe(1);
  });

  test("deleting what was typed removes its copy at once; a draft question's text ends the draft", async () => {
    const practice = await openPractice(await openNew());
    const { core, heron, row, orders } = practice;
    const questionId = await questionAt(practice, "answered");
    const reply = { actor: heron, questionId, text: "One more thing", sourceMessage: TYPED };
    const { messageId } = await draftReply(core, reply);
    await sendReply(core, { actor: heron, messageId });
    await orders();
    const remove = (id: string) =>
      removeBySource(core, { actor: heron, sourceMessage: { ...TYPED, messageId: id } });
    expect(await remove("typed-1")).toBe(true);
    expect(await orders()).toEqual(["remove follow-up south"]);
    expect(await core.tx((tx) => loadFollowUpCard(tx, core, messageId))).toBeUndefined();
    expect(await remove("typed-1")).toBe(false);
    expect(await remove("unknown")).toBe(false);

    const sourceMessage = { ...TYPED, messageId: "typed-2" };
    const draft = await draftQuestion(core, { actor: heron, ...ASKED, sourceMessage });
    expect(await remove("typed-2")).toBe(true);
    expect((await row(draft.questionId)).status).toBe("cancelled");
  });

  test("'Still unclear' waits again for a whole promised time, then ends with an honest notice", async () => {
    const practice = await openPractice(await openNew());
    const { core, clock, heron, row } = practice;
    const questionId = await questionAt(practice, "answered");
    clock.advance(80 * HOUR_MS);
    for (let press = 0; press < 2; press += 1) await rate(core, { actor: heron, questionId, helped: true });
    const thanks = { kind: "team-notice", subjectId: { contains: "helped" } };
    expect(await core.db.delivery.count({ where: thanks })).toBe(1);
    expect((await row(questionId)).status).toBe("answered");
    await rate(core, { actor: heron, questionId, helped: false });
    expect(await row(questionId)).toMatchObject({ status: "waiting", holderId: null });
    expect(await expireDue(core)).toBe(0);
    clock.advance(72 * HOUR_MS);
    expect(await expireDue(core)).toBe(1);
    const notice = await core.db.delivery.findFirstOrThrow({ where: { kind: "notice" } });
    expect(await core.tx((tx) => loadNoticeCard(tx, core, notice.subjectId))).toMatchObject({
      about: { what: "expired" },
    });
    await reopenQuestion(core, { actor: heron, questionId });
    expect(await expireDue(core)).toBe(0);
    clock.advance(72 * HOUR_MS);
    expect(await expireDue(core)).toBe(1);
    expect(await core.db.delivery.count({ where: { kind: "notice" } })).toBe(2);
  });

  test("a further message of the team is checked like an answer", async () => {
    const practice = await openPractice(await openNew());
    const { core, ben } = practice;
    const questionId = await questionAt(practice, "answered");
    const say = (text: string) => sendToPatient(core, { actor: ben, questionId, text });
    expect(await codeOf(say("Take 400 mg of ibuprofen twice a day."))).toBe("needs_reason");
    expect(await codeOf(say("x".repeat(1501)))).toBe("too_long");
    const { messageId } = await say("Good light helps many people.");
    expect(await core.tx((tx) => loadAnswerCard(tx, core, messageId))).toMatchObject({
      message: "reply",
      text: "Good light helps many people.",
      answer: undefined,
    });
  });
});
