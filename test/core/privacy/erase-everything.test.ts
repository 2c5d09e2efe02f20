import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Actor } from "#core/access.ts";
import { credentialCard } from "#core/credentials/credential-card.ts";
import { accountKey, personKey } from "#core/foundation/vault/index-keys.ts";
import { findActor } from "#core/members/find-actor.ts";
import { decideAppeal } from "#core/moderation/appeals/decide-appeal.ts";
import { fileAppeal } from "#core/moderation/appeals/file-appeal.ts";
import { forgetEvidence } from "#core/moderation/cases/forget-evidence.ts";
import type { Chosen } from "#core/moderation/decisions/check-decision.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { endDecisionsDue } from "#core/moderation/decisions/end-due.ts";
import { reportMember } from "#core/moderation/reports/report-member.ts";
import { endErasures } from "#core/privacy/end-erasures.ts";
import { endRemainders } from "#core/privacy/end-remainders.ts";
import { eraseAgain } from "#core/privacy/erase-again.ts";
import { eraseMember } from "#core/privacy/erase-member.ts";
import { proposeErasure } from "#core/privacy/propose-erasure.ts";
import { showReceipt } from "#core/privacy/show-receipt.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import { readChecks } from "#core/reporting/read-checks.ts";
import { describeOnBoth, type TestDatabase } from "../../support/databases.ts";
import { ANSWER, asking, type Moderated, moderatedTown, standing } from "../moderation/moderated.ts";
import { auditOf, codeOf, HOUR_MS, joinAs, smallTown } from "../small-town.ts";
import { type Busy, busyTown } from "./busy-town.ts";
import { leftInFiles, leftOver } from "./left-over.ts";

function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), "curbside-home-"));
  onTestFinished(() => rmSync(home, { recursive: true }));
  return home;
}

const busy = async (openNew: TestDatabase["openNew"]): Promise<Busy> =>
  busyTown(await openNew(), { home: newHome() });

/** Removals, then the receipt, then the end. */
async function toTheEnd({ core, drain }: Moderated): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await drain();
    await endErasures(core);
  }
}

/** What Heron wrote and got, who she is, and by what she could be found. */
const keysOf = ({ core, communityId }: Moderated, platform: string, account: string): string[] => [
  account,
  accountKey(core, communityId, platform, account),
  personKey(core, communityId, platform, account),
];
const HERS =
  "marmalade trombone umbrella velvet saucers walnut bicycles pineapples cushions gravel carpet bucket pebbles thimble kettles pillows drum feather curtain mustard ladder compass".split(
    " ",
  );

/** Cards that stand on either platform and have one of these words, with it. */
const onPlatforms = ({ allCards }: Moderated, words: readonly string[]): string[] =>
  allCards().flatMap((card) =>
    words.filter((word) => JSON.stringify(card).includes(word)).map((word) => `${card.kind}: ${word}`),
  );

describeOnBoth("a member who erased everything", ({ openNew }) => {
  test("is nowhere any more: no table, file, log or platform has a word of theirs, and no key opens one", async () => {
    const town = await busy(openNew);
    const { core, admin, heron, otter, north } = town;
    const words = [...HERS, "Quiet Heron", ...keysOf(town, "north", "heron-account")];
    expect((await leftOver(core, words)).length).toBeGreaterThan(20);
    const { code } = await eraseMember(core, { actor: heron, typed: " quiet  HERON " });
    await toTheEnd(town);
    // The receipt is the last message; its code shows it again, and it says of nobody who they were.
    const [card, ...more] = town.cards(north, "erasure");
    expect(more).toEqual([]);
    expect(card).toMatchObject({ wish: "member", counts: { questions: 3 }, bound: true, code });
    const dm = card?.places.find(({ place }) => place === "dm");
    expect(dm).toMatchObject({ platform: "north", left: 0 });
    expect(dm?.removed).toBeGreaterThan(5);
    const shown = await showReceipt(core, { actor: admin, code: code.toLowerCase() });
    expect(shown).toMatchObject({ wish: "member", erased: card?.counts, places: card?.places });
    expect(shown.finishedAt).not.toBeNull();
    expect(JSON.stringify(await core.db.erasureReceipt.findMany())).not.toContain(heron.memberId);
    expect(await core.db.vaultKey.count({ where: { owner: `member:${heron.memberId}` } })).toBe(0);
    expect(await core.db.account.count({ where: { memberId: heron.memberId } })).toBe(0);
    expect((await auditOf(town, heron.memberId)).slice(-2)).toEqual([
      "member.erased",
      "member.erasure-ended",
    ]);
    expect(await codeOf(showReceipt(core, { actor: town.mo, code }))).toBe("not_allowed");
    // A strike is not over, and reports about an answer that she got are not decided.
    const [, key = ""] = keysOf(town, "north", "heron-account");
    const waiting = [
      "Evidence.textSealed: saucers",
      "Evidence.textSealed: walnut",
      `Remainder.accountKey: ${key}`,
    ];
    expect(await leftOver(core, words)).toEqual(waiting);
    expect(leftInFiles(core, words)).toEqual(core.store.engine === "sqlite" ? [key] : []);
    expect(JSON.stringify(core.logged)).not.toMatch(new RegExp(words.join("|")));
    expect(onPlatforms(town, words)).toEqual([]);
    expect(readFileSync(join(core.config.home, "erasures.jsonl"), "utf8")).not.toContain(heron.memberId);
    expect(await findActor(core, { platform: "north", accountExternalId: "heron-account" })).toEqual({});
    // Nobody else lost anything.
    expect((await leftOver(core, ["ribbons"])).length).toBeGreaterThan(0);
    expect((await core.db.member.findUniqueOrThrow({ where: { id: otter.memberId } })).state).toBe("active");

    const open = await core.db.case.findMany({ where: { state: "open" } });
    for (const { id } of open)
      await decideCase(core, { actor: admin, named: id, chosen: { action: "dismiss", reason: "Old." } });
    town.clock.advance(91 * 24 * HOUR_MS);
    await forgetEvidence(core);
    await endRemainders(core);
    expect(await leftOver(core, words)).toEqual([]);
  });

  test("must have typed their own name, is erased once, and is never the only admin", async () => {
    const town = await smallTown(await openNew(), { home: newHome() });
    const { core, admin } = town;
    const heron = await joinAs(town, "Quiet Heron");
    expect(await codeOf(eraseMember(core, { actor: heron, typed: "Loud Otter" }))).toBe("name_differs");
    expect(await codeOf(eraseMember(core, { actor: admin, typed: "Ada Admin" }))).toBe("last_admin");
    const twice = [1, 2].map(() => codeOf(eraseMember(core, { actor: heron, typed: "Quiet Heron" })));
    expect((await Promise.all(twice)).sort()).toEqual(["not_found", "ok"]);
    expect(await core.db.erasureReceipt.count()).toBe(1);
  });

  test("is gone after a day, whatever a platform does, and may join again at once as somebody new", async () => {
    const town = await moderatedTown(await openNew(), { home: newHome() });
    const { core, clock, north } = town;
    const { actor: heron } = await asking(town);
    await town.drain();
    await eraseMember(core, { actor: heron, typed: "Quiet Heron" });
    const again = await joinAs(town, "Quiet Heron");
    expect(again.memberId).not.toBe(heron.memberId);
    clock.advance(21 * HOUR_MS);
    await endErasures(core);
    clock.advance(4 * HOUR_MS);
    await endErasures(core);
    const [receipt] = await core.db.erasureReceipt.findMany();
    expect(JSON.parse(receipt?.counts ?? "")).toMatchObject({ places: [{ place: "dm", removed: 0 }] });
    expect(await core.db.account.count({ where: { memberId: heron.memberId } })).toBe(0);
    await town.drain();
    expect(town.cards(north, "erasure")).toEqual([]);
    const { actor } = await findActor(core, { platform: "north", accountExternalId: "Quiet Heron" });
    expect(actor?.memberId).toBe(again.memberId);
  });
});

describeOnBoth("a provider who erased everything", ({ openNew }) => {
  test("leaves answers with the patients, with a profession and no name; what they held waits again", async () => {
    const town = await moderatedTown(await openNew(), { home: newHome() });
    const { core, north, south } = town;
    const ana = await standing(town);
    await core.tx((tx) =>
      tx.credential.updateMany({ where: { memberId: ana.memberId }, data: { display: "named" } }),
    );
    const heron = await asking(town);
    await claimQuestion(core, { actor: ana, questionId: heron.questionId });
    await answerQuestion(core, {
      actor: ana,
      questionId: heron.questionId,
      text: ANSWER,
      overrideReason: "No.",
    });
    const otter = await asking(town, "Loud Otter");
    await claimQuestion(core, { actor: ana, questionId: otter.questionId });
    await town.drain();
    expect(town.cards(north, "answer")).toMatchObject([{ credential: { name: "Ana Vale" } }]);
    await eraseMember(core, { actor: ana, typed: "Ana Pharmacist" });
    await toTheEnd(town);
    const words = [
      "Ana Pharmacist",
      "Ana Vale",
      "Vale",
      "2000001",
      ...keysOf(town, "south", "Ana Pharmacist"),
    ];
    expect(await leftOver(core, words)).toEqual([]);
    expect(onPlatforms(town, ["Ana", "Vale"])).toEqual([]);
    const [answer] = town.cards(north, "answer");
    expect(answer).toMatchObject({
      answer: { often: ANSWER.often },
      credential: { profession: "Pharmacist" },
    });
    expect(answer?.credential.name).toBeUndefined();
    const card = await credentialCard(core, { credentialId: answer?.credentialId ?? "" });
    expect(card).toMatchObject({ status: "revoked", profession: "Pharmacist" });
    expect(card.provider).toMatch(/^Someone who left /);
    const { status } = await core.db.question.findUniqueOrThrow({ where: { id: otter.questionId } });
    expect(status).toBe("waiting");
    expect(town.cards(south, "erasure")).toMatchObject([{ counts: { answersKept: 1, credentials: 1 } }]);
  });
});

/** A town with Heron, banned for a week. */
async function banned(openNew: TestDatabase["openNew"], chosen: Partial<Chosen> = {}) {
  const town = await moderatedTown(await openNew(), { home: newHome() });
  const { core, mo } = town;
  const heron = await joinAs(town, "Quiet Heron");
  const otter = await joinAs(town, "Loud Otter");
  const person = { platform: "north", spaceId: "Sunny Side/patients", accountId: "Quiet Heron" };
  const { caseId } = await reportMember(core, { actor: otter, person, reason: "They shout." });
  const decide = () =>
    decideCase(core, {
      actor: mo,
      named: caseId,
      chosen: { action: "ban", forMs: 7 * 24 * HOUR_MS, rule: "1", reason: "You were loud.", ...chosen },
    });
  return { ...town, heron, decide };
}

async function eraseByTwo({ core, admin, ben }: Moderated): Promise<void> {
  const { proposalId } = await proposeErasure(core, {
    actor: admin,
    member: "Quiet Heron",
    reason: "By mail.",
  });
  await approveProposal(core, { actor: ben, proposalId });
}

describeOnBoth("a member who was banned, and erased by two people", ({ openNew }) => {
  test("does not come back before the ban is over, and nothing is left of them then", async () => {
    const town = await banned(openNew);
    const { core, clock } = town;
    await town.decide();
    await town.drain();
    await eraseByTwo(town);
    await toTheEnd(town);
    expect(await codeOf(joinAs(town, "Green Finch", "Quiet Heron"))).toBe("barred");
    const [decision] = await core.db.decision.findMany();
    expect(decision).toMatchObject({ state: "standing" });
    // The message with the code went with all others, so the account is enough.
    const from = { platform: "north", accountId: "Quiet Heron" };
    await fileAppeal(core, { from, text: "I was not loud." });
    const appeal = await core.db.appeal.findFirstOrThrow();
    await decideAppeal(core, { actor: town.kit, named: appeal.id, outcome: "upheld", reason: "You were." });
    clock.advance(6 * 24 * HOUR_MS);
    await endRemainders(core);
    expect(await codeOf(joinAs(town, "Green Finch", "Quiet Heron"))).toBe("barred");
    clock.advance(30 * 24 * HOUR_MS);
    await endDecisionsDue(core);
    await endRemainders(core);
    expect(await core.db.remainder.count()).toBe(0);
    const words = ["You were", "They shout", "not loud", ...keysOf(town, "north", "Quiet Heron")];
    expect(await leftOver(core, words)).toEqual([]);
    expect(await codeOf(joinAs(town, "Green Finch", "Quiet Heron"))).toBe("ok");
  });

  test("is bound by what is decided of an open case after they erased themselves", async () => {
    const town = await banned(openNew);
    await eraseMember(town.core, { actor: town.heron, typed: "Quiet Heron" });
    await town.decide();
    expect(await codeOf(joinAs(town, "Green Finch", "Quiet Heron"))).toBe("barred");
  });

  test("is still in a time-out when they come back", async () => {
    const town = await banned(openNew, { action: "time-out", forMs: 24 * HOUR_MS });
    await town.decide();
    await eraseMember(town.core, { actor: town.heron, typed: "Quiet Heron" });
    await joinAs(town, "Green Finch", "Quiet Heron");
    const found = await findActor(town.core, { platform: "north", accountExternalId: "Quiet Heron" });
    expect(found.actor?.silencedUntil).toBeInstanceOf(Date);
  });

  test("is erased by two others only, and nobody approves their own proposal", async () => {
    const town = await banned(openNew);
    const { core, admin, ben, mo, heron } = town;
    const propose = (actor: Actor) =>
      codeOf(proposeErasure(core, { actor, member: "Quiet Heron", reason: "By mail." }));
    expect(await propose(mo)).toBe("not_allowed");
    expect(await propose(heron)).toBe("not_allowed");
    const { proposalId } = await proposeErasure(core, {
      actor: admin,
      member: "Quiet Heron",
      reason: "By mail.",
    });
    expect(await codeOf(approveProposal(core, { actor: admin, proposalId }))).toBe("second_person");
    expect((await core.db.member.findUniqueOrThrow({ where: { id: heron.memberId } })).state).toBe("active");
    await approveProposal(core, { actor: ben, proposalId });
    await toTheEnd(town);
    expect(town.cards(town.north, "erasure")).toMatchObject([{ wish: "team" }]);
  });
});

describeOnBoth("a backup that brings somebody back", ({ openNew }) => {
  test("is found out by the ledger, and they are erased again without a second receipt", async () => {
    const town = await moderatedTown(await openNew(), { home: newHome() });
    const { core } = town;
    const { actor: heron } = await asking(town);
    const before = await core.db.member.findUniqueOrThrow({ where: { id: heron.memberId } });
    await town.drain();
    await eraseMember(core, { actor: heron, typed: "Quiet Heron" });
    await toTheEnd(town);
    expect(await eraseAgain(core)).toBe(0);
    await core.tx((tx) => tx.member.update({ where: { id: heron.memberId }, data: before }));
    expect(await eraseAgain(core)).toBe(1);
    const month = { id: "2031-03", from: new Date("2031-03-01"), to: new Date("2031-04-01") };
    const figures = await core.tx((tx) => readChecks(tx, { communityId: town.communityId, month }));
    expect(figures).toMatchObject({ "members.erased": 1, "taken-back": 1 });
    await toTheEnd(town);
    expect(town.cards(town.north, "erasure")).toHaveLength(1);
    const { pseudonym, state } = await core.db.member.findUniqueOrThrow({ where: { id: heron.memberId } });
    expect([state, pseudonym]).toEqual(["erased", expect.stringMatching(/^Someone who left /)]);
  });
});
