import { expect, test } from "vitest";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import { draftQuestion } from "#core/questions/draft-question.ts";
import { ownThanks } from "#core/questions/own-thanks.ts";
import { rate } from "#core/questions/rate.ts";
import { sendQuestion } from "#core/questions/send-question.ts";
import { sendToPatient } from "#core/questions/send-to-patient.ts";
import { takeBack } from "#core/questions/take-back.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { auditOf, codeOf, HOUR_MS, joinAs } from "../small-town.ts";
import { ANSWER, ASKED, openPractice, questionAt } from "./asked.ts";

describeOnBoth("thanks", ({ openNew }) => {
  test("count people, not presses, for whoever answered, with the topic and the day and nobody's name", async () => {
    const practice = await openPractice(await openNew());
    const { core, clock, heron, ana, ben, town } = practice;
    expect(await ownThanks(core, { actor: ana })).toEqual({ people: 0, latest: [] });
    for (let times = 0; times < 2; times += 1)
      await rate(core, { actor: heron, questionId: await questionAt(practice, "answered"), helped: true });
    clock.advance(1000);
    const wren = await joinAs(town, "Small Wren");
    const { questionId } = await draftQuestion(core, { actor: wren, ...ASKED, topic: "Symptoms" });
    await sendQuestion(core, { actor: wren, questionId });
    await claimQuestion(core, { actor: ana, questionId });
    await answerQuestion(core, { actor: ana, questionId, text: ANSWER });
    await rate(core, { actor: wren, questionId, helped: true });
    const thanks = await ownThanks(core, { actor: ana });
    expect(thanks.people).toBe(2);
    expect(thanks.latest.map(({ topic }) => topic)).toEqual(["Symptoms", "Medicines", "Medicines"]);
    expect(JSON.stringify(thanks)).not.toMatch(/Heron|Wren/);
    expect((await ownThanks(core, { actor: ben })).people).toBe(0);
    await takeBack(core, { actor: wren, questionId });
    expect((await ownThanks(core, { actor: ana })).people).toBe(1);
    expect(await codeOf(ownThanks(core, { actor: heron }))).toBe("not_allowed");
    clock.advance(31 * 24 * HOUR_MS);
    expect((await ownThanks(core, { actor: ana })).people).toBe(0);
  });

  test("are given once for what was said until then, however often and at once Helped is pressed", async () => {
    const practice = await openPractice(await openNew());
    const { core, clock, heron, ana, town } = practice;
    const questionId = await questionAt(practice, "answered");
    await practice.orders();
    const press = () => codeOf(rate(core, { actor: heron, questionId, helped: true }));
    expect(await Promise.all([press(), press(), press()])).toEqual(["ok", "ok", "ok"]);
    const helped = async () => (await auditOf(town, questionId)).filter((verb) => verb === "question.helped");
    expect(await helped()).toHaveLength(1);
    expect(await practice.orders()).toEqual(["post team-notice south", "edit triage south"]);
    clock.advance(1000);
    await sendToPatient(core, { actor: ana, questionId, text: "Good light helps many people too." });
    await press();
    expect(await helped()).toHaveLength(2);
  });

  test("are not for an answer that came later, and Still unclear waits for the next answer before it works again", async () => {
    const practice = await openPractice(await openNew());
    const { core, clock, heron, ben } = practice;
    const questionId = await questionAt(practice, "answered");
    await rate(core, { actor: heron, questionId, helped: true });
    const unclear = () => codeOf(rate(core, { actor: heron, questionId, helped: false }));
    expect(await Promise.all([unclear(), unclear()])).toContain("ok");
    expect(await unclear()).toBe("wrong_status");
    clock.advance(1000);
    await claimQuestion(core, { actor: ben, questionId });
    await answerQuestion(core, { actor: ben, questionId, text: ANSWER });
    expect((await ownThanks(core, { actor: ben })).people).toBe(0);
    expect(await unclear()).toBe("ok");
  });
});
