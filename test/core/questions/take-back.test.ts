import { expect, test } from "vitest";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { draftReply } from "#core/questions/draft-reply.ts";
import { loadAnswerCard } from "#core/questions/load-answer-card.ts";
import { loadTakenBackCard } from "#core/questions/load-taken-back-card.ts";
import { loadTriageCard } from "#core/questions/load-triage-card.ts";
import { sendReply } from "#core/questions/send-reply.ts";
import { takeBack } from "#core/questions/take-back.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { auditOf, codeOf, joinAs } from "../small-town.ts";
import { ANSWER, openPractice, type Practice, questionAt, type Stage } from "./asked.ts";

/** What each stage has said to either side that must go; the card itself stays and loses its text. */
const REMOVED: Readonly<Record<Stage, readonly string[]>> = {
  waiting: [],
  claimed: [],
  expired: [],
  "asked-back": ["remove answer north", "remove sent-copy south"],
  answered: ["remove answer north", "remove sent-copy south"],
};
const STAGES = Object.keys(REMOVED) as readonly Stage[];

const SEALED = [
  "originalSealed",
  "crossingSealed",
  "pendingOriginalSealed",
  "pendingCrossingSealed",
] as const;

/** A copy as the delivery loop would have recorded it; its place is not read here. */
async function standing(
  { core, town }: Practice,
  copy: { kind: string; subjectId: string; platform: string; place: string; removed?: boolean },
): Promise<void> {
  const { removed = false, ...facts } = copy;
  const id = core.newId();
  const nowhere = new Uint8Array([0]);
  await core.db.copy.create({
    data: {
      id,
      communityId: town.communityId,
      ...facts,
      targetKind: "thread",
      targetId: id,
      part: 0,
      channelSealed: nowhere,
      messageSealed: nowhere,
      messageKey: id,
      postedAtMs: 1n,
      removedAtMs: removed ? 2n : null,
    },
  });
}

describeOnBoth("taking back", ({ openNew }) => {
  for (const stage of STAGES)
    test(`while ${stage}: both copies go, and what was written is forgotten`, async () => {
      const practice = await openPractice(await openNew());
      const { core, town, heron, ana, row, orders } = practice;
      const questionId = await questionAt(practice, stage);
      await orders();
      await takeBack(core, { actor: heron, questionId });
      expect((await orders()).toSorted()).toEqual(
        [...REMOVED[stage], "edit triage south", "post taken-back north"].toSorted(),
      );
      expect(await row(questionId)).toMatchObject({ status: "taken-back", holderId: null });
      const messages = await core.db.message.findMany({ where: { questionId } });
      for (const message of messages)
        expect([message.state, ...SEALED.map((column) => message[column])]).toEqual([
          "removed",
          ...SEALED.map(() => null),
        ]);
      const card = await core.tx((tx) => loadTriageCard(tx, core, questionId));
      expect(card).toMatchObject({ status: "taken-back", text: undefined });
      expect(await core.db.consent.count({ where: { questionId, withdrawnAt: null } })).toBe(0);
      expect((await auditOf(town, questionId)).at(-1)).toBe("question.taken-back");
      expect(await codeOf(takeBack(core, { actor: heron, questionId }))).toBe("nothing_to_take_back");
      expect(await codeOf(answerQuestion(core, { actor: ana, questionId, text: ANSWER }))).not.toBe("ok");
    });

  test("an answer written at the same moment is either removed too or refused", async () => {
    const practice = await openPractice(await openNew());
    const { core, heron, ana, row, orders } = practice;
    const questionId = await questionAt(practice, "claimed");
    await orders();
    const [taken, answered] = await Promise.all([
      codeOf(takeBack(core, { actor: heron, questionId })),
      codeOf(answerQuestion(core, { actor: ana, questionId, text: ANSWER })),
    ]);
    expect(taken).toBe("ok");
    expect((await row(questionId)).status).toBe("taken-back");
    const said = await orders();
    const count = (order: string) => said.filter((one) => one === order).length;
    expect(count("post answer north")).toBe(answered === "ok" ? 1 : 0);
    expect(count("remove answer north")).toBe(count("post answer north"));
    expect(count("remove sent-copy south")).toBe(count("post sent-copy south"));
    for (const { id } of await core.db.message.findMany({ where: { questionId } }))
      expect(await core.tx((tx) => loadAnswerCard(tx, core, id))).toBeUndefined();
  });

  test("the conversation's replies go too, sent or not, and nothing can be added", async () => {
    const practice = await openPractice(await openNew());
    const { core, heron, orders } = practice;
    const questionId = await questionAt(practice, "answered");
    const sent = await draftReply(core, { actor: heron, questionId, text: "Thanks" });
    await sendReply(core, { actor: heron, messageId: sent.messageId });
    const { messageId } = await draftReply(core, { actor: heron, questionId, text: "And one more" });
    await orders();
    await takeBack(core, { actor: heron, questionId });
    expect(await orders()).toContain("remove follow-up south");
    expect(await codeOf(sendReply(core, { actor: heron, messageId }))).not.toBe("ok");
    expect(await codeOf(draftReply(core, { actor: heron, questionId, text: "Hello?" }))).toBe("wrong_status");
  });

  test("is the patient's own, and a draft has nothing to take back", async () => {
    const practice = await openPractice(await openNew());
    const { core, town, heron, ana, ask } = practice;
    const questionId = await questionAt(practice, "waiting");
    const stranger = await joinAs(town, "Calm Otter");
    expect(await codeOf(takeBack(core, { actor: stranger, questionId }))).toBe("not_found");
    expect(await codeOf(takeBack(core, { actor: ana, questionId }))).toBe("not_found");
    const draft = await ask();
    expect(await codeOf(takeBack(core, { actor: heron, questionId: draft }))).toBe("nothing_to_take_back");
  });

  test("the receipt counts what is gone, what waits and what could not be removed", async () => {
    const practice = await openPractice(await openNew());
    const { core, heron } = practice;
    const questionId = await questionAt(practice, "answered");
    const receipt = () => core.tx((tx) => loadTakenBackCard(tx, core, questionId));
    expect(await receipt()).toBeUndefined();
    const answer = await core.db.message.findFirstOrThrow({ where: { questionId, kind: "answer" } });
    await standing(practice, { kind: "triage", subjectId: questionId, platform: "south", place: "channel" });
    await standing(practice, { kind: "answer", subjectId: answer.id, platform: "north", place: "dm" });
    await standing(practice, { kind: "sent-copy", subjectId: answer.id, platform: "south", place: "thread" });
    await takeBack(core, { actor: heron, questionId });
    const waiting = { state: "waiting", count: 1 } as const;
    expect((await receipt())?.removed).toHaveLength(3);
    expect((await receipt())?.removed).toEqual(
      expect.arrayContaining([
        { platform: "south", place: "channel", ...waiting },
        { platform: "south", place: "thread", ...waiting },
        { platform: "north", place: "dm", ...waiting },
      ]),
    );
    await core.db.delivery.updateMany({ where: { kind: "triage", op: "edit" }, data: { state: "done" } });
    await core.db.delivery.updateMany({
      where: { kind: "sent-copy", op: "remove" },
      data: { state: "dead" },
    });
    await core.db.copy.updateMany({ where: { kind: "answer" }, data: { removedAtMs: 5n } });
    expect((await receipt())?.removed).toEqual(
      expect.arrayContaining([
        { platform: "south", place: "channel", state: "removed", count: 1 },
        { platform: "south", place: "thread", state: "failed", count: 1 },
        { platform: "north", place: "dm", state: "removed", count: 1 },
      ]),
    );
  });
});
