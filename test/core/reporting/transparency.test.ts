import { expect, test } from "vitest";
import type { Actor } from "#core/access.ts";
import { decideAppeal } from "#core/moderation/appeals/decide-appeal.ts";
import { fileAppeal } from "#core/moderation/appeals/file-appeal.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { endDecisionsDue } from "#core/moderation/decisions/end-due.ts";
import { undoDecision } from "#core/moderation/decisions/undo-decision.ts";
import { escalateDue } from "#core/moderation/escalate-due.ts";
import { hearDanger } from "#core/moderation/hear-danger.ts";
import { reportMember } from "#core/moderation/reports/report-member.ts";
import { takeAlert } from "#core/moderation/take-alert.ts";
import { worryAbout } from "#core/moderation/worry-about.ts";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import { expireDue } from "#core/questions/expire-due.ts";
import { needsInPerson } from "#core/questions/needs-in-person.ts";
import { takeBack } from "#core/questions/take-back.ts";
import { monthNamed } from "#core/reporting/month.ts";
import { readChecks } from "#core/reporting/read-checks.ts";
import { readCrisis } from "#core/reporting/read-crisis.ts";
import { readModeration } from "#core/reporting/read-moderation.ts";
import { readQuestions } from "#core/reporting/read-questions.ts";
import { transparencyReport } from "#core/reporting/transparency-report.ts";
import { describeOnBoth } from "../../support/databases.ts";
import {
  ANSWER,
  answered,
  asking,
  type Moderated,
  moderatedTown,
  standing,
} from "../moderation/moderated.ts";
import { addCommunity, codeOf, HOUR_MS, joinAs } from "../small-town.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * HOUR_MS;

/** The town's clock begins on 4 March 2031. */
const MARCH = monthNamed("2031-03");
const APRIL = monthNamed("2031-04");
if (MARCH === undefined || APRIL === undefined) throw new Error("no such month");

const moveTo = ({ clock }: Moderated, day: string) => {
  const ahead = new Date(day).getTime() - clock.now().getTime();
  if (ahead < 0) throw new Error("that day is over");
  clock.advance(ahead);
};

const counted = (town: Moderated, month = MARCH) =>
  town.core.tx(async (tx) => {
    const asked = { communityId: town.communityId, month, rules: town.core.rules() };
    return {
      moderation: await readModeration(tx, asked),
      questions: await readQuestions(tx, asked),
      crisis: await readCrisis(tx, asked),
      checks: await readChecks(tx, asked),
    };
  });

/** A report about somebody who joined, and the case of it. */
async function reported(town: Moderated, name: string, by: Actor = town.kit) {
  const actor = await joinAs(town, name);
  const person = { platform: "north", spaceId: "Sunny Side/patients", accountId: name };
  const { caseId } = await reportMember(town.core, { actor: by, person, reason: "Rude" });
  return { actor, caseId };
}

const chosen = {
  dismiss: { action: "dismiss", reason: "Nothing." },
  warn: { action: "warn", rule: "1", reason: "Be kind." },
  pause: { action: "time-out", rule: "3", reason: "Sales.", forMs: DAY_MS },
  ban: { action: "ban", rule: "7", reason: "Leave them alone." },
} as const;

describeOnBoth("the figures of a month", ({ openNew }) => {
  test("are its reports, cases, decisions by act and rule, and who decided; those of other months stay out", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo, ben, clock } = town;
    const people = [];
    for (const name of ["Otter", "Finch", "Raven", "Heron", "Plover"])
      people.push(await reported(town, name));
    const [otter, finch, raven, heron] = people;
    clock.advance(3 * HOUR_MS);
    const decide = (actor: Actor, one: { caseId: string } | undefined, how: keyof typeof chosen) =>
      decideCase(core, { actor, named: one?.caseId ?? "", chosen: chosen[how] });
    await decide(mo, otter, "dismiss");
    await decide(mo, finch, "warn");
    await decide(ben, raven, "pause");
    await decide(mo, heron, "ban");
    await undoDecision(core, { actor: mo, named: finch?.caseId ?? "" });
    clock.advance(25 * HOUR_MS);
    await endDecisionsDue(core);
    moveTo(town, "2031-04-02T00:00:00Z");
    await decide(mo, people[4], "warn");
    await reported(town, "Wren", mo);
    const march = (await counted(town)).moderation;
    expect(march.counts).toEqual({
      reports: 5,
      "reports.members": 5,
      "reports.person": 5,
      "cases.opened": 5,
      "cases.opened.decided": 4,
      "cases.opened.waiting": 1,
      "cases.decided": 4,
      "cases.dismissed": 1,
      "cases.acted": 3,
      "action.warn": 1,
      "action.time-out": 1,
      "action.ban": 1,
      "rule.kind": 1,
      "rule.no-sales": 1,
      "rule.no-harassment": 1,
      moderators: 2,
      "decisions.lapsed": 1,
      "decisions.undone": 1,
      "appeals.filed": 0,
    });
    expect(march.durations).toEqual({ decision: Array(4).fill(3 * HOUR_MS), appeal: [] });
    const april = (await counted(town, APRIL)).moderation;
    expect(april.counts).toMatchObject({
      reports: 1,
      "cases.decided": 1,
      "cases.earlier.decided": 1,
      "cases.opened.waiting": 1,
      "decisions.lapsed": 0,
      "decisions.undone": 0,
    });
  });

  test("are its appeals, filed and decided, and a decision undone by one is not counted as taken back", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo, ben, clock } = town;
    const appealed = [];
    for (const name of ["Otter", "Finch"]) {
      const { actor, caseId } = await reported(town, name);
      const { decisionId } = await decideCase(core, { actor: mo, named: caseId, chosen: chosen.pause });
      clock.advance(HOUR_MS);
      appealed.push((await fileAppeal(core, { actor, decisionId, text: "Please look." })).appealId);
    }
    const [otter = "", finch = ""] = appealed;
    const reason = "Somebody else looked.";
    clock.advance(5 * HOUR_MS);
    await decideAppeal(core, { actor: ben, named: otter, outcome: "overturned", reason });
    moveTo(town, "2031-04-02T00:00:00Z");
    await decideAppeal(core, { actor: ben, named: finch, outcome: "upheld", reason });
    const march = (await counted(town)).moderation;
    expect(march.counts).toMatchObject({
      "appeals.filed": 2,
      "appeals.decided": 1,
      "appeals.overturned": 1,
      "decisions.undone": 0,
    });
    expect(march.counts).not.toHaveProperty("appeals.upheld");
    expect(march.durations.appeal).toEqual([6 * HOUR_MS]);
    const april = (await counted(town, APRIL)).moderation.counts;
    expect(april).toMatchObject({ "appeals.filed": 0, "appeals.decided": 1, "appeals.upheld": 1 });
  });

  test("are what came of its questions, each by what came first, and the wait for first answers", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock } = town;
    const ana = await standing(town);
    const [soon, seen, back, later] = [
      await asking(town, "Quiet Otter"),
      await asking(town, "Quiet Finch"),
      await asking(town, "Quiet Raven"),
      await asking(town, "Quiet Heron"),
      await asking(town, "Quiet Plover"),
    ];
    const answer = async ({ questionId }: { questionId: string }) => {
      await claimQuestion(core, { actor: ana, questionId });
      await answerQuestion(core, { actor: ana, questionId, text: ANSWER, overrideReason: "No product." });
    };
    clock.advance(2 * HOUR_MS);
    await answer(soon);
    await takeBack(core, { actor: soon.actor, questionId: soon.questionId });
    await needsInPerson(core, { actor: ana, questionId: seen.questionId });
    await takeBack(core, { actor: back.actor, questionId: back.questionId });
    clock.advance(30 * HOUR_MS);
    await answer(later);
    // The timer that tells an honest end comes a moment after the promised hour.
    clock.advance(40 * HOUR_MS + MINUTE_MS);
    await expireDue(core);
    moveTo(town, "2031-03-30T00:00:00Z");
    const open = await asking(town, "Quiet Wren");
    moveTo(town, "2031-04-10T00:00:00Z");
    await answer(open);
    const { questions, checks } = await counted(town);
    expect(questions.counts).toEqual({
      questions: 5,
      "questions.day": 2,
      "questions.day.answered": 1,
      "questions.day.told": 1,
      "questions.promise": 2,
      "questions.promise.answered": 1,
      "questions.promise.told": 1,
      "questions.taken-back": 1,
      "answers.first": 2,
    });
    expect([...questions.durations].sort((a, b) => a - b)).toEqual([2 * HOUR_MS, 32 * HOUR_MS]);
    expect(checks).toMatchObject({ claims: 1, "claims.approved": 1, "taken-back": 2 });
    // Asked within 72 hours of the end of March, it is April's, and nothing came of it in time.
    expect((await counted(town, APRIL)).questions.counts).toMatchObject({
      questions: 1,
      "questions.late": 1,
    });
  });

  test("are its alerts by why and by how soon somebody came, and never who", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, mo } = town;
    const danger = async (name: string) => {
      const actor = await joinAs(town, name);
      const alert = await hearDanger(core, { actor, text: "I want to end my life tonight" });
      return alert?.alertId ?? "";
    };
    const [first, second] = [await danger("Otter"), await danger("Finch")];
    await danger("Raven");
    const worried = await joinAs(town, "Heron");
    await joinAs(town, "Plover");
    const person = { platform: "north", spaceId: "Sunny Side/patients", accountId: "Plover" };
    await worryAbout(core, { actor: worried, person, why: "" });
    clock.advance(4 * MINUTE_MS);
    await takeAlert(core, { actor: mo, alertId: first });
    clock.advance(6 * MINUTE_MS);
    await escalateDue(core);
    clock.advance(HOUR_MS);
    await takeAlert(core, { actor: mo, alertId: second });
    moveTo(town, "2031-03-31T12:00:00Z");
    await danger("Wren");
    moveTo(town, "2031-05-01T00:00:00Z");
    const { crisis } = await counted(town);
    expect(crisis.counts).toEqual({
      alerts: 4,
      "alerts.wrote": 3,
      "alerts.worry": 1,
      "alerts.taken": 2,
      "alerts.taken.soon": 1,
      "alerts.taken.later": 1,
      "alerts.nobody": 2,
      "alerts.told-again": 3,
      worries: 1,
    });
    expect([...crisis.durations].sort((a, b) => a - b)).toEqual([4 * MINUTE_MS, 70 * MINUTE_MS]);
    // Its first day ended in April.
    expect((await counted(town, APRIL)).crisis.counts).toMatchObject({ alerts: 1, "alerts.nobody": 1 });
  });
});

describeOnBoth("the report of a month", ({ openNew }) => {
  test("hides what is small, is the same later, changes nothing, and is of one community", async () => {
    const town = await moderatedTown(await openNew());
    const { core, admin, clock } = town;
    await answered(town);
    for (const name of ["A1", "A2", "A3", "A4", "A5", "A6"]) await reported(town, `Loud ${name}`);
    moveTo(town, "2031-04-01T00:00:00Z");
    const ask = (actor: Actor) => transparencyReport(core, { actor, month: MARCH });
    const before = await core.db.auditEntry.count();
    const report = await ask(admin);
    expect(report).toMatchObject({ community: "Sunny Side", month: { id: "2031-03" } });
    expect(report.counts).toMatchObject({
      reports: 6,
      "reports.members": 6,
      "reports.screening": 0,
      "cases.opened": 6,
      "cases.opened.waiting": 6,
      "cases.decided": 0,
      "answers.first": "hidden",
      claims: "hidden",
    });
    expect(JSON.stringify(report)).not.toMatch(/Loud|Heron|Ana|Kit/);
    expect(await core.db.auditEntry.count()).toBe(before);
    const other = await addCommunity(core, clock, { name: "Other", actor: admin });
    const theirs = await ask(other.admin);
    expect(theirs.community).toBe("Other");
    expect(new Set(Object.values(theirs.counts))).toEqual(new Set([0]));
    clock.advance(60 * DAY_MS);
    await endDecisionsDue(core);
    await expireDue(core);
    expect(await ask(admin)).toEqual(report);
  });

  test("is there once the month is over, for those who may", async () => {
    const town = await moderatedTown(await openNew());
    const { core, admin, mo } = town;
    const ask = (actor: Actor) => codeOf(transparencyReport(core, { actor, month: MARCH }));
    moveTo(town, "2031-03-31T23:59:59.999Z");
    expect(await ask(admin)).toBe("invalid_input");
    town.clock.advance(1);
    expect([await ask(admin), await ask(mo)]).toEqual(["ok", "ok"]);
    expect(await ask({ ...mo, roles: ["auditor"] })).toBe("ok");
    expect(await ask({ ...mo, roles: ["provider"] })).toBe("not_allowed");
  });
});
