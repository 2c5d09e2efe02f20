import { expect, test } from "vitest";
import { setSecondLooks } from "#core/communities/set-second-looks.ts";
import { credentialCard } from "#core/credentials/credential-card.ts";
import { suspendCredential } from "#core/credentials/decision/suspend-credential.ts";
import { loadCard } from "#core/deliveries/load-card.ts";
import type { Store } from "#core/foundation/store/open-store.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { undoDecision } from "#core/moderation/decisions/undo-decision.ts";
import { reportMessage } from "#core/moderation/reports/report-message.ts";
import { declineQuestion } from "#core/questions/decline-question.ts";
import { editAnswer } from "#core/questions/edit-answer.ts";
import { inbox } from "#core/questions/inbox.ts";
import { type GiveOpinion, giveOpinion } from "#core/questions/second-opinion/give-opinion.ts";
import { readAnswer } from "#core/questions/second-opinion/read-answer.ts";
import { withdrawOpinion } from "#core/questions/second-opinion/withdraw-opinion.ts";
import { sendToPatient } from "#core/questions/send-to-patient.ts";
import { storedTexts } from "#core/questions/stored-texts.ts";
import { takeBack } from "#core/questions/take-back.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { addCommunity, auditOf, codeOf, invite } from "../small-town.ts";
import { ANSWER, openPractice, type Practice, provider, questionAt } from "./asked.ts";

const WORDS = "Short breaks away from the screen help many people as well.";
const DOSE = "You should take 400 mg of ibuprofen.";

/** An answer of Ana's, and Ben's opinions on it. */
async function answered(store: Store) {
  const practice = await openPractice(store);
  const { core, heron, ben } = practice;
  const questionId = await questionAt(practice, "answered");
  const { id: answerId } = await core.db.message.findFirstOrThrow({ where: { questionId, kind: "answer" } });
  await practice.orders();
  const by = (more: Partial<GiveOpinion> = {}): GiveOpinion => ({
    ...{ actor: ben, answerId, version: 1, stance: "agree" },
    ...more,
  });
  return {
    ...{ practice, core, questionId, answerId, by },
    give: (more: Partial<GiveOpinion> = {}) => giveOpinion(core, by(more)),
    refused: (more: Partial<GiveOpinion> = {}) => codeOf(giveOpinion(core, by(more))),
    shown: async () =>
      (await inbox(core, { actor: heron })).find(({ messageId }) => messageId === answerId)?.opinions ?? [],
  };
}

/** Further providers with standing. */
async function others({ town }: Practice, ...names: string[]) {
  const approver = await invite(town, "Third Admin", "admin");
  return Promise.all(names.map(async (name) => (await provider(town, approver, name)).actor));
}

describeOnBoth("a second opinion", ({ openNew }) => {
  test("to agree stands beside the answer with its own credential, and is on record without a word", async () => {
    const { practice, core, questionId, give, shown } = await answered(await openNew());
    const { messageId } = await give();
    const [opinion] = await shown();
    expect(opinion).toMatchObject({ stance: "agree", text: "", credential: { profession: "Pharmacist" } });
    expect(await practice.orders()).toEqual(["edit answer north", "post sent-copy south"]);
    expect((await auditOf(practice.town, questionId)).at(-1)).toBe("question.opinion-given");
    const card = await credentialCard(core, { credentialId: opinion?.credentialId ?? "", messageId });
    expect(card.provider).toBe("Ben Nurse");
    expect(card.written).toBeDefined();
  });

  test("with words is shown as written, and the team has a copy that says whose answer it is about", async () => {
    const { practice, core, answerId, give, shown } = await answered(await openNew());
    const { messageId } = await give({ stance: "differ", text: `  ${WORDS} ` });
    expect(await shown()).toMatchObject([{ stance: "differ", text: WORDS, hidden: false }]);
    // The patient hears of it, until it is withdrawn.
    const told = await core.db.delivery.findFirstOrThrow({ where: { kind: "notice" } });
    const notice = () => core.tx((tx) => loadCard(tx, core, told));
    expect(await notice()).toMatchObject({ about: { what: "seen-differently", answerId } });
    const copy = await core.db.delivery.findFirstOrThrow({ where: { subjectId: messageId, op: "post" } });
    expect(await core.tx((tx) => loadCard(tx, core, copy))).toMatchObject({
      ...{ kind: "sent-copy", author: "Ben Nurse", message: "differ", text: WORDS },
      opinionOn: { author: "Ana Pharmacist", changed: false },
    });
    const kept = await core.db.message.findUniqueOrThrow({ where: { id: messageId } });
    expect(Buffer.from(kept.crossingSealed ?? []).includes("screen")).toBe(false);
    await withdrawOpinion(core, { actor: practice.ben, messageId });
    expect(await notice()).toBeUndefined();
  });

  test("is not its author's, not of who stepped back, nor of who may not answer", async () => {
    const { practice, core, questionId, answerId, give, refused, shown } = await answered(await openNew());
    const { ana, ben, heron, clock } = practice;
    expect(await refused({ actor: ana })).toBe("own_opinion");
    expect(await refused({ actor: heron })).toBe("not_allowed");
    expect(await refused({ actor: { ...ben, roles: ["provider", "trainee"] } })).toBe("not_allowed");
    expect(await refused({ actor: { ...ben, silencedUntil: new Date(clock.now().getTime() + 1000) } })).toBe(
      "silenced",
    );
    expect(await refused({ answerId: "01900000-0000-7000-8000-000000000001" })).toBe("not_found");
    const reply = await sendToPatient(core, { actor: ana, questionId, text: "Good light helps too." });
    expect(await refused({ answerId: reply.messageId })).toBe("not_found");
    const elsewhere = await addCommunity(core, clock, { name: "Other", actor: practice.town.admin });
    expect(await refused({ actor: { ...ben, communityId: elsewhere.communityId } })).toBe("not_found");
    const { messageId } = await give();
    expect(await codeOf(withdrawOpinion(core, { actor: ana, messageId }))).toBe("not_your_opinion");
    expect(await codeOf(withdrawOpinion(core, { actor: ben, messageId: answerId }))).toBe("not_found");
    expect(await codeOf(withdrawOpinion(core, { actor: ben, messageId }))).toBe("ok");
    await declineQuestion(core, { actor: ben, questionId });
    expect(await refused()).toBe("stepped_back");
    expect(await shown()).toEqual([]);
  });

  test("needs a credential that stands when it is given", async () => {
    const { practice, core, by, refused, shown } = await answered(await openNew());
    const expiresAt = new Date(practice.clock.now().getTime() - 1);
    await core.db.credential.updateMany({ where: { memberId: practice.ben.memberId }, data: { expiresAt } });
    expect(await refused()).toBe("no_standing");
    expect(await codeOf(readAnswer(core, by({ stance: "add" })))).toBe("no_standing");
    expect(await shown()).toEqual([]);
  });

  test("is one for each version of an answer, whatever is pressed at once; withdrawn, another may be given", async () => {
    const { practice, core, by, give, refused, shown } = await answered(await openNew());
    const codes = await Promise.all([
      refused(),
      refused({ stance: "differ", text: WORDS }),
      refused({ stance: "add", text: WORDS }),
    ]);
    expect(codes.toSorted()).toEqual(["ok", "opinion_given", "opinion_given"]);
    expect(await codeOf(readAnswer(core, by({ stance: "add" })))).toBe("opinion_given");
    const [first] = await shown();
    const messageId = first?.messageId ?? "";
    await withdrawOpinion(core, { actor: practice.ben, messageId });
    expect(await shown()).toEqual([]);
    expect((await practice.orders()).slice(-2)).toEqual(["edit answer north", "remove sent-copy south"]);
    expect(await codeOf(withdrawOpinion(core, { actor: practice.ben, messageId }))).toBe("not_found");
    const { messageId: second } = await give({ stance: "add", text: WORDS });
    expect(await shown()).toMatchObject([{ stance: "add" }]);
    await withdrawOpinion(core, { actor: practice.ben, messageId: second });
    const { messageId: third } = await give();
    await withdrawOpinion(core, { actor: practice.ben, messageId: third });
    expect(await refused()).toBe("enough_opinions");
  });

  test("is about the words that were read: an edit takes it from beside the answer, and tells the team", async () => {
    const { practice, core, answerId, give, refused, shown } = await answered(await openNew());
    const { messageId } = await give();
    await practice.orders();
    await editAnswer(core, { actor: practice.ana, messageId: answerId, text: { ...ANSWER, can: "Rest." } });
    expect(await shown()).toEqual([]);
    const orders = await practice.orders();
    expect(orders.filter((order) => order === "edit sent-copy south")).toHaveLength(2);
    const copy = await core.db.delivery.findFirstOrThrow({ where: { subjectId: messageId, op: "edit" } });
    expect(await core.tx((tx) => loadCard(tx, core, copy))).toMatchObject({ opinionOn: { changed: true } });
    expect(await refused()).toBe("answer_edited");
    await give({ version: 2 });
    expect(await shown()).toMatchObject([{ stance: "agree" }]);
  });

  test("goes with the question when it is taken back, text and copies", async () => {
    const { practice, core, questionId, give, refused } = await answered(await openNew());
    const { messageId } = await give({ stance: "differ", text: WORDS });
    await takeBack(core, { actor: practice.heron, questionId });
    expect(await core.db.message.findUniqueOrThrow({ where: { id: messageId } })).toMatchObject({
      state: "removed",
      crossingSealed: null,
    });
    const removed = await core.db.delivery.findMany({ where: { op: "remove", subjectId: messageId } });
    expect(removed.map(({ kind }) => kind)).toEqual(["sent-copy"]);
    expect(await refused({ stance: "add", text: WORDS })).toBe("wrong_status");
    expect(await inbox(core, { actor: practice.heron })).toEqual([]);
  });

  test("never both stands and was taken back, whichever came first", async () => {
    const { practice, core, questionId, refused } = await answered(await openNew());
    const [code] = await Promise.all([
      refused({ stance: "add", text: WORDS }),
      takeBack(core, { actor: practice.heron, questionId }),
    ]);
    expect(["ok", "wrong_status"]).toContain(code);
    expect(await core.db.message.count({ where: { questionId, state: "sent" } })).toBe(0);
  });

  test("is checked like an answer: a reason for what the check names, and none outside of the licence", async () => {
    const { practice, core, give, refused, shown } = await answered(await openNew());
    expect(await refused({ stance: "add", text: "   " })).toBe("empty");
    expect(await refused({ stance: "add", text: "x".repeat(801) })).toBe("too_long");
    expect(await refused({ stance: "add", text: DOSE })).toBe("needs_reason");
    await core.db.member.update({ where: { id: practice.heron.memberId }, data: { country: "US" } });
    const anyway = { stance: "add", text: DOSE, overrideReason: "It is on the packet." } as const;
    expect(await refused(anyway)).toBe("general_only");
    await core.db.member.update({ where: { id: practice.heron.memberId }, data: { country: "GB" } });
    await give(anyway);
    expect(await shown()).toMatchObject([{ text: DOSE }]);
  });

  test("is reported and hidden like any message, and the conversation pauses", async () => {
    const { practice, core, questionId, give, refused, shown } = await answered(await openNew());
    const { heron, town, ben } = practice;
    const { messageId } = await give({ stance: "add", text: WORDS });
    const mo = await invite(town, "Mo", "moderator");
    await reportMessage(core, { actor: heron, questionId, messageId, reason: "Rude." });
    expect(await refused({ version: 2 })).toBe("paused");
    const { number } = await core.db.case.findFirstOrThrow();
    const hide = { action: "hide", rule: "1", reason: "Unkind." } as const;
    await decideCase(core, { actor: mo, named: String(number), chosen: hide });
    expect(await shown()).toMatchObject([{ hidden: true }]);
    expect(JSON.stringify(await shown())).not.toContain("Short breaks");
    const edits = await core.db.delivery.findMany({ where: { op: "edit", kind: "answer" } });
    expect(edits.map(({ subjectId }) => subjectId)).not.toContain(messageId);
    expect(edits.length).toBeGreaterThan(1);
    await undoDecision(core, { actor: mo, named: String(number) });
    expect(await shown()).toMatchObject([{ hidden: false, text: WORDS }]);
    await withdrawOpinion(core, { actor: ben, messageId });
    expect(await shown()).toEqual([]);
  });

  test("of somebody whose words would need a look is not given; to agree it is enough to be past the first answers", async () => {
    const { practice, core, questionId, refused } = await answered(await openNew());
    await setSecondLooks(core, { actor: practice.town.admin, secondLooks: 1 });
    expect(await refused()).toBe("opinion_needs_look");
    expect(await refused({ stance: "add", text: WORDS })).toBe("opinion_needs_look");
    const { id: messageId } = await core.db.message.findFirstOrThrow({ where: { questionId } });
    const { communityId } = practice.town;
    const look = { messageId, communityId, authorId: practice.ben.memberId, byId: practice.ana.memberId };
    await core.db.look.create({
      data: { id: core.newId(), ...look, outcome: "passed", createdAt: practice.clock.now() },
    });
    await core.db.message.updateMany({
      where: { questionId, kind: "question" },
      data: { verdict: "crisis" },
    });
    expect(await refused({ stance: "add", text: WORDS })).toBe("opinion_needs_look");
    expect(await refused()).toBe("ok");
  });

  test("of somebody who lost their standing before it was shown is not shown", async () => {
    const { practice, core, give, shown } = await answered(await openNew());
    await give({ stance: "add", text: WORDS });
    const { id: credentialId } = await core.db.credential.findFirstOrThrow({
      where: { memberId: practice.ben.memberId },
    });
    await suspendCredential(core, { actor: practice.town.admin, credentialId, reason: "under review" });
    expect(await shown()).toEqual([]);
  });

  test("stays where it was shown before, with the line of that day", async () => {
    const { practice, core, give, shown } = await answered(await openNew());
    await give();
    await core.db.delivery.updateMany({ data: { state: "done" } });
    const { id: credentialId } = await core.db.credential.findFirstOrThrow({
      where: { memberId: practice.ben.memberId },
    });
    await suspendCredential(core, { actor: practice.town.admin, credentialId, reason: "under review" });
    expect(await shown()).toHaveLength(1);
  });

  test("is one of five at the most, two of them with words", async () => {
    const { practice, give, refused } = await answered(await openNew());
    await give({ stance: "add", text: WORDS });
    const [cai, dee, ...more] = await others(practice, "Cai", "Dee", "Eli", "Fay", "Gus");
    if (cai === undefined || dee === undefined) throw new Error("nobody came");
    await give({ actor: cai, stance: "differ", text: WORDS });
    expect(await refused({ actor: dee, stance: "add", text: WORDS })).toBe("enough_opinions");
    const agreed = await Promise.all([dee, ...more].map((actor) => refused({ actor })));
    expect(agreed.toSorted()).toEqual(["enough_opinions", "ok", "ok", "ok"]);
  });

  test("is among the texts that changed policies are tried on, an agreement is not", async () => {
    const { core, practice, give } = await answered(await openNew());
    await give({ stance: "add", text: WORDS });
    const [cai] = await others(practice, "Cai");
    if (cai !== undefined) await give({ actor: cai });
    const asked = {
      communityId: practice.town.communityId,
      since: new Date(0),
      direction: "answer",
    } as const;
    const parts: string[] = [];
    for await (const { texts } of storedTexts(core, asked))
      for (const text of texts) if (text.message === "opinion") parts.push(...text.parts);
    expect(parts).toEqual([WORDS]);
  });
});
