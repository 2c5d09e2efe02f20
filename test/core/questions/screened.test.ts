import { expect, test } from "vitest";
import { previewFace } from "#bots/discord/cards/preview.ts";
import { triageFace } from "#bots/slack/cards/triage.ts";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import { draftQuestion } from "#core/questions/draft-question.ts";
import { draftReply } from "#core/questions/draft-reply.ts";
import { loadTriageCard } from "#core/questions/load-triage-card.ts";
import { sendQuestion } from "#core/questions/send-question.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { ANSWER, ASKED, openPractice } from "./asked.ts";

describeOnBoth("what was screened", ({ openNew }) => {
  test("the same person has the same placeholder later in the conversation", async () => {
    const { core, heron, ana } = await openPractice(await openNew());
    const { questionId, crossing } = await draftQuestion(core, {
      actor: heron,
      ...ASKED,
      text: "Dr. Okafor says rest, Dr. Llewellyn says walk. Who is right?",
    });
    expect(crossing.question).toBe("[name] says rest, [name 2] says walk. Who is right?");
    await sendQuestion(core, { actor: heron, questionId });
    await claimQuestion(core, { actor: ana, questionId });
    await answerQuestion(core, { actor: ana, questionId, text: ANSWER });
    const reply = await draftReply(core, {
      actor: heron,
      questionId,
      text: "Dr. Llewellyn called again, and so did Dr. Marchetti",
    });
    expect(reply.crossing.question).toBe("[name 2] called again, and so did [name 3]");
  });

  test("the detail of a method crosses nowhere, its writer is told why, and nothing is blocked", async () => {
    const { core, heron } = await openPractice(await openNew());
    const draft = await draftQuestion(core, {
      actor: heron,
      ...ASKED,
      text: "I feel so low. He showed me how to tie a noose. What helps at night?",
      tried: "Reading about sodium nitrite",
    });
    const hidden = "[hidden, it could hurt others]";
    expect(draft.crossing).toEqual({
      question: `I feel so low. He showed me how to ${hidden}. What helps at night?`,
      tried: `Reading about ${hidden}`,
    });
    const { body, buttons } = previewFace(draft);
    expect(body).toContain(
      "We hid two lines that could hurt others. The rest of your post stands. You are still welcome here.",
    );
    expect(body).toContain("~~tie a noose~~");
    expect(body).toContain("Nothing else was removed.");
    expect(buttons.map(({ label }) => label)).toContain("Send this card");
    await sendQuestion(core, { actor: heron, questionId: draft.questionId });
    const card = await core.tx((tx) => loadTriageCard(tx, core, draft.questionId));
    expect(card?.text?.question).toContain(hidden);
    expect(JSON.stringify(card && triageFace(card))).not.toMatch(/noose|nitrite/);
  });

  test("a text in another language is marked for its writer and for the team", async () => {
    const { core, heron } = await openPractice(await openNew());
    const draft = await draftQuestion(core, {
      actor: heron,
      ...ASKED,
      text: "Seit drei Wochen habe ich starke Kopfschmerzen nach der Arbeit, was kann ich tun?",
      tried: "",
    });
    expect(draft).toMatchObject({ verdict: "hold", fullyScreened: false });
    expect(previewFace(draft).body).toContain("We could not check all of it");
    await sendQuestion(core, { actor: heron, questionId: draft.questionId });
    const card = await core.tx((tx) => loadTriageCard(tx, core, draft.questionId));
    expect(card?.fullyScreened).toBe(false);
    expect(card === undefined ? "" : JSON.stringify(triageFace(card))).toContain("Not fully screened");
    const english = await draftQuestion(core, { actor: heron, ...ASKED });
    expect(english.fullyScreened).toBe(true);
    expect(previewFace(english).body).not.toContain("We could not check");
  });
});
