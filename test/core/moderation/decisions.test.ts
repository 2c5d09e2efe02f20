import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor } from "#core/access.ts";
import { join } from "#core/members/join.ts";
import { CONSENT_VERSION } from "#core/members/joining-text.ts";
import { readActor } from "#core/members/read-actor.ts";
import { caseQueue } from "#core/moderation/cases/case-queue.ts";
import { showCase } from "#core/moderation/cases/show-case.ts";
import { takeCase, takeNextCase } from "#core/moderation/cases/take-case.ts";
import { ACTIONS, actionsOn } from "#core/moderation/decisions/action.ts";
import type { Chosen } from "#core/moderation/decisions/check-decision.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { DECISION_STATES, nextDecisionState } from "#core/moderation/decisions/decision.ts";
import { endDecisionsDue } from "#core/moderation/decisions/end-due.ts";
import { withoutWords } from "#core/moderation/decisions/redact-words.ts";
import { myStrikes, strikesOfMember } from "#core/moderation/decisions/strikes.ts";
import { undoDecision } from "#core/moderation/decisions/undo-decision.ts";
import { reportMember } from "#core/moderation/reports/report-member.ts";
import { reportMessage } from "#core/moderation/reports/report-message.ts";
import { reportPost } from "#core/moderation/reports/report-post.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import { draftQuestion } from "#core/questions/draft-question.ts";
import { inbox } from "#core/questions/inbox.ts";
import { sendQuestion } from "#core/questions/send-question.ts";
import { takeBack } from "#core/questions/take-back.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { codeOf, HOUR_MS, joinAs } from "../small-town.ts";
import { answered, asking, type Moderated, moderatedTown, postBy, standing } from "./moderated.ts";

const DAY_MS = 24 * HOUR_MS;
const WHY = { rule: "3", reason: "It sells something." } as const;

/** Otter was reported by Heron. */
async function reported(town: Moderated) {
  const { core } = town;
  const otter = await joinAs(town, "Loud Otter");
  const heron = await joinAs(town, "Quiet Heron");
  const person = { platform: "north", spaceId: "Sunny Side/patients", accountId: "Loud Otter" };
  const { caseId } = await reportMember(core, { actor: heron, person, reason: "They sell things" });
  return { otter, heron, caseId };
}

const restraintOn = ({ north }: Moderated, account: string) =>
  north.restrained.get(`Sunny Side/patients/${account}`);

describeOnBoth("a decision", ({ openNew }) => {
  test("closes the case, tells whom it is about with the way to appeal, and whoever reported without a name", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo, north, south } = town;
    const { otter, caseId } = await reported(town);
    await decideCase(core, { actor: mo, named: caseId, chosen: { action: "warn", ...WHY } });
    await town.drain();
    expect(await caseQueue(core, { actor: town.kit })).toEqual([]);
    const [told] = town.cards(north, "decision");
    expect(told).toMatchObject({ action: "warn", reason: "It sells something.", state: "standing" });
    expect(told?.rule).toMatchObject({ number: 3 });
    expect(told?.appeal).toMatchObject({ code: expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/) });
    const [outcome] = town.cards(north, "report-outcome");
    expect(outcome).toMatchObject({ acted: true, reason: "" });
    expect(JSON.stringify(outcome)).not.toContain("Otter");
    expect(town.cards(south, "case")).toMatchObject([{ state: "decided", decided: ["warn"] }]);
    expect((await myStrikes(core, { actor: otter })).points).toBe(0);
    const row = await core.db.decision.findFirstOrThrow();
    expect(Buffer.from(row.detailSealed).includes("sells")).toBe(false);
  });

  test("to dismiss tells the reporter why, and nobody else anything", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo, north } = town;
    const { caseId } = await reported(town);
    await decideCase(core, {
      actor: mo,
      named: caseId,
      chosen: { action: "dismiss", reason: "It was a joke." },
    });
    await town.drain();
    expect(town.cards(north, "decision")).toEqual([]);
    expect(town.cards(north, "report-outcome")).toMatchObject([{ acted: false, reason: "It was a joke." }]);
  });

  test("of two moderators at once, one decides and the other learns that it is done", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo, kit } = town;
    const { caseId } = await reported(town);
    const codes = await Promise.all(
      [mo, kit].map((actor) =>
        codeOf(decideCase(core, { actor, named: caseId, chosen: { action: "strike", ...WHY } })),
      ),
    );
    expect(codes.sort()).toEqual(["case_status", "ok"]);
    expect(await core.db.decision.count()).toBe(1);
  });

  test("is not made on what somebody else works on, on what one reported, or without a rule, a reason or what it needs", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo, kit } = town;
    const { caseId } = await reported(town);
    await takeCase(core, { actor: kit, named: caseId });
    const attempt = (chosen: Partial<Chosen>, actor = kit) =>
      codeOf(decideCase(core, { actor, named: caseId, chosen: { action: "warn", ...WHY, ...chosen } }));
    expect(await attempt({}, mo)).toBe("already_taken");
    expect(await attempt({ rule: "99" })).toBe("no_such_rule");
    expect(await attempt({ reason: " " })).toBe("empty");
    expect(await attempt({ action: "redact", words: ["x"] })).toBe("not_for_this");
    expect(await attempt({ action: "time-out" })).toBe("invalid_input");
    expect(await attempt({ action: "time-out", forMs: 29 * DAY_MS })).toBe("invalid_input");
    expect(await attempt({ action: "warn", forMs: DAY_MS })).toBe("invalid_input");
    const person = { platform: "north", spaceId: "Sunny Side/patients", accountId: "nobody-known" };
    const own = await reportMember(core, { actor: mo, person, reason: "See" });
    const mine = decideCase(core, {
      actor: mo,
      named: own.caseId,
      chosen: { action: "dismiss", reason: "x" },
    });
    expect(await codeOf(mine)).toBe("second_person");
    expect(await core.db.decision.count()).toBe(0);
  });

  test("about an admin is made by an admin alone, so that nobody locks out those who name the moderators", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo, ben } = town;
    const { otter, caseId } = await reported(town);
    await core.db.memberRole.create({
      data: { memberId: otter.memberId, role: "admin", createdAt: town.clock.now() },
    });
    const decide = (actor: Actor) =>
      codeOf(decideCase(core, { actor, named: caseId, chosen: { action: "ban", ...WHY } }));
    expect(await takeNextCase(core, { actor: mo })).toBeUndefined();
    expect(await decide(mo)).toBe("not_allowed");
    expect(await decide(ben)).toBe("ok");
  });

  test("a time-out stops writing on every platform until it ends; reading, taking back and help go on", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, mo } = town;
    const { actor: heron, questionId } = await asking(town);
    const { caseId } = await reportMessage(core, { actor: town.kit, questionId, reason: "Look" });
    await decideCase(core, {
      actor: mo,
      named: caseId,
      chosen: { action: "time-out", forMs: DAY_MS, ...WHY },
    });
    await town.drain();
    expect(restraintOn(town, "Quiet Heron")).toMatchObject({ is: "timed-out" });
    const silenced = await readActor(core.db, heron.memberId);
    if (silenced === undefined) throw new Error("the member is gone");
    const draft = await draftQuestion(core, {
      actor: silenced,
      text: "I want to end my life tonight",
      tried: "",
      topic: "Medicines",
      forWhom: "self",
      ageBand: "30-44",
    });
    expect(draft.alert).toBeDefined();
    expect(await codeOf(sendQuestion(core, { actor: silenced, questionId: draft.questionId }))).toBe(
      "silenced",
    );
    expect(await codeOf(takeBack(core, { actor: silenced, questionId }))).toBe("ok");
    clock.advance(DAY_MS + 1);
    expect(await endDecisionsDue(core)).toBe(1);
    await town.drain();
    expect(restraintOn(town, "Quiet Heron")).toEqual({ is: "free" });
    const free = await readActor(core.db, heron.memberId);
    expect(free?.silencedUntil).toBeUndefined();
  });

  test("a ban for good stands at once, is told before the account is closed, and lapses after a day without a second person", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, mo, north } = town;
    const { otter, caseId } = await reported(town);
    const { proposalId, confirmBy } = await decideCase(core, {
      actor: mo,
      named: caseId,
      chosen: { action: "ban", ...WHY },
    });
    expect(confirmBy?.getTime()).toBe(clock.now().getTime() + DAY_MS);
    await town.drain();
    const line = await core.db.delivery.findMany({
      where: { conversation: { startsWith: `member:${otter.memberId}` } },
      orderBy: { seq: "asc" },
    });
    expect(line.map(({ kind, state }) => `${kind} ${state}`)).toEqual(["decision done", "restraint done"]);
    expect(restraintOn(town, "Loud Otter")).toMatchObject({ is: "banned" });
    expect(await readActor(core.db, otter.memberId)).toBeUndefined();
    expect(await codeOf(joinAs(town, "Loud Otter"))).toBe("barred");
    clock.advance(DAY_MS + 1);
    await endDecisionsDue(core);
    await town.drain();
    expect(restraintOn(town, "Loud Otter")).toEqual({ is: "free" });
    expect(await readActor(core.db, otter.memberId)).toMatchObject({ pseudonym: "Loud Otter" });
    expect(town.cards(north, "decision")).toMatchObject([{ state: "lapsed" }]);
    const late = approveProposal(core, { actor: town.kit, proposalId: proposalId ?? "" });
    expect(await codeOf(late)).toBe("proposal_closed");
  });

  test("a ban that a second person confirms stays", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, mo, kit } = town;
    const { caseId } = await reported(town);
    const { proposalId } = await decideCase(core, {
      actor: mo,
      named: caseId,
      chosen: { action: "ban", ...WHY },
    });
    const confirm = (actor = kit) => codeOf(approveProposal(core, { actor, proposalId: proposalId ?? "" }));
    expect(await confirm(mo)).toBe("second_person");
    expect(await confirm()).toBe("ok");
    clock.advance(30 * DAY_MS);
    expect(await endDecisionsDue(core)).toBe(0);
    await town.drain();
    expect(restraintOn(town, "Loud Otter")).toMatchObject({ is: "banned" });
  });

  test("of two decisions the one that stands counts: the end of a time-out does not lift a ban", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, mo, kit } = town;
    const { heron, caseId } = await reported(town);
    const pause: Chosen = { action: "time-out", forMs: HOUR_MS, ...WHY };
    await decideCase(core, { actor: mo, named: caseId, chosen: pause });
    const again = await reportPost(core, { actor: heron, post: postBy("Loud Otter"), reason: "Again" });
    await decideCase(core, {
      actor: kit,
      named: again.caseId,
      chosen: { action: "ban", forMs: 7 * DAY_MS, ...WHY },
    });
    clock.advance(HOUR_MS + 1);
    await endDecisionsDue(core);
    await town.drain();
    expect(restraintOn(town, "Loud Otter")).toMatchObject({ is: "banned" });
    clock.advance(7 * DAY_MS);
    await endDecisionsDue(core);
    await town.drain();
    expect(restraintOn(town, "Loud Otter")).toEqual({ is: "free" });
  });

  test("whoever was removed may join again, as who they were", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo, communityId, patientsSpaceId } = town;
    const { otter, caseId } = await reported(town);
    await decideCase(core, { actor: mo, named: caseId, chosen: { action: "remove", ...WHY } });
    await town.drain();
    expect(restraintOn(town, "Loud Otter")).toEqual({ is: "removed" });
    const back = await join(core, {
      ...{ communityId, spaceId: patientsSpaceId, platform: "north", externalId: "Loud Otter" },
      ...{ pseudonym: "New Name", country: "GB", statesAdult: true, textVersion: CONSENT_VERSION },
    });
    expect(back).toMatchObject({ memberId: otter.memberId, pseudonym: "Loud Otter" });
  });

  test("a provider who may not answer for now keeps their credential, and gives back what they held", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo, kit } = town;
    const { heron, ana, questionId, messageId } = await answered(town);
    const other = await asking(town, "Calm Otter");
    await claimQuestion(core, { actor: ana, questionId: other.questionId });
    const { caseId } = await reportMessage(core, { actor: heron, questionId, messageId, reason: "Sales" });
    await decideCase(core, { actor: mo, named: caseId, chosen: { action: "suspend-provider", ...WHY } });
    const row = await core.db.question.findUniqueOrThrow({ where: { id: other.questionId } });
    expect(row).toMatchObject({ status: "waiting", holderId: null });
    expect(await codeOf(claimQuestion(core, { actor: ana, questionId: other.questionId }))).toBe(
      "no_standing",
    );
    expect(await core.db.credential.count({ where: { status: "verified" } })).toBe(1);
    await undoDecision(core, { actor: kit, named: caseId });
    expect(await codeOf(claimQuestion(core, { actor: ana, questionId: other.questionId }))).toBe("ok");
  });

  test("to hide a text changes every copy of it on both sides, and undoing it brings it back", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo, north, south } = town;
    const { heron, questionId, messageId } = await answered(town);
    await town.drain();
    const { caseId } = await reportMessage(core, { actor: heron, questionId, messageId, reason: "Sales" });
    await decideCase(core, { actor: mo, named: caseId, chosen: { action: "hide", ...WHY } });
    await town.drain();
    const shown = () => JSON.stringify([...town.cards(north, "answer"), ...town.cards(south, "sent-copy")]);
    expect(shown()).not.toContain("Rest your eyes");
    expect(shown().split("hid this text").length).toBe(3);
    const [kept] = await inbox(core, { actor: heron });
    expect(JSON.stringify(kept)).not.toContain("Rest your eyes");
    await undoDecision(core, { actor: town.kit, named: caseId });
    await town.drain();
    expect(shown().split("Rest your eyes").length).toBe(3);
  });

  test("to redact removes the words alone, its author sees which, and undoing it brings them back", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo, north, south } = town;
    const { heron, questionId, messageId } = await answered(town);
    await town.drain();
    const { caseId } = await reportMessage(core, { actor: heron, questionId, messageId, reason: "Sales" });
    const redact = (words: string[]) =>
      decideCase(core, { actor: mo, named: caseId, chosen: { action: "redact", words, ...WHY } });
    expect(await codeOf(redact(["not in it"]))).toBe("words_not_there");
    await redact(["my shop sells drops"]);
    await town.drain();
    expect(town.cards(north, "answer")[0]?.answer?.can).toBe(
      "Rest your eyes and drink some water. [removed by the moderators].",
    );
    expect(town.cards(south, "sent-copy")[0]?.answer?.can).toContain("[removed by the moderators]");
    expect(town.cards(south, "decision")[0]?.removedWords).toEqual(["my shop sells drops"]);
    await undoDecision(core, { actor: town.kit, named: caseId });
    await town.drain();
    expect(town.cards(north, "answer")[0]?.answer?.can).toContain("My shop sells drops.");
  });

  test("to hide somebody's post takes it away where it stands, and says where that was refused", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo, north } = town;
    const heron = await joinAs(town, "Quiet Heron");
    const removed: string[] = [];
    north.remove = async ({ channelId, messageId }) => void removed.push(`${channelId}/${messageId}`);
    const { caseId } = await reportPost(core, { actor: heron, post: postBy("Loud Otter"), reason: "Sales" });
    await decideCase(core, { actor: mo, named: caseId, chosen: { action: "hide", ...WHY } });
    await town.drain();
    expect(removed).toEqual(["Sunny Side/lounge/m-100"]);
    const { effects } = await showCase(core, { actor: mo, named: caseId });
    expect(effects).toEqual([{ platform: "north", what: "removed", state: "done", trouble: null }]);
  });

  test("somebody who is no member can be banned where they are", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo } = town;
    const heron = await joinAs(town, "Quiet Heron");
    const { caseId } = await reportPost(core, { actor: heron, post: postBy("a stranger"), reason: "Sales" });
    const strike = decideCase(core, { actor: mo, named: caseId, chosen: { action: "strike", ...WHY } });
    expect(await codeOf(strike)).toBe("not_for_this");
    await decideCase(core, {
      actor: mo,
      named: caseId,
      chosen: { action: "ban", forMs: DAY_MS, ...WHY },
    });
    await town.drain();
    expect(restraintOn(town, "a stranger")).toMatchObject({ is: "banned" });
    await undoDecision(core, { actor: mo, named: caseId });
    await town.drain();
    expect(restraintOn(town, "a stranger")).toEqual({ is: "free" });
  });

  test("of several cases about one account that is no member's, the gravest decision counts, also once they want to join", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, mo, kit } = town;
    const heron = await joinAs(town, "Quiet Heron");
    const report = (messageId: string) =>
      reportPost(core, { actor: heron, post: postBy("Loud Otter", "Sales", messageId), reason: "Sales" });
    const [first, second, third] = [await report("m-1"), await report("m-2"), await report("m-3")];
    const decide = (caseId: string, chosen: Pick<Chosen, "action" | "forMs">) =>
      decideCase(core, { actor: mo, named: caseId, chosen: { ...WHY, ...chosen } });
    await decide(first.caseId, { action: "ban", forMs: 7 * DAY_MS });
    await decide(second.caseId, { action: "time-out", forMs: HOUR_MS });
    clock.advance(HOUR_MS + 1);
    await endDecisionsDue(core);
    await town.drain();
    expect(restraintOn(town, "Loud Otter")).toMatchObject({ is: "banned" });
    expect(await codeOf(joinAs(town, "Loud Otter"))).toBe("barred");
    expect(await core.db.member.count({ where: { pseudonym: "Loud Otter" } })).toBe(0);
    await undoDecision(core, { actor: kit, named: first.caseId });
    const otter = await joinAs(town, "Loud Otter");
    // What is decided from now on is about the member, and they are told.
    await decide(third.caseId, { action: "time-out", forMs: HOUR_MS });
    await town.drain();
    expect((await readActor(core.db, otter.memberId))?.silencedUntil).toBeDefined();
    expect(town.cards(town.north, "decision")).toMatchObject([{ action: "time-out" }]);
    expect(await codeOf(showCase(core, { actor: { ...otter, roles: ["moderator"] }, named: "1" }))).toBe(
      "not_found",
    );
  });

  test("whoever was paused before they joined is paused when they do", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo } = town;
    const heron = await joinAs(town, "Quiet Heron");
    const { caseId } = await reportPost(core, { actor: heron, post: postBy("Loud Otter"), reason: "Sales" });
    await decideCase(core, {
      actor: mo,
      named: caseId,
      chosen: { action: "time-out", forMs: DAY_MS, ...WHY },
    });
    const otter = await joinAs(town, "Loud Otter");
    expect(otter.silencedUntil).toBeDefined();
    await town.drain();
    expect(restraintOn(town, "Loud Otter")).toMatchObject({ is: "timed-out" });
  });

  test("a text that two decisions hid stays hidden until both are undone", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo, kit } = town;
    const { heron, questionId, messageId } = await answered(town);
    const hide = async () => {
      const { caseId } = await reportMessage(core, { actor: heron, questionId, messageId, reason: "Sales" });
      await decideCase(core, { actor: mo, named: caseId, chosen: { action: "hide", ...WHY } });
      return caseId;
    };
    const cases = [await hide(), await hide()];
    const hidden = async () =>
      (await core.db.message.findUniqueOrThrow({ where: { id: messageId } })).hiddenAt !== null;
    for (const [at, named] of cases.entries()) {
      await undoDecision(core, { actor: kit, named });
      expect(await hidden()).toBe(at === 0);
    }
  });

  test("a ban that nobody confirmed leaves a case that waits again, and one with an inbox alone is told of it", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, mo, kit, north } = town;
    const { otter, caseId } = await reported(town);
    await core.db.member.update({ where: { id: otter.memberId }, data: { reach: "inbox" } });
    await decideCase(core, { actor: mo, named: caseId, chosen: { action: "ban", ...WHY } });
    await town.drain();
    expect(town.cards(north, "decision")).toMatchObject([{ action: "ban" }]);
    expect(await caseQueue(core, { actor: kit })).toEqual([]);
    clock.advance(DAY_MS + 1);
    await endDecisionsDue(core);
    expect(await caseQueue(core, { actor: kit })).toMatchObject([{ caseId }]);
  });

  test("strikes add up by rule, fade after 90 days, and one that is undone does not count", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, mo, kit } = town;
    const { otter, heron, caseId } = await reported(town);
    await decideCase(core, { actor: mo, named: caseId, chosen: { action: "strike", ...WHY } });
    clock.advance(10 * DAY_MS);
    const again = await reportPost(core, { actor: heron, post: postBy("Loud Otter"), reason: "Again" });
    await decideCase(core, {
      actor: mo,
      named: again.caseId,
      chosen: { action: "strike", rule: "5", reason: "Not a nurse." },
    });
    expect((await myStrikes(core, { actor: otter })).points).toBe(4);
    clock.advance(80 * DAY_MS + 1);
    await endDecisionsDue(core);
    expect(await strikesOfMember(core, { actor: kit, member: "Loud Otter" })).toMatchObject({ points: 3 });
    expect(await codeOf(undoDecision(core, { actor: kit, named: again.caseId }))).toBe("appeal_closed");
  });

  test("lets the conversation that its report paused go on, and pauses those of somebody who is banned", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo, kit } = town;
    const { heron, questionId, messageId } = await answered(town);
    const { caseId } = await reportMessage(core, { actor: heron, questionId, messageId, reason: "Sales" });
    const paused = async () =>
      (await core.db.question.findUniqueOrThrow({ where: { id: questionId } })).pausedAt !== null;
    expect(await paused()).toBe(true);
    await decideCase(core, { actor: mo, named: caseId, chosen: { action: "dismiss", reason: "Fine." } });
    expect(await paused()).toBe(false);
    const question = await reportMessage(core, {
      actor: await standing(town, "Eve Nurse"),
      questionId,
      reason: "x",
    });
    await decideCase(core, {
      actor: mo,
      named: question.caseId,
      chosen: { action: "ban", forMs: DAY_MS, ...WHY },
    });
    expect(await paused()).toBe(true);
    await undoDecision(core, { actor: kit, named: question.caseId });
    expect(await paused()).toBe(false);
  });
});

describe("what can be decided", () => {
  test("a time-out, a ban and the like can be decided on every subject; words are removed from texts of ours alone", () => {
    for (const about of ["message", "post", "member", "account"] as const) {
      expect(actionsOn(about, { isMember: true })).toEqual(
        expect.arrayContaining(["dismiss", "time-out", "remove", "ban"]),
      );
      expect(actionsOn(about, { isMember: true }).includes("redact")).toBe(about === "message");
    }
    expect(actionsOn("account", { isMember: false })).not.toContain("strike");
    expect(actionsOn("credential", { isMember: true })).toEqual([]);
    expect(ACTIONS.length).toBe(9);
  });

  test("nothing that was undone or lapsed comes back", () => {
    for (const state of DECISION_STATES)
      for (const event of ["end", "lapse", "undo"] as const) {
        const next = nextDecisionState(state, event);
        expect(next).not.toBe("standing");
        if (state === "undone" || state === "lapsed") expect(next).toBeUndefined();
      }
  });

  test("no word that is to be removed stays, whatever it is made of, and nothing else is changed", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.string({ unit: "grapheme", minLength: 1 }),
        fc.string(),
        (before, word, after) => {
          fc.pre(word.trim() !== "");
          const text = `${before}${word}${after}`;
          const without = withoutWords(text, [word]);
          expect(without.replaceAll("[removed by the moderators]", "").toLowerCase()).not.toContain(
            `${word}${word}`.toLowerCase(),
          );
          expect(withoutWords(text, [])).toBe(text);
          expect(without).toContain("[removed by the moderators]");
        },
      ),
    );
  });
});
