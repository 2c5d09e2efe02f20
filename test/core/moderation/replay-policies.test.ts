import { expect, test } from "vitest";
import type { Actor } from "#core/access.ts";
import { findActor } from "#core/members/find-actor.ts";
import type { Chosen } from "#core/moderation/decisions/check-decision.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { undoDecision } from "#core/moderation/decisions/undo-decision.ts";
import type { Flip } from "#core/moderation/flip.ts";
import { type ReplayPolicies, replayPolicies } from "#core/moderation/replay-policies.ts";
import { reportMessage } from "#core/moderation/reports/report-message.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import { draftQuestion } from "#core/questions/draft-question.ts";
import { draftReply } from "#core/questions/draft-reply.ts";
import { editMessage } from "#core/questions/edit-message.ts";
import { sendQuestion } from "#core/questions/send-question.ts";
import { sendReply } from "#core/questions/send-reply.ts";
import { takeBack } from "#core/questions/take-back.ts";
import { packPolicies } from "#core/screening/policies/load-policies.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { packWith } from "../screening/policy-files.ts";
import {
  addCommunity,
  attested,
  codeOf,
  HOUR_MS,
  invite,
  joinAs,
  smallTown,
  type Town,
} from "../small-town.ts";

const houseRule = (more = "") => `
about: x
rules:
  - { id: house.raffle, kind: community, severity: low, action: hold, direction: both, text: t, ${more}
      match: raffle ...5 ticket, mustMatch: [a raffle ticket], mustNotMatch: [x] }
`;
const RAFFLE = packWith(houseRule());
const IN_SHADOW = packWith(houseRule("mode: shadow,"));

const LONG_AGO = new Date("2001-01-01T00:00:00Z");

async function ask({ core }: Town, actor: Actor, text: string, { tried = "", send = true } = {}) {
  const about = { topic: "Medicines", forWhom: "self", ageBand: "30-44" } as const;
  const draft = await draftQuestion(core, { actor, text, tried, ...about });
  if (send) await sendQuestion(core, { actor, questionId: draft.questionId });
  return draft;
}

/** What is flipped by whom, with all that was told. */
async function replay({ core }: Town, more: Partial<ReplayPolicies> & Pick<ReplayPolicies, "actor">) {
  const flips: Flip[] = [];
  const replayed = await replayPolicies(core, {
    since: LONG_AGO,
    from: packPolicies(),
    to: RAFFLE,
    onFlip: (flip) => void flips.push(flip),
    ...more,
  });
  return { ...replayed, flips };
}

async function provider(town: Town): Promise<Actor> {
  const { proposalId } = await attested(town, "Ana Pharmacist");
  await approveProposal(town.core, { actor: await invite(town, "Ben Admin", "admin"), proposalId });
  const found = await findActor(town.core, { platform: "south", accountExternalId: "Ana Pharmacist" });
  if (found.actor === undefined) throw new Error("the provider was not registered");
  return found.actor;
}

const told = ({ question, message, waits, sent, verdict }: Flip) =>
  `${question} ${message}${waits ? ", new version" : ""}${sent ? "" : " (not sent)"}: ${verdict.from} -> ${verdict.to}`;

describeOnBoth("replaying policies", ({ openNew }) => {
  test("tells exactly the texts that a changed rule takes for something else, and nothing of who wrote them", async () => {
    const town = await smallTown(await openNew());
    const { core } = town;
    const [heron, mo] = [await joinAs(town, "Quiet Heron"), await invite(town, "Mo Moderator", "moderator")];
    const ana = await provider(town);
    const first = await ask(town, heron, "My knee hurts. What helps?", {
      tried: "I bought a raffle for a ticket",
    });
    await ask(town, heron, "My head hurts after work. What helps?");
    await ask(town, heron, "I want to die, and I hold a raffle ticket");
    await ask(town, heron, "Has anybody a raffle ticket?", { send: false });
    await claimQuestion(core, { actor: ana, questionId: first.questionId });
    await answerQuestion(core, {
      actor: ana,
      questionId: first.questionId,
      text: { often: "Sore knees are common.", can: "Sell the raffle ticket.", urgent: "", clinician: "" },
    });
    const reply = await draftReply(core, {
      actor: heron,
      questionId: first.questionId,
      text: "Thank you, that is a help",
    });
    await sendReply(core, { actor: heron, messageId: reply.messageId });
    await editMessage(core, {
      actor: heron,
      messageId: reply.messageId,
      text: "Thank you, here is a raffle ticket",
    });

    const { flips, flipped, looked, gone, rules } = await replay(town, { actor: mo });
    expect(flips.map(told)).toEqual([
      "1 question: clear -> hold",
      "3 question: crisis -> crisis",
      "4 question (not sent): clear -> hold",
      "1 follow-up, new version (not sent): clear -> hold",
      "1 answer: clear -> hold",
    ]);
    expect(flips[0]).toEqual({
      question: 1,
      message: "question",
      waits: false,
      sent: true,
      day: "2031-03-04",
      shadow: false,
      verdict: { from: "clear", to: "hold" },
      rules: [
        { rule: "house.raffle", effect: "fires", from: [], to: [{ kind: "community", action: "hold" }] },
      ],
    });
    expect({ flipped, looked, gone }).toEqual({
      flipped: 5,
      looked: 7,
      gone: { removed: 0, erased: 0, damaged: 0 },
    });
    expect(rules).toEqual([
      {
        rule: "house.raffle",
        change: "added",
        texts: 5,
        verdicts: 4,
        fires: 5,
        stops: 0,
        otherwise: 0,
        elsewhere: 0,
        acted: 0,
        dismissed: 0,
      },
    ]);
    const back = await replay(town, { actor: mo, from: RAFFLE, to: packPolicies() });
    expect(back.flips.map(({ question }) => question)).toEqual([1, 3, 4, 1, 1]);
    expect(back.rules).toMatchObject([{ change: "removed", texts: 5, stops: 5 }]);
  });

  test("opens nothing when nothing that is looked for changed, and says that none flips", async () => {
    const town = await smallTown(await openNew());
    const heron = await joinAs(town, "Quiet Heron");
    await ask(town, heron, "Has anybody a raffle ticket?");
    const other = packWith(
      houseRule().replace("text: t", "text: u").replace("severity: low", "severity: high"),
    );
    for (const to of [RAFFLE, packWith(houseRule()), other])
      expect(await replay(town, { actor: town.admin, from: RAFFLE, to })).toMatchObject({
        flips: [],
        flipped: 0,
        looked: 0,
        rules: [],
      });
  });

  test("a rule in shadow flips nothing, and what it would have done is told apart", async () => {
    const town = await smallTown(await openNew());
    const heron = await joinAs(town, "Quiet Heron");
    const { verdict } = await ask(town, heron, "Has anybody a raffle ticket?");
    expect(verdict).toBe("clear");
    for (const from of [packPolicies(), IN_SHADOW]) {
      const { flips, flipped, rules } = await replay(town, { actor: town.admin, from, to: IN_SHADOW });
      expect(flipped).toBe(0);
      expect(flips).toMatchObject([{ shadow: true, verdict: { from: "clear", to: "hold" } }]);
      expect(rules).toMatchObject([{ rule: "house.raffle", change: "shadow", texts: 1, verdicts: 1 }]);
    }
    const live = await replay(town, { actor: town.admin, from: IN_SHADOW, to: RAFFLE });
    expect(live.flips).toMatchObject([{ shadow: false, verdict: { from: "clear", to: "hold" } }]);
    expect(live.rules).toMatchObject([{ change: "changed", texts: 1, fires: 1 }]);
  });

  test("says how often moderators acted on what a rule would find now; what was undone waits again", async () => {
    const town = await smallTown(await openNew());
    const { core } = town;
    const heron = await joinAs(town, "Quiet Heron");
    const mo = await invite(town, "Mo", "moderator");
    const decided: Chosen[] = [
      { action: "warn", rule: "3", reason: "A sale." },
      { action: "warn", rule: "3", reason: "A sale." },
      { action: "dismiss", reason: "No sale." },
    ];
    for (const [at, chosen] of decided.entries()) {
      const { questionId } = await ask(town, heron, `Has anybody a raffle ticket, ${at}?`);
      const { caseId } = await reportMessage(core, { actor: town.admin, questionId, reason: "See" });
      await decideCase(core, { actor: mo, named: caseId, chosen });
      if (at === 1) await undoDecision(core, { actor: mo, named: caseId });
    }
    await ask(town, heron, "Has anybody a raffle ticket, again?");
    const { flips, rules } = await replay(town, { actor: mo });
    expect(flips.map((flip) => flip.decided)).toEqual(["acted", undefined, "dismissed", undefined]);
    expect(rules).toMatchObject([{ rule: "house.raffle", texts: 4, acted: 1, dismissed: 1 }]);
  });

  test("counts what was taken back and whose key is gone, and looks at the rest", async () => {
    const town = await smallTown(await openNew());
    const { core } = town;
    const [heron, wren] = [await joinAs(town, "Quiet Heron"), await joinAs(town, "Busy Wren")];
    const { questionId } = await ask(town, heron, "Has anybody a raffle ticket?");
    await takeBack(core, { actor: heron, questionId });
    await ask(town, wren, "A raffle, a ticket?");
    await ask(town, heron, "Which raffle ticket?");
    await core.tx((tx) => core.vault.forget(tx, { memberId: wren.memberId }));
    const { flips, looked, gone } = await replay(town, { actor: town.admin });
    expect(flips.map(told)).toEqual(["3 question: clear -> hold"]);
    expect({ looked, gone }).toEqual({ looked: 1, gone: { removed: 1, erased: 1, damaged: 0 } });
  });

  test("a text that was changed behind the vault's back is counted and stops nothing", async () => {
    const town = await smallTown(await openNew());
    const { core } = town;
    const heron = await joinAs(town, "Quiet Heron");
    const { messageId } = await ask(town, heron, "Has anybody a raffle ticket?");
    await ask(town, heron, "Which raffle ticket?");
    const { originalSealed } = await core.db.message.findUniqueOrThrow({ where: { id: messageId } });
    const changed = new Uint8Array(
      (originalSealed ?? new Uint8Array()).map((byte, at) => (at === 40 ? byte ^ 1 : byte)),
    );
    await core.db.message.update({ where: { id: messageId }, data: { originalSealed: changed } });
    const { flips, gone } = await replay(town, { actor: town.admin });
    expect(flips.map(({ question }) => question)).toEqual([2]);
    expect(gone).toEqual({ removed: 0, erased: 0, damaged: 1 });
  });

  test("shows words only when asked, only of what was sent, and without what points at a person", async () => {
    const town = await smallTown(await openNew());
    const heron = await joinAs(town, "Quiet Heron");
    await ask(town, heron, "My knee hurts. A raffle from lena@example.org, a ticket?");
    await ask(town, heron, "Has anybody a raffle ticket?", { send: false });
    const { flips } = await replay(town, { actor: town.admin, words: true });
    expect(flips.map(({ rules }) => rules[0]?.words)).toEqual([
      ["raffle from [e-mail address], a ticket"],
      undefined,
    ]);
    const silent = await replay(town, { actor: town.admin });
    expect(JSON.stringify(silent)).not.toMatch(/knee|lena|anybody/);
  });

  test("looks only at what was written or edited since, in one's own community", async () => {
    const town = await smallTown(await openNew());
    const { core, clock } = town;
    const heron = await joinAs(town, "Quiet Heron");
    const old = await ask(town, heron, "Has anybody a raffle ticket?");
    await ask(town, heron, "Who sells a raffle ticket?");
    clock.advance(100 * 24 * HOUR_MS);
    const since = clock.now();
    clock.advance(HOUR_MS);
    await editMessage(core, {
      actor: heron,
      messageId: old.messageId,
      text: "Has somebody a raffle ticket?",
    });
    await sendReply(core, { actor: heron, messageId: old.messageId });
    await ask(town, heron, "Which raffle ticket?");
    const other = await addCommunity(core, clock, { name: "Far Side", actor: town.admin });
    await ask(other, await joinAs(other, "Lone Owl"), "A raffle ticket over here?");
    const { flips } = await replay(town, { actor: town.admin, since });
    expect(flips.map(({ question, day }) => `${question} ${day}`)).toEqual(["1 2031-06-12", "3 2031-06-12"]);
    expect((await replay(town, { actor: other.admin })).looked).toBe(1);
  });

  test("is for moderators, leads and admins, and leaves counts in the record", async () => {
    const town = await smallTown(await openNew());
    const { core, communityId } = town;
    const heron = await joinAs(town, "Quiet Heron");
    await ask(town, heron, "Has anybody a raffle ticket?");
    for (const role of ["moderator", "lead"] as const)
      expect(await codeOf(replay(town, { actor: await invite(town, `A ${role}`, role) }))).toBe("ok");
    for (const actor of [heron, await invite(town, "An auditor", "auditor")])
      expect(await codeOf(replay(town, { actor }))).toBe("not_allowed");
    const entries = await core.db.auditEntry.findMany({ where: { verb: "policy.replayed", communityId } });
    expect(entries.map(({ detail }) => JSON.parse(detail))).toEqual(
      Array.from({ length: 2 }, () => ({
        looked: 1,
        flipped: 1,
        removed: 0,
        erased: 0,
        damaged: 0,
        rules: 1,
        words: false,
        complete: true,
      })),
    );
  });

  test("is told page by page, can be stopped, and then the record says how far it came", async () => {
    const town = await smallTown(await openNew());
    const { core, communityId } = town;
    const heron = await joinAs(town, "Quiet Heron");
    const { messageId } = await ask(town, heron, "Has anybody a raffle ticket?");
    const row = await core.db.message.findUniqueOrThrow({ where: { id: messageId } });
    // The copies cannot be opened, which costs no time to speak of.
    const copies = Array.from({ length: 1200 }, () => ({ ...row, id: core.newId(), seq: null }));
    await core.db.message.createMany({ data: copies });
    const all = await replay(town, { actor: town.admin });
    expect(all).toMatchObject({ looked: 1, flipped: 1, gone: { damaged: 1200 } });
    const stop = new AbortController();
    const seen: number[] = [];
    const stopped = replay(town, {
      actor: town.admin,
      signal: stop.signal,
      onProgress: ({ looked, of }) => {
        seen.push(looked, of);
        stop.abort();
      },
    });
    await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
    expect(seen).toEqual([1, 1201]);
    const [last] = await core.db.auditEntry.findMany({
      where: { verb: "policy.replayed", communityId },
      orderBy: { seq: "desc" },
    });
    expect(JSON.parse(last?.detail ?? "")).toMatchObject({ looked: 1, damaged: 499, complete: false });
  });
});
