import { expect, test } from "vitest";
import { decideAppeal } from "#core/moderation/appeals/decide-appeal.ts";
import { fileAppeal } from "#core/moderation/appeals/file-appeal.ts";
import { caseQueue } from "#core/moderation/cases/case-queue.ts";
import { forgetEvidence } from "#core/moderation/cases/forget-evidence.ts";
import { handBackCase } from "#core/moderation/cases/hand-back-case.ts";
import { loadCaseCard } from "#core/moderation/cases/load-case-card.ts";
import { noteOnCase } from "#core/moderation/cases/note-on-case.ts";
import { showCase } from "#core/moderation/cases/show-case.ts";
import { takeCase, takeNextCase } from "#core/moderation/cases/take-case.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { reportMember } from "#core/moderation/reports/report-member.ts";
import { reportMessage } from "#core/moderation/reports/report-message.ts";
import { reportPost } from "#core/moderation/reports/report-post.ts";
import { takeBack } from "#core/questions/take-back.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { addCommunity, codeOf, HOUR_MS, invite, joinAs } from "../small-town.ts";
import { answered, asking, moderatedTown, postBy } from "./moderated.ts";

const PERSON = { platform: "north", spaceId: "Sunny Side/patients" };

describeOnBoth("a case", ({ openNew }) => {
  test("is one for one subject, wherever and by whomever it was reported, and as urgent as the gravest report", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo } = town;
    const { heron, ana, questionId, messageId } = await answered(town);
    const first = await reportMessage(core, {
      actor: heron,
      questionId,
      messageId,
      reason: "An advert",
      rule: "3",
    });
    const second = await reportMessage(core, {
      actor: mo,
      questionId,
      messageId,
      reason: "Illegal",
      rule: "10",
    });
    expect(second.caseId).toBe(first.caseId);
    const again = await reportMessage(core, { actor: heron, questionId, messageId, reason: "Still there" });
    expect(again).toEqual({ ...first, isNew: false });
    const [open, ...others] = await caseQueue(core, { actor: town.kit });
    expect(others).toEqual([]);
    expect(open).toMatchObject({ about: "message", person: ana.pseudonym, severity: 3, reports: 2 });
  });

  test("of many reports at once there is one, and none is lost", async () => {
    const town = await moderatedTown(await openNew());
    const { core, kit } = town;
    const people = await Promise.all(
      Array.from({ length: 12 }, (_, at) => joinAs(town, `Member ${at + 10}`)),
    );
    await Promise.all(
      people.map((actor) => reportPost(core, { actor, post: postBy("Somebody Else"), reason: "Sales" })),
    );
    const queue = await caseQueue(core, { actor: kit });
    expect(queue.map(({ reports }) => reports)).toEqual([12]);
    expect(await core.db.report.count()).toBe(12);
    expect(await core.db.evidence.count()).toBe(1);
    const numbers = await core.db.case.findMany({ select: { number: true } });
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(numbers.length);
  });

  test("keeps what was reported as it stood, sealed, also when it is taken back, and shows when it was changed", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo } = town;
    const { actor: heron, questionId } = await asking(town);
    const { caseId } = await reportMessage(core, { actor: mo, questionId, reason: "Look" });
    await takeBack(core, { actor: heron, questionId });
    const [kept] = (await showCase(core, { actor: town.kit, named: caseId })).evidence;
    expect(kept).toMatchObject({ author: "Quiet Heron", what: "question", unchanged: true });
    expect(kept?.text).toContain("My head hurts after work.");
    const row = await core.db.evidence.findFirstOrThrow();
    expect(Buffer.from(row.textSealed).includes("head hurts")).toBe(false);
    await core.db.evidence.update({ where: { id: row.id }, data: { hash: "another" } });
    expect((await showCase(core, { actor: town.kit, named: caseId })).evidence[0]?.unchanged).toBe(false);
  });

  test("says to nobody who reported it: not to whom it is about, not in the channel, not to who decides", async () => {
    const town = await moderatedTown(await openNew());
    const { core, kit } = town;
    const heron = await joinAs(town, "Quiet Heron");
    await joinAs(town, "Loud Otter");
    const { caseId } = await reportPost(core, {
      actor: heron,
      post: postBy("Loud Otter"),
      reason: "They sell things, call me on 206 555 0147",
    });
    const card = await core.tx((tx) => loadCaseCard(tx, core, caseId));
    const shown = await showCase(core, { actor: kit, named: caseId });
    for (const said of [card, shown]) {
      expect(JSON.stringify(said)).not.toContain("Heron");
      expect(JSON.stringify(said)).not.toContain("555 0147");
    }
    expect(JSON.stringify(card)).not.toContain("sell things");
    expect(JSON.stringify(card)).not.toContain("Otter");
    expect(shown.person).toBe("Loud Otter");
  });

  test("about oneself is not there: neither in the queue, nor by its number, nor as the next one", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo, kit, communityId } = town;
    const heron = await joinAs(town, "Quiet Heron");
    const place = { communityId, spaceId: town.patientsSpaceId, createdAt: town.clock.now() };
    const accountKey = core.vault.blindIndex(`${communityId}|north|account`, "mo-on-north");
    await core.db.account.create({
      data: {
        id: "account-of-mo",
        ...place,
        memberId: mo.memberId,
        platform: "north",
        externalKey: accountKey,
        externalIdSealed: new Uint8Array([1]),
      },
    });
    const { caseId } = await reportMember(core, {
      actor: heron,
      person: { ...PERSON, accountId: "mo-on-north" },
      reason: "They shout at people",
    });
    expect(await caseQueue(core, { actor: mo })).toEqual([]);
    expect(await takeNextCase(core, { actor: mo })).toBeUndefined();
    for (const named of ["1", caseId])
      expect(await codeOf(showCase(core, { actor: mo, named }))).toBe("not_found");
    expect(await codeOf(takeCase(core, { actor: kit, named: "1" }))).toBe("ok");
  });

  test("is worked on by one: the next one is the gravest that waits longest, and what is handed back waits again", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, mo, kit } = town;
    const heron = await joinAs(town, "Quiet Heron");
    const report = (account: string, rule: string) =>
      reportMember(core, { actor: heron, person: { ...PERSON, accountId: account }, reason: "See", rule });
    const mild = await report("one", "1");
    clock.advance(1000);
    const grave = await report("two", "5");
    clock.advance(1000);
    const grave2 = await report("three", "6");
    const [forMo, forKit] = await Promise.all([
      takeNextCase(core, { actor: mo }),
      takeNextCase(core, { actor: kit }),
    ]);
    expect([forMo?.caseId, forKit?.caseId].sort()).toEqual([grave.caseId, grave2.caseId].sort());
    const held = forMo?.caseId ?? "";
    expect(await codeOf(takeCase(core, { actor: kit, named: held }))).toBe("already_taken");
    await handBackCase(core, { actor: kit, named: held });
    expect((await showCase(core, { actor: kit, named: held })).holder).toBe("Mo");
    await handBackCase(core, { actor: mo, named: held });
    expect(await takeNextCase(core, { actor: mo, skip: [held] })).toMatchObject({ caseId: mild.caseId });
    expect(await codeOf(takeCase(core, { actor: kit, named: held }))).toBe("ok");
    clock.advance(21 * 60_000);
    expect(await codeOf(takeCase(core, { actor: mo, named: held }))).toBe("ok");
  });

  test("is nobody's to read who is a patient, a provider, an auditor or of another community", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, admin } = town;
    const heron = await joinAs(town, "Quiet Heron");
    const { caseId } = await reportPost(core, { actor: heron, post: postBy("x"), reason: "Sales" });
    const other = await addCommunity(core, clock, { name: "Other", actor: admin });
    expect(await codeOf(showCase(core, { actor: heron, named: caseId }))).toBe("not_allowed");
    const auditor = await invite(town, "Ivy", "auditor");
    expect(await codeOf(showCase(core, { actor: auditor, named: caseId }))).toBe("not_allowed");
    expect(await codeOf(showCase(core, { actor: other.admin, named: caseId }))).toBe("not_found");
    expect(await codeOf(takeCase(core, { actor: other.admin, named: "1" }))).toBe("not_found");
  });

  test("is not made of one's own post, by somebody who reports too much, or without a word about a person", async () => {
    const town = await moderatedTown(await openNew());
    const { core } = town;
    const heron = await joinAs(town, "Quiet Heron");
    const mine = reportPost(core, { actor: heron, post: postBy("Quiet Heron"), reason: "x" });
    expect(await codeOf(mine)).toBe("own_report");
    const person = { ...PERSON, accountId: "one" };
    expect(await codeOf(reportMember(core, { actor: heron, person, reason: " " }))).toBe("empty");
    for (let at = 0; at < 20; at += 1)
      await reportPost(core, { actor: heron, post: postBy("x", "Sales", `m-${at}`), reason: "Sales" });
    const more = reportPost(core, { actor: heron, post: postBy("x", "Sales", "m-99"), reason: "Sales" });
    expect(await codeOf(more)).toBe("too_many");
  });

  test("keeps notes for the next moderator", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo, kit } = town;
    const heron = await joinAs(town, "Quiet Heron");
    await reportPost(core, { actor: heron, post: postBy("x"), reason: "Sales" });
    await noteOnCase(core, { actor: mo, named: "1", text: "Third time this week." });
    const { notes } = await showCase(core, { actor: kit, named: "1" });
    expect(notes).toMatchObject([{ kind: "note", by: "Mo", text: "Third time this week." }]);
  });
});

describeOnBoth("evidence", ({ openNew }) => {
  test("goes when nobody can appeal any more, and stays while an appeal is open", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, mo } = town;
    const { heron, ana, questionId, messageId } = await answered(town);
    const open = await reportMessage(core, { actor: heron, questionId, reason: "Look" });
    const { caseId } = await reportMessage(core, { actor: heron, questionId, messageId, reason: "Sales" });
    const { decisionId } = await decideCase(core, {
      actor: mo,
      named: caseId,
      chosen: { action: "warn", rule: "3", reason: "Sales." },
    });
    await fileAppeal(core, { actor: ana, decisionId, text: "It names no shop." });
    clock.advance(21 * 24 * HOUR_MS);
    expect(await forgetEvidence(core)).toBe(0);
    await decideAppeal(core, { actor: town.kit, named: "2", outcome: "upheld", reason: "It does." });
    expect(await forgetEvidence(core)).toBe(1);
    expect(await core.db.evidence.findMany({ select: { caseId: true } })).toEqual([{ caseId: open.caseId }]);
  });
});
