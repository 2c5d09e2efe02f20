import { expect, test } from "vitest";
import { cancelDraft } from "#core/questions/cancel-draft.ts";
import { draftQuestion } from "#core/questions/draft-question.ts";
import { editDraft } from "#core/questions/edit-draft.ts";
import { loadReceiptCard } from "#core/questions/load-receipt-card.ts";
import { loadTriageCard } from "#core/questions/load-triage-card.ts";
import { myQuestions } from "#core/questions/my-questions.ts";
import { sendQuestion } from "#core/questions/send-question.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { auditOf, codeOf, HOUR_MS, joinAs } from "../small-town.ts";
import { ASKED, openPractice } from "./asked.ts";

describeOnBoth("asking", ({ openNew }) => {
  test("a draft shows what would be removed, and nothing crosses before Send", async () => {
    const { core, town, heron, orders } = await openPractice(await openNew());
    const draft = await draftQuestion(core, { actor: heron, ...ASKED });
    expect(draft.preview.question.filter(({ removed }) => removed).map(({ text }) => text)).toEqual([
      "heron@example.org",
    ]);
    expect(draft.crossing.question).not.toContain("heron@example.org");
    expect(draft.number).toBe(1);
    expect(await orders()).toEqual([]);
    expect(await core.tx((tx) => loadTriageCard(tx, core, draft.questionId))).toBeUndefined();
    expect(await auditOf(town, draft.questionId)).toEqual(["question.drafted"]);
  });

  test("Send is the consent: the card, the receipt, the consent and the audit entry come together", async () => {
    const { core, town, clock, heron, ask, orders } = await openPractice(await openNew());
    const questionId = await ask();
    const sent = await sendQuestion(core, { actor: heron, questionId });
    expect(sent.promisedAt.getTime()).toBe(clock.now().getTime() + 72 * HOUR_MS);
    expect(await orders()).toEqual(["post triage south", "post receipt north"]);
    const card = await core.tx((tx) => loadTriageCard(tx, core, questionId));
    expect(card).toMatchObject({ status: "waiting", pseudonym: "Quiet Heron", urgent: false, edited: false });
    expect(card?.text?.question).toContain("My head hurts after work");
    expect(card?.text?.question).not.toContain("heron@example.org");
    expect(await core.tx((tx) => loadReceiptCard(tx, core, questionId))).toMatchObject({
      number: 1,
      promisedAt: sent.promisedAt,
    });
    const consents = await core.db.consent.findMany({ where: { questionId } });
    expect(consents.map(({ purpose, memberId }) => [purpose, memberId])).toEqual([
      ["bridge", heron.memberId],
    ]);
    expect(await auditOf(town, questionId)).toEqual(["question.drafted", "question.sent"]);
  });

  test("pressing Send twice at once crosses once", async () => {
    const { core, heron, ask, orders } = await openPractice(await openNew());
    const questionId = await ask();
    const codes = await Promise.all(
      [1, 2].map(() => codeOf(sendQuestion(core, { actor: heron, questionId }))),
    );
    expect(codes.sort()).toEqual(["ok", "wrong_status"]);
    expect(await orders()).toEqual(["post triage south", "post receipt north"]);
    expect(await core.db.consent.count({ where: { questionId } })).toBe(1);
  });

  test("without the consent of joining nothing crosses, and the draft is still there", async () => {
    const { core, heron, ask, row, orders } = await openPractice(await openNew());
    const questionId = await ask();
    await core.db.consent.updateMany({
      where: { memberId: heron.memberId, purpose: "joining" },
      data: { withdrawnAt: core.clock.now() },
    });
    expect(await codeOf(sendQuestion(core, { actor: heron, questionId }))).toBe("no_consent");
    expect((await row(questionId)).status).toBe("draft");
    expect(await orders()).toEqual([]);
  });

  test("a community whose bridge is off takes no question, and gives no number", async () => {
    const { core, town, heron, ask } = await openPractice(await openNew());
    const questionId = await ask();
    const { communityId: id } = town;
    await core.db.community.update({ where: { id }, data: { bridge: "off" } });
    expect(await codeOf(draftQuestion(core, { actor: heron, ...ASKED }))).toBe("bridge_off");
    expect(await codeOf(sendQuestion(core, { actor: heron, questionId }))).toBe("bridge_off");
    expect((await core.db.community.findUniqueOrThrow({ where: { id } })).nextQuestion).toBe(2);
  });

  test("an edited draft crosses as edited; a cancelled one never, and is forgotten", async () => {
    const { core, heron, ask, row } = await openPractice(await openNew());
    const questionId = await ask();
    await editDraft(core, { actor: heron, questionId, text: "My back hurts.", tried: "" });
    await sendQuestion(core, { actor: heron, questionId });
    const card = await core.tx((tx) => loadTriageCard(tx, core, questionId));
    expect(card?.text).toEqual({ question: "My back hurts.", tried: "" });
    expect(await codeOf(editDraft(core, { actor: heron, questionId, text: "x", tried: "" }))).toBe(
      "not_found",
    );

    const other = await ask();
    await cancelDraft(core, { actor: heron, questionId: other });
    expect(await codeOf(sendQuestion(core, { actor: heron, questionId: other }))).toBe("wrong_status");
    expect((await row(other)).status).toBe("cancelled");
    const [message] = await core.db.message.findMany({ where: { questionId: other } });
    expect([message?.originalSealed, message?.crossingSealed]).toEqual([null, null]);
    expect((await myQuestions(core, { actor: heron })).map(({ status }) => status)).toEqual([
      "cancelled",
      "waiting",
    ]);
  });

  test("empty, too long and somebody else's are refused", async () => {
    const { core, town, heron, ana, ask, row } = await openPractice(await openNew());
    const draft = (more: object) => codeOf(draftQuestion(core, { actor: heron, ...ASKED, ...more }));
    expect(await draft({ text: " \u200b\n" })).toBe("empty");
    expect(await draft({ text: "x".repeat(2000), tried: "x".repeat(600) })).toBe("ok");
    expect(await draft({ text: "x".repeat(2001) })).toBe("too_long");
    expect(await draft({ tried: "x".repeat(601) })).toBe("too_long");
    expect(await draft({ actor: ana })).toBe("not_allowed");
    const questionId = await ask();
    const stranger = await joinAs(town, "Calm Otter");
    expect(await codeOf(sendQuestion(core, { actor: stranger, questionId }))).not.toBe("ok");
    expect(await codeOf(cancelDraft(core, { actor: stranger, questionId }))).not.toBe("ok");
    expect((await row(questionId)).status).toBe("draft");
    expect(await myQuestions(core, { actor: stranger })).toEqual([]);
  });

  test("crisis text gets help at once, before Send, and may be sent all the same", async () => {
    const { core, heron, orders } = await openPractice(await openNew());
    const draft = await draftQuestion(core, {
      actor: heron,
      ...ASKED,
      text: "I want to kill myself tonight",
    });
    expect(draft.alert?.text).toContain("116 123");
    expect(await orders()).toEqual(["post crisis south", "post crisis-support north"]);
    await sendQuestion(core, { actor: heron, questionId: draft.questionId });
    const card = await core.tx((tx) => loadTriageCard(tx, core, draft.questionId));
    expect(card?.urgent).toBe(true);
  });
});
