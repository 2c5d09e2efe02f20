import { expect, test } from "vitest";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { askBack } from "#core/questions/ask-back.ts";
import { cancelDraft } from "#core/questions/cancel-draft.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import { expireDue } from "#core/questions/expire-due.ts";
import { lapseDue } from "#core/questions/lapse-due.ts";
import { needsInPerson } from "#core/questions/needs-in-person.ts";
import {
  isOver,
  next,
  QUESTION_STATUSES,
  type QuestionEvent,
  type QuestionStatus,
  statusesAllowing,
  statusesRefusing,
} from "#core/questions/question.ts";
import { rate } from "#core/questions/rate.ts";
import { releaseQuestion } from "#core/questions/release-question.ts";
import { reopenQuestion } from "#core/questions/reopen-question.ts";
import { lapseLooksDue } from "#core/questions/second-look/lapse-looks-due.ts";
import { passAnswer } from "#core/questions/second-look/pass-answer.ts";
import { sendBackAnswer } from "#core/questions/second-look/send-back-answer.ts";
import { giveOpinion } from "#core/questions/second-opinion/give-opinion.ts";
import { sendQuestion } from "#core/questions/send-question.ts";
import { sendToPatient } from "#core/questions/send-to-patient.ts";
import { takeBack } from "#core/questions/take-back.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { codeOf } from "../small-town.ts";
import { ANSWER, openPractice, type Practice } from "./asked.ts";

type Act = (practice: Practice, questionId: string) => Promise<unknown>;

async function counted(count: Promise<number>): Promise<string> {
  return (await count) === 1 ? "ok" : "nothing was due";
}

async function secondLooks({ core, town }: Practice, secondLooks: number): Promise<void> {
  await core.db.community.update({ where: { id: town.communityId }, data: { secondLooks } });
}

/** What Ben sees of the answer that Ana wrote, as far as there is one. */
async function seenByBen({ core, ben }: Practice, questionId: string) {
  const message = await core.db.message.findFirst({ where: { questionId, kind: "answer" } });
  return { actor: ben, messageId: message?.id ?? "", edition: message?.edition ?? 1 };
}

/** The act behind each event, by whom it is theirs to do. */
const ACTS = {
  send: ({ core, heron }, questionId) => codeOf(sendQuestion(core, { actor: heron, questionId })),
  cancel: ({ core, heron }, questionId) => codeOf(cancelDraft(core, { actor: heron, questionId })),
  claim: ({ core, ben }, questionId) => codeOf(claimQuestion(core, { actor: ben, questionId })),
  release: ({ core, ana }, questionId) => codeOf(releaseQuestion(core, { actor: ana, questionId })),
  answer: ({ core, ana }, questionId) =>
    codeOf(answerQuestion(core, { actor: ana, questionId, text: ANSWER })),
  hold: async (practice, questionId) => {
    await secondLooks(practice, 1);
    const { core, ana } = practice;
    const code = await codeOf(answerQuestion(core, { actor: ana, questionId, text: ANSWER }));
    await secondLooks(practice, 0);
    return code;
  },
  pass: async (practice, questionId) =>
    codeOf(passAnswer(practice.core, await seenByBen(practice, questionId))),
  "send-back": async (practice, questionId) =>
    codeOf(
      sendBackAnswer(practice.core, {
        ...(await seenByBen(practice, questionId)),
        note: "Say when to be seen.",
      }),
    ),
  "lapse-look": ({ core }) => counted(lapseLooksDue(core)),
  "second-opinion": async (practice, questionId) => {
    const { actor, messageId: answerId } = await seenByBen(practice, questionId);
    return codeOf(giveOpinion(practice.core, { actor, answerId, version: 1, stance: "agree" }));
  },
  "send-to-patient": ({ core, ana }, questionId) =>
    codeOf(sendToPatient(core, { actor: ana, questionId, text: "Good light helps many people." })),
  "ask-back": ({ core, ana }, questionId) =>
    codeOf(askBack(core, { actor: ana, questionId, text: "Since when?" })),
  "still-unclear": ({ core, heron }, questionId) =>
    codeOf(rate(core, { actor: heron, questionId, helped: false })),
  close: ({ core, ana }, questionId) => codeOf(needsInPerson(core, { actor: ana, questionId })),
  reopen: ({ core, heron }, questionId) => codeOf(reopenQuestion(core, { actor: heron, questionId })),
  "take-back": ({ core, heron }, questionId) => codeOf(takeBack(core, { actor: heron, questionId })),
  expire: ({ core }) => counted(expireDue(core)),
  lapse: ({ core }) => counted(lapseDue(core)),
} as const satisfies Partial<Record<QuestionEvent, Act>>;

type Acted = keyof typeof ACTS;
const EVENTS = Object.keys(ACTS) as readonly Acted[];

/** A question put straight into a status: a draft's text has not crossed, what others hold Ana holds. */
async function putInto(practice: Practice, status: QuestionStatus, event: Acted): Promise<string> {
  const { core, clock, ana, ask, send } = practice;
  const questionId = await (event === "send" || event === "cancel" ? ask() : send());
  if (event === "pass" || event === "send-back") {
    await claimQuestion(core, { actor: ana, questionId });
    await ACTS.hold(practice, questionId);
  }
  if (event === "second-opinion") {
    await claimQuestion(core, { actor: ana, questionId });
    await ACTS.answer(practice, questionId);
  }
  const now = clock.now().getTime();
  const held = status === "claimed" || status === "held" || status === "asked-back";
  await core.db.question.update({
    where: { id: questionId },
    data: {
      status,
      holderId: held ? ana.memberId : null,
      leaseEndsAt: held ? new Date(now + (event === "lapse" || event === "lapse-look" ? 0 : 60_000)) : null,
      promisedAt: new Date(now + (event === "expire" ? 0 : 60_000)),
    },
  });
  return questionId;
}

async function auditCount({ core }: Practice): Promise<number> {
  return core.db.auditEntry.count();
}

describeOnBoth("the table of states", ({ openNew }) => {
  for (const event of EVENTS)
    test(`${event}: every status on both sides of the table`, async () => {
      const practice = await openPractice(await openNew());
      for (const status of QUESTION_STATUSES) {
        const questionId = await putInto(practice, status, event);
        await practice.orders();
        const entries = await auditCount(practice);
        const result = await ACTS[event](practice, questionId);
        const after = (await practice.row(questionId)).status;
        const goesTo = next(status, event);
        if (goesTo === undefined) {
          expect([status, result, after]).not.toEqual([status, "ok", after]);
          expect([status, after]).toEqual([status, status]);
          expect([status, await practice.orders()]).toEqual([status, []]);
          expect([status, await auditCount(practice)]).toEqual([status, entries]);
        } else {
          expect([status, result, after]).toEqual([status, "ok", goesTo]);
          expect([status, await auditCount(practice)]).toEqual([status, entries + 1]);
        }
        // Out of the way of the timers of the next round.
        await practice.core.db.question.update({
          where: { id: questionId },
          data: { status: "cancelled", leaseEndsAt: null, promisedAt: null },
        });
      }
    });
});

test("allowing and refusing share out all statuses, and what is over allows nothing", () => {
  for (const event of EVENTS) {
    const all = [...statusesAllowing(event), ...statusesRefusing(event)];
    expect(all.toSorted()).toEqual([...QUESTION_STATUSES].toSorted());
  }
  expect(QUESTION_STATUSES.filter((status) => isOver(status))).toEqual(["taken-back", "cancelled"]);
});
