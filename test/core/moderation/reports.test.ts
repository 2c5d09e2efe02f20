import { expect, test } from "vitest";
import type { Store } from "#core/foundation/store/open-store.ts";
import { findActor } from "#core/members/find-actor.ts";
import { loadCaseCard } from "#core/moderation/cases/load-case-card.ts";
import { showCase } from "#core/moderation/cases/show-case.ts";
import { reportMessage } from "#core/moderation/reports/report-message.ts";
import { resumeQuestion } from "#core/moderation/resume-question.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import { draftQuestion } from "#core/questions/draft-question.ts";
import { sendQuestion } from "#core/questions/send-question.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { addCommunity, attested, auditOf, codeOf, invite, joinAs, smallTown } from "../small-town.ts";

const ANSWER = {
  often: "A headache after long screen time is common.",
  can: "Rest your eyes and drink some water.",
  urgent: "It comes suddenly and is the worst you have had.",
  clinician: "What could bring these headaches on?",
};

/** A question that waits, its patient, a moderator and a provider with standing. */
async function setUp(store: Store) {
  const town = await smallTown(store);
  const { core } = town;
  const heron = await joinAs(town, "Quiet Heron");
  const { questionId, number } = await draftQuestion(core, {
    actor: heron,
    text: "My head hurts after work. What helps?",
    tried: "Rest",
    topic: "Medicines",
    forWhom: "self",
    ageBand: "30-44",
  });
  await sendQuestion(core, { actor: heron, questionId });
  const mo = await invite(town, "Mo Moderator", "moderator");
  const { proposalId } = await attested(town, "Ana Pharmacist");
  await approveProposal(core, { actor: await invite(town, "Ben Admin", "admin"), proposalId });
  const found = await findActor(core, { platform: "south", accountExternalId: "Ana Pharmacist" });
  if (found.actor === undefined) throw new Error("the provider was not registered");
  return { ...town, town, heron, mo, ana: found.actor, questionId, number };
}

describeOnBoth("a report", ({ openNew }) => {
  test("pauses the conversation and tells the moderators, until one of them resumes it", async () => {
    const { town, core, heron, mo, ana, questionId, number } = await setUp(await openNew());
    const before = await core.db.delivery.count();
    const { caseId } = await reportMessage(core, {
      actor: heron,
      questionId,
      reason: "Somebody wrote to me at me@example.org",
    });
    expect(await codeOf(claimQuestion(core, { actor: ana, questionId }))).toBe("paused");
    expect(await core.tx((tx) => loadCaseCard(tx, core, caseId))).toMatchObject({
      number: 1,
      about: "message",
      reports: 1,
      state: "open",
    });
    const kinds = await core.db.delivery.findMany({ orderBy: { id: "asc" }, skip: before });
    expect(kinds.map(({ op, kind, platform }) => `${op} ${kind} ${platform}`)).toEqual([
      "post case south",
      "edit triage south",
      "post notice north",
    ]);

    await resumeQuestion(core, { actor: mo, number });
    expect(await codeOf(claimQuestion(core, { actor: ana, questionId }))).toBe("ok");
    expect(await core.tx((tx) => loadCaseCard(tx, core, caseId))).toMatchObject({ state: "open" });
    expect(await auditOf(town, caseId)).toEqual(["report.filed"]);
    expect((await auditOf(town, questionId)).filter((verb) => /resume/.test(verb))).toEqual([
      "question.resumed",
    ]);
    expect(await codeOf(resumeQuestion(core, { actor: mo, number }))).toBe("not_found");
  });

  test("its reason is kept sealed and without contact data", async () => {
    const { core, heron, mo, questionId } = await setUp(await openNew());
    const { reportId, caseId } = await reportMessage(core, {
      actor: heron,
      questionId,
      reason: "They asked me to write to them at me@example.org",
    });
    const row = await core.db.report.findUniqueOrThrow({ where: { id: reportId } });
    expect(Buffer.from(row.reasonSealed ?? []).includes("asked me")).toBe(false);
    const { reports } = await showCase(core, { actor: mo, named: caseId });
    expect(reports[0]?.reason).toContain("They asked me");
    expect(reports[0]?.reason).not.toContain("me@example.org");
  });

  test("two reports of one question pause it once and are resolved together", async () => {
    const { core, heron, ana, mo, questionId, number } = await setUp(await openNew());
    await reportMessage(core, { actor: heron, questionId, reason: "first" });
    await reportMessage(core, { actor: ana, questionId, reason: "second" });
    expect(await core.db.delivery.count({ where: { kind: "notice" } })).toBe(1);
    await resumeQuestion(core, { actor: mo, number });
    expect(await core.db.report.count({ where: { state: "open" } })).toBe(0);
  });

  test("is not possible on what one may not see", async () => {
    const { town, core, clock, admin, heron, questionId } = await setUp(await openNew());
    const stranger = await joinAs(town, "Calm Otter");
    const other = await addCommunity(core, clock, { name: "Other", actor: admin });
    const attempt = (more: object) =>
      codeOf(reportMessage(core, { actor: heron, questionId, reason: "x", ...more }));
    expect(await attempt({ actor: stranger })).toBe("not_found");
    expect(await attempt({ actor: other.admin })).toBe("not_found");
    expect(await attempt({ messageId: "no-such" })).toBe("not_found");
    expect(await attempt({ reason: "x".repeat(501) })).toBe("too_long");
    const row = await core.db.question.findUniqueOrThrow({ where: { id: questionId } });
    expect(row.pausedAt).toBeNull();
  });

  test("is decided by neither a patient, another community, nor the one who wrote what was reported", async () => {
    const { core, clock, admin, heron, ana, mo, questionId, number } = await setUp(await openNew());
    await claimQuestion(core, { actor: ana, questionId });
    const { messageId } = await answerQuestion(core, { actor: ana, questionId, text: ANSWER });
    await reportMessage(core, { actor: heron, questionId, messageId, reason: "This is wrong" });
    const other = await addCommunity(core, clock, { name: "Other", actor: admin });
    const lead = { ...ana, roles: ["provider", "lead"] } as const;
    expect(await codeOf(resumeQuestion(core, { actor: heron, number }))).toBe("not_allowed");
    expect(await codeOf(resumeQuestion(core, { actor: other.admin, number }))).toBe("not_found");
    expect(await codeOf(resumeQuestion(core, { actor: lead, number }))).toBe("second_person");
    expect(await codeOf(resumeQuestion(core, { actor: mo, number }))).toBe("ok");
  });
});
