import { expect, test } from "vitest";
import { attestCredential } from "#core/credentials/decision/attest-credential.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import { editAnswer } from "#core/questions/edit-answer.ts";
import { loadAnswerCard } from "#core/questions/load-answer-card.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { codeOf, EVIDENCE, invite } from "../small-town.ts";
import { ANSWER, openPractice, type Practice } from "./asked.ts";

const RISKY = { ...ANSWER, can: "You should take 400 mg of ibuprofen." };

/** A question that Ana, a pharmacist in GB, holds. */
async function held(
  practice: Practice,
  change: { topic?: string; country?: string | null },
): Promise<string> {
  const { core, ana, heron } = practice;
  const questionId = await practice.send();
  const { topic, country } = change;
  if (topic !== undefined) await core.db.question.update({ where: { id: questionId }, data: { topic } });
  if (country !== undefined)
    await core.db.member.update({ where: { id: heron.memberId }, data: { country } });
  await claimQuestion(core, { actor: ana, questionId });
  return questionId;
}

describeOnBoth("outside of the licence", ({ openNew }) => {
  test.each([
    ["the country", { country: "US" }, "elsewhere"],
    ["where nobody knows the country", { country: null }, "country-not-said"],
    ["the profession", { topic: "Mental health" }, "other-field"],
  ] as const)(
    "by %s, no reason lets a personal word through, and the patient reads why it is general",
    async (_, change, general) => {
      const practice = await openPractice(await openNew());
      const { core, ana } = practice;
      const questionId = await held(practice, change);
      const again = await claimQuestion(core, { actor: ana, questionId });
      expect(again.general).toBe(general);
      const overrideReason = "It is on the packet.";
      const risky = answerQuestion(core, { actor: ana, questionId, text: RISKY, overrideReason });
      expect(await codeOf(risky)).toBe("general_only");
      const { messageId } = await answerQuestion(core, { actor: ana, questionId, text: ANSWER });
      expect((await core.tx((tx) => loadAnswerCard(tx, core, messageId)))?.credential.general).toBe(general);
      const edit = editAnswer(core, { actor: ana, messageId, text: RISKY, overrideReason });
      expect(await codeOf(edit)).toBe("general_only");
    },
  );

  test("within it a reason is enough, and the line says nothing more", async () => {
    const practice = await openPractice(await openNew());
    const { core, ana } = practice;
    const questionId = await held(practice, {});
    const act = { actor: ana, questionId, text: RISKY };
    expect(await codeOf(answerQuestion(core, act))).toBe("needs_reason");
    const { messageId } = await answerQuestion(core, { ...act, overrideReason: "It is on the packet." });
    const card = await core.tx((tx) => loadAnswerCard(tx, core, messageId));
    expect(card?.credential).not.toHaveProperty("general");
  });

  test("the credential that covers the question is the one that is shown", async () => {
    const practice = await openPractice(await openNew());
    const { core, ana, town } = practice;
    const { proposalId } = await attestCredential(core, {
      actor: town.admin,
      member: ana.memberId,
      ...EVIDENCE,
      jurisdiction: "Washington",
      licence: "PH1",
    });
    await approveProposal(core, { actor: await invite(town, "Third Admin", "admin"), proposalId });
    const shown = async (country: string) => {
      const questionId = await held(practice, { country });
      const { messageId } = await answerQuestion(core, { actor: ana, questionId, text: ANSWER });
      return (await core.tx((tx) => loadAnswerCard(tx, core, messageId)))?.credential.jurisdiction;
    };
    expect(await shown("US")).toBe("Washington");
    expect(await shown("GB")).toBe("United Kingdom");
  });
});
