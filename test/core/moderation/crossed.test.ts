import { describe, expect, test } from "vitest";
import { foundInCrossing } from "#core/moderation/automatic/found-in-crossing.ts";
import { showCase } from "#core/moderation/cases/show-case.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import { draftEdit } from "#core/questions/draft-edit.ts";
import { draftQuestion } from "#core/questions/draft-question.ts";
import { draftReply } from "#core/questions/draft-reply.ts";
import { editAnswer } from "#core/questions/edit-answer.ts";
import { sendQuestion } from "#core/questions/send-question.ts";
import { sendReply } from "#core/questions/send-reply.ts";
import { packPolicies } from "#core/screening/policies/load-policies.ts";
import { previewFace } from "../../../src/bots/discord/cards/preview.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { joinAs } from "../small-town.ts";
import { ANSWER, asking, type Moderated, moderatedTown, standing } from "./moderated.ts";

const SELLS = "DM me, I sell oxy, cheap, 30 dollars a pill";
const ATTACKS = "You people are disgusting idiots and I hope you all rot";

const casesOf = ({ core }: Moderated) =>
  core.db.case.findMany({ orderBy: { number: "asc" }, include: { reports: true } });

async function askWith(town: Moderated, text: string) {
  const { core } = town;
  const actor = await joinAs(town, "Quiet Heron");
  const draft = await draftQuestion(core, {
    actor,
    text,
    tried: "Rest",
    topic: "Medicines",
    forWhom: "self",
    ageBand: "30-44",
  });
  return { actor, draft };
}

describeOnBoth("what screening finds in a text that crosses", ({ openNew }) => {
  test("its writer is told before they send it; sent, it is a case, and nothing is held back or paused", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo } = town;
    const { actor, draft } = await askWith(town, `My knee hurts. ${SELLS}`);
    expect(previewFace(draft).body).toContain("A moderator will look at it too.");
    expect(await casesOf(town)).toEqual([]);
    await sendQuestion(core, { actor, questionId: draft.questionId });
    expect(await casesOf(town)).toMatchObject([
      { subjectKind: "message", subjectMemberId: actor.memberId, reports: [{ reporterId: null }] },
    ]);
    const question = await core.db.question.findUniqueOrThrow({ where: { id: draft.questionId } });
    expect(question).toMatchObject({ status: "waiting", pausedAt: null });
    await town.drain();
    expect(town.cards(town.south, "triage")).toHaveLength(1);
    const shown = await showCase(core, { actor: mo, named: "1" });
    expect(shown.reports[0]?.reason).toMatch(/^Automatic: screening found something for sale/);
    expect(shown.evidence).toMatchObject([{ author: "Quiet Heron", what: "question", unchanged: true }]);
    const chosen = { action: "dismiss", reason: "They quote a message that they got." } as const;
    await decideCase(core, { actor: mo, named: "1", chosen });
    await town.drain();
    expect(town.cards(town.north, "report-outcome")).toEqual([]);
  });

  test("a clean text makes none, and says nothing of moderators", async () => {
    const town = await moderatedTown(await openNew());
    const { actor, draft } = await askWith(town, "My knee hurts at night. What helps?");
    expect(previewFace(draft).body).not.toContain("moderator");
    await sendQuestion(town.core, { actor, questionId: draft.questionId });
    expect(await casesOf(town)).toEqual([]);
  });

  test("replies, edits and answers are looked at too, each text being one case however often it is found", async () => {
    const town = await moderatedTown(await openNew());
    const { core } = town;
    const { actor: heron, questionId } = await asking(town);
    const ana = await standing(town);
    await claimQuestion(core, { actor: ana, questionId });
    const plain = { ...ANSWER, can: "Rest your eyes and drink some water." };
    const { messageId } = await answerQuestion(core, { actor: ana, questionId, text: plain });
    expect(await casesOf(town)).toEqual([]);
    const source = { platform: "north", channelId: "dm", messageId: "m-1" };
    const reply = await draftReply(core, { actor: heron, questionId, text: ATTACKS, sourceMessage: source });
    await sendReply(core, { actor: heron, messageId: reply.messageId });
    expect(await casesOf(town)).toMatchObject([{ subjectId: reply.messageId, severity: 1 }]);
    const edit = await draftEdit(core, { actor: heron, sourceMessage: source, text: `${ATTACKS}!` });
    await sendReply(core, { actor: heron, messageId: edit?.messageId ?? "" });
    expect(await casesOf(town)).toHaveLength(1);
    const text = { ...plain, can: `Rest. ${SELLS}` };
    await editAnswer(core, { actor: ana, messageId, text, overrideReason: "It is general." });
    expect(await casesOf(town)).toMatchObject([{}, { subjectId: messageId, subjectMemberId: ana.memberId }]);
    expect((await core.db.question.findUniqueOrThrow({ where: { id: questionId } })).pausedAt).toBeNull();
  });
});

describe("what is looked at", () => {
  const found = (text: string) => foundInCrossing(packPolicies(), text);

  test("is attacks and sales, not danger and who somebody says they are", () => {
    expect(found(SELLS)).toMatchObject({ kind: "sales", rule: "no-sales" });
    expect(found(ATTACKS)).toMatchObject({ kind: "harassment", rule: "kind" });
    expect(found("I am a nurse myself, so I know the words.")).toBeUndefined();
    expect(found("I want to end my life tonight.")).toBeUndefined();
  });
});
