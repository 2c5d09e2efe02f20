import { expect, test } from "vitest";
import { suspendCredential } from "#core/credentials/decision/suspend-credential.ts";
import { reportMessage } from "#core/moderation/reports/report-message.ts";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { askBack } from "#core/questions/ask-back.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import { declineQuestion } from "#core/questions/decline-question.ts";
import { lapseDue } from "#core/questions/lapse-due.ts";
import { loadTeamNoticeCard } from "#core/questions/load-team-notice-card.ts";
import { loadTriageCard } from "#core/questions/load-triage-card.ts";
import { needsInPerson } from "#core/questions/needs-in-person.ts";
import { queue } from "#core/questions/queue.ts";
import { releaseQuestion } from "#core/questions/release-question.ts";
import { sendToPatient } from "#core/questions/send-to-patient.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { addCommunity, auditOf, codeOf } from "../small-town.ts";
import { ANSWER, openPractice, questionAt } from "./asked.ts";

describeOnBoth("holding a question", ({ openNew }) => {
  test("of two providers racing, one holds it and the other learns who", async () => {
    const practice = await openPractice(await openNew());
    const { core, town, ana, ben, row, orders } = practice;
    const questionId = await questionAt(practice, "waiting");
    await orders();
    const codes = await Promise.all(
      [ana, ben].map((actor) => codeOf(claimQuestion(core, { actor, questionId }))),
    );
    expect(codes.toSorted()).toEqual(["already_claimed", "ok"]);
    const winner = codes[0] === "ok" ? ana : ben;
    const loser = winner === ana ? ben : ana;
    expect((await row(questionId)).holderId).toBe(winner.memberId);
    await expect(claimQuestion(core, { actor: loser, questionId })).rejects.toMatchObject({
      code: "already_claimed",
      details: { by: winner.pseudonym },
    });
    expect(await orders()).toEqual(["edit triage south"]);
    expect(await auditOf(town, questionId)).toEqual([
      "question.drafted",
      "question.sent",
      "question.claimed",
    ]);
  });

  test("claiming again renews the lease; a lease that ran out gives the question back and says so", async () => {
    const practice = await openPractice(await openNew());
    const { core, clock, ana, ben, row } = practice;
    const { claimLeaseMs } = core.config.timing;
    const questionId = await questionAt(practice, "claimed");
    clock.advance(claimLeaseMs - 1);
    const again = await claimQuestion(core, { actor: ana, questionId });
    expect(again.leaseEndsAt?.getTime()).toBe(clock.now().getTime() + claimLeaseMs);
    expect(await lapseDue(core)).toBe(0);
    clock.advance(claimLeaseMs);
    expect(await codeOf(answerQuestion(core, { actor: ana, questionId, text: ANSWER }))).toBe("not_holder");
    expect(await lapseDue(core)).toBe(1);
    expect(await lapseDue(core)).toBe(0);
    expect(await row(questionId)).toMatchObject({ status: "waiting", holderId: null, leaseEndsAt: null });
    const notice = await core.db.delivery.findFirstOrThrow({ where: { kind: "team-notice" } });
    expect(await core.tx((tx) => loadTeamNoticeCard(tx, core, notice.subjectId))).toMatchObject({
      notice: { about: "lease-lapsed", holder: "Ana Pharmacist" },
    });
    expect(await codeOf(claimQuestion(core, { actor: ben, questionId }))).toBe("ok");
  });

  test("standing lost between claim and answer: no word to the patient", async () => {
    const practice = await openPractice(await openNew());
    const { core, town, ana, credentialId, row, orders } = practice;
    const questionId = await questionAt(practice, "claimed");
    await suspendCredential(core, { actor: town.admin, credentialId, reason: "Asked to check again" });
    await orders();
    const acts = [
      () => answerQuestion(core, { actor: ana, questionId, text: ANSWER }),
      () => askBack(core, { actor: ana, questionId, text: "Since when?" }),
      () => sendToPatient(core, { actor: ana, questionId, text: "One thing more." }),
      () => needsInPerson(core, { actor: ana, questionId }),
      () => claimQuestion(core, { actor: ana, questionId }),
    ];
    for (const act of acts) expect(await codeOf(act())).toBe("no_standing");
    expect(await orders()).toEqual([]);
    expect(await core.db.message.count({ where: { questionId } })).toBe(1);
    expect((await row(questionId)).status).not.toBe("answered");
  });

  test("only its holder answers, asks back or gives it back", async () => {
    const practice = await openPractice(await openNew());
    const { core, ben, ana, row } = practice;
    const questionId = await questionAt(practice, "claimed");
    expect(await codeOf(answerQuestion(core, { actor: ben, questionId, text: ANSWER }))).toBe("not_holder");
    expect(await codeOf(askBack(core, { actor: ben, questionId, text: "Since when?" }))).toBe("not_holder");
    expect(await codeOf(releaseQuestion(core, { actor: ben, questionId }))).toBe("not_holder");
    await releaseQuestion(core, { actor: ana, questionId });
    expect(await row(questionId)).toMatchObject({ status: "waiting", holderId: null });
  });

  test("'I may know this person' gives it back, and says nothing to anybody", async () => {
    const practice = await openPractice(await openNew());
    const { core, ana, ben, row, orders } = practice;
    const questionId = await questionAt(practice, "claimed");
    await orders();
    await declineQuestion(core, { actor: ben, questionId });
    expect(await orders()).toEqual([]);
    expect((await row(questionId)).holderId).toBe(ana.memberId);
    await declineQuestion(core, { actor: ana, questionId });
    await declineQuestion(core, { actor: ana, questionId });
    expect(await codeOf(claimQuestion(core, { actor: ana, questionId }))).toBe("stepped_back");
    expect(await queue(core, { actor: ana })).toEqual([]);
    expect(await orders()).toEqual(["edit triage south"]);
    expect((await row(questionId)).status).toBe("waiting");
  });

  test("in-person care is told to the patient and ends the question", async () => {
    const practice = await openPractice(await openNew());
    const { core, ana, ben, row, orders } = practice;
    const questionId = await questionAt(practice, "claimed");
    await orders();
    expect(await codeOf(needsInPerson(core, { actor: ben, questionId }))).not.toBe("ok");
    await needsInPerson(core, { actor: ana, questionId });
    expect((await orders()).toSorted()).toEqual(["edit triage south", "post notice north"]);
    expect((await row(questionId)).status).toBe("closed");
    expect(await codeOf(needsInPerson(core, { actor: ana, questionId }))).toBe("wrong_status");
  });

  test("a paused conversation stands still, and keeps its place", async () => {
    const practice = await openPractice(await openNew());
    const { core, heron, ana, row } = practice;
    const questionId = await questionAt(practice, "claimed");
    await reportMessage(core, { actor: heron, questionId, reason: "Please look at this" });
    expect(await codeOf(answerQuestion(core, { actor: ana, questionId, text: ANSWER }))).toBe("paused");
    expect(await codeOf(askBack(core, { actor: ana, questionId, text: "Since when?" }))).toBe("paused");
    expect(await codeOf(claimQuestion(core, { actor: ana, questionId }))).toBe("paused");
    expect((await row(questionId)).status).toBe("claimed");
    const card = await core.tx((tx) => loadTriageCard(tx, core, questionId));
    expect(card?.paused).toBe(true);
  });

  test("is no business of another community or of the patient", async () => {
    const practice = await openPractice(await openNew());
    const { core, clock, town, heron, ana } = practice;
    const questionId = await questionAt(practice, "waiting");
    const other = await addCommunity(core, clock, { name: "Other", actor: town.admin });
    const stranger = { ...ana, communityId: other.communityId };
    expect(await codeOf(claimQuestion(core, { actor: stranger, questionId }))).toBe("not_found");
    expect(await codeOf(claimQuestion(core, { actor: heron, questionId }))).toBe("own_question");
    expect(await queue(core, { actor: stranger })).toEqual([]);
    expect((await queue(core, { actor: ana })).map(({ status }) => status)).toEqual(["waiting"]);
  });
});
