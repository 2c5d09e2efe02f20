import { expect, test } from "vitest";
import { suspendCredential } from "#core/credentials/decision/suspend-credential.ts";
import { agreeToKeep } from "#core/library/agree-to-keep.ts";
import { declineToKeep } from "#core/library/decline-to-keep.ts";
import { findAnswers } from "#core/library/find-answers.ts";
import { lapseEntries } from "#core/library/lapse-entries.ts";
import { loadKeepRequestCard, loadKeepTeamCard } from "#core/library/load-library-cards.ts";
import { passEntry } from "#core/library/pass-entry.ts";
import { proposeEntry } from "#core/library/propose-entry.ts";
import { readAnswer } from "#core/library/read-answer.ts";
import { readKeep } from "#core/library/read-keep.ts";
import { readKeepRequest } from "#core/library/read-keep-request.ts";
import { rejectEntry } from "#core/library/reject-entry.ts";
import { withdrawEntry } from "#core/library/withdraw-entry.ts";
import { editAnswer } from "#core/questions/edit-answer.ts";
import { takeBack } from "#core/questions/take-back.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { ANSWER } from "../questions/asked.ts";
import { addCommunity, auditOf, codeOf, HOUR_MS, invite, joinAs } from "../small-town.ts";
import { openLibrary, WORDS } from "./kept.ts";

const DAY_MS = 24 * HOUR_MS;

describeOnBoth("an answer that is kept", (database) => {
  test("is found by another patient once the patient and a colleague said yes, and not before", async () => {
    const it = await openLibrary(await database.openNew());
    const { core, heron, ben, otter, town } = it;
    const entryId = await it.proposed();
    expect(await it.finds()).toEqual([]);
    const { text } = await readKeepRequest(core, { actor: heron, entryId });
    expect(text).toMatchObject({ question: WORDS, answer: ANSWER });
    expect(await agreeToKeep(core, { actor: heron, entryId })).toEqual({ state: "agreed" });
    expect(await it.finds()).toEqual([]);
    await passEntry(core, { actor: ben, entryId, months: 6 });
    expect(await it.finds()).toEqual([entryId]);
    const answer = await readAnswer(core, { actor: otter, entryId });
    expect(answer).toMatchObject({
      ...{ question: WORDS, answer: ANSWER, since: undefined, reviewerRole: "Pharmacist" },
      reviewBy: new Date("2031-09-04T09:00:00Z"),
      source: { credential: { profession: "Pharmacist", jurisdiction: "United Kingdom" } },
    });
    expect(JSON.stringify(answer)).not.toContain("Heron");
    expect(await auditOf(town, entryId)).toEqual(["library.proposed", "library.agreed", "library.kept"]);
    expect(await core.db.consent.count({ where: { memberId: heron.memberId, purpose: "library" } })).toBe(1);
  });

  test("holds neither identifiers nor the name of who asked, whoever wrote them", async () => {
    const it = await openLibrary(await database.openNew());
    const { core, ana, heron } = it;
    await core.db.member.update({ where: { id: heron.memberId }, data: { country: "FR" } });
    const { messageId } = await it.answered();
    await editAnswer(core, {
      actor: ana,
      messageId,
      text: { ...ANSWER, often: "Dear Quiet Heron, this is common." },
    });
    expect((await readKeep(core, { actor: ana, messageId })).question).not.toContain("heron@example.org");
    const words = "I am quiet heron, ring 020 7946 0958: why do headaches come from a screen?";
    const { entryId } = await proposeEntry(core, { actor: ana, named: { messageId }, words });
    const { text } = await readKeepRequest(core, { actor: heron, entryId });
    // Nor why the answer had to stay general: that says where they live, or do not.
    expect(JSON.stringify(text)).not.toMatch(/heron|7946|elsewhere/i);
    expect(text?.question).toContain("[name]");
  });

  test("needs another pair of eyes than its author's and its keeper's", async () => {
    const it = await openLibrary(await database.openNew());
    const { core, ana, ben, heron, otter } = it;
    const { messageId } = await it.answered();
    const named = { messageId };
    const { entryId } = await proposeEntry(core, { actor: ben, named, words: WORDS });
    await agreeToKeep(core, { actor: heron, entryId });
    expect(await codeOf(passEntry(core, { actor: ana, entryId, months: 12 }))).toBe("own_part");
    expect(await codeOf(passEntry(core, { actor: ben, entryId, months: 12 }))).toBe("own_part");
    expect(await codeOf(passEntry(core, { actor: otter, entryId, months: 12 }))).toBe("not_allowed");
    expect(await agreeToKeep(core, { actor: ana, entryId })).toEqual({ state: "agreed" });
    expect(await codeOf(passEntry(core, { actor: ana, entryId, months: 12 }))).toBe("own_part");
    expect(await codeOf(passEntry(core, { actor: ben, entryId, months: 12 }))).toBe("own_part");
    const same = { where: { id: entryId }, data: { reviewerId: ana.memberId } };
    await expect(core.db.libraryEntry.update(same)).rejects.toThrow();
    expect(await it.finds()).toEqual([]);
  });

  test("waits for both: one yes is not enough, a second one of the same person counts nothing", async () => {
    const it = await openLibrary(await database.openNew());
    const { core, ana, ben, heron } = it;
    const { messageId } = await it.answered();
    const { entryId } = await proposeEntry(core, { actor: ben, named: { messageId }, words: WORDS });
    expect(await agreeToKeep(core, { actor: ana, entryId })).toEqual({ state: "proposed" });
    expect(await agreeToKeep(core, { actor: ana, entryId })).toEqual({ state: "proposed" });
    await Promise.all([1, 2].map(() => agreeToKeep(core, { actor: heron, entryId })));
    expect(await it.entry(entryId)).toMatchObject({ state: "agreed" });
    expect(await core.db.consent.count({ where: { purpose: "library" } })).toBe(1);
    const card = await core.tx((tx) => loadKeepTeamCard(tx, core, entryId));
    expect(card).toMatchObject({ keeper: "Ben Nurse", author: "Ana Pharmacist", waitsFor: [] });
  });

  test("is nobody's to agree to but the patient's and the author's, nor to look at from elsewhere", async () => {
    const it = await openLibrary(await database.openNew());
    const { core, clock, ben, otter, town } = it;
    const entryId = await it.proposed();
    const elsewhere = await addCommunity(core, clock, { name: "Far Side", actor: town.admin });
    const wren = await joinAs(elsewhere, "Far Wren");
    for (const act of [agreeToKeep, declineToKeep, withdrawEntry]) {
      expect(await codeOf(act(core, { actor: otter, entryId }))).toBe("not_allowed");
      expect(await codeOf(act(core, { actor: ben, entryId }))).toBe("not_allowed");
      expect(await codeOf(act(core, { actor: wren, entryId }))).toBe("not_found");
    }
    expect(await codeOf(readKeepRequest(core, { actor: otter, entryId }))).toBe("not_found");
    const kept = await (async () => {
      await agreeToKeep(core, { actor: it.heron, entryId });
      await passEntry(core, { actor: ben, entryId, months: 12 });
      return entryId;
    })();
    expect(await codeOf(readAnswer(core, { actor: wren, entryId: kept }))).toBe("not_found");
    expect(await it.finds("headache from a screen", wren)).toEqual([]);
  });

  test("no is no: of the patient, of the author, and by silence; nobody is asked twice", async () => {
    const it = await openLibrary(await database.openNew());
    const { core, clock, ana, ben, heron } = it;
    const declined = await it.proposed();
    await declineToKeep(core, { actor: heron, entryId: declined });
    expect(await it.entry(declined)).toMatchObject({ state: "declined", textSealed: null });
    expect(await codeOf(agreeToKeep(core, { actor: heron, entryId: declined }))).toBe("entry_status");
    const { messageId } = await it.entry(declined);
    const again = { actor: ben, named: { messageId: messageId ?? "" }, words: WORDS };
    expect(await codeOf(proposeEntry(core, again))).toBe("cannot_keep");

    const silent = await it.proposed();
    clock.advance(14 * DAY_MS - 1);
    expect(await lapseEntries(core)).toBe(0);
    clock.advance(1);
    expect(await lapseEntries(core)).toBe(1);
    const lapsed = await it.entry(silent);
    expect(lapsed).toMatchObject({ state: "lapsed", textSealed: null });
    const silence = { actor: ana, named: { messageId: lapsed.messageId ?? "" }, words: WORDS };
    expect(await codeOf(proposeEntry(core, silence))).toBe("cannot_keep");
    expect(await core.tx((tx) => loadKeepRequestCard(tx, core, silent))).toMatchObject({ text: undefined });

    const { messageId: anas } = await it.answered();
    const asks = { actor: ben, named: { messageId: anas }, words: WORDS };
    const { entryId: half } = await proposeEntry(core, asks);
    await agreeToKeep(core, { actor: heron, entryId: half });
    clock.advance(14 * DAY_MS);
    expect(await lapseEntries(core)).toBe(1);
    expect(await codeOf(proposeEntry(core, asks))).toBe("cannot_keep");
    expect(await core.db.consent.count({ where: { purpose: "library", withdrawnAt: null } })).toBe(0);
  });

  test("of two who keep it at once one asks the patient", async () => {
    const it = await openLibrary(await database.openNew());
    const { core, ana, ben } = it;
    const { messageId } = await it.answered();
    const named = { messageId };
    const codes = await Promise.all(
      [ana, ben].map((actor) => codeOf(proposeEntry(core, { actor, named, words: WORDS }))),
    );
    expect(codes.sort()).toEqual(["cannot_keep", "ok"]);
    expect(await core.db.libraryEntry.count()).toBe(1);
  });

  test("is out at once when its patient or its author changes their mind", async () => {
    const it = await openLibrary(await database.openNew());
    const { core, ana, heron, otter } = it;
    const first = await it.kept();
    await withdrawEntry(core, { actor: heron, entryId: first });
    expect(await it.finds()).toEqual([]);
    expect(await codeOf(readAnswer(core, { actor: otter, entryId: first }))).toBe("not_found");
    expect(await it.entry(first)).toMatchObject({ state: "withdrawn", textSealed: null });
    expect(await core.db.consent.count({ where: { purpose: "library", withdrawnAt: null } })).toBe(0);
    expect(await core.db.searchEntry.count()).toBe(0);
    expect(await codeOf(withdrawEntry(core, { actor: heron, entryId: first }))).toBe("entry_status");
    const second = await it.kept();
    await withdrawEntry(core, { actor: ana, entryId: second });
    expect(await it.finds()).toEqual([]);
  });

  test("goes with its question, also while it waits, and so does what a colleague noted", async () => {
    const it = await openLibrary(await database.openNew());
    const { core, ben, heron } = it;
    const unfit = await it.agreed();
    await rejectEntry(core, { actor: ben, entryId: unfit, note: "Too close to this one person." });
    expect(await core.tx((tx) => loadKeepTeamCard(tx, core, unfit))).toMatchObject({
      ...{ state: "unfit", text: undefined, note: "Too close to this one person." },
    });
    const noted = { kind: "keep-team", subjectId: unfit };
    const before = await core.db.delivery.count({ where: { ...noted, op: "edit" } });
    for (const entryId of [await it.kept(), await it.proposed(), unfit]) {
      const { questionId } = await it.entry(entryId);
      await takeBack(core, { actor: heron, questionId: questionId ?? "" });
      expect(await it.entry(entryId)).toMatchObject({ textSealed: null, noteSealed: null });
    }
    expect(await it.finds()).toEqual([]);
    expect(await core.db.searchEntry.count()).toBe(0);
    // The card in the team's thread shows the note no more.
    expect(await core.db.delivery.count({ where: { ...noted, op: "edit" } })).toBe(before + 1);
  });

  test("is not shown when its answer was edited since, nor passed when it changed before the look", async () => {
    const it = await openLibrary(await database.openNew());
    const { core, ana, ben, otter } = it;
    const text = { ...ANSWER, can: "Rest your eyes for an hour." };
    const kept = await it.kept();
    await editAnswer(core, { actor: ana, messageId: (await it.entry(kept)).messageId ?? "", text });
    expect(await it.finds()).toEqual([]);
    expect(await codeOf(readAnswer(core, { actor: otter, entryId: kept }))).toBe("not_found");
    const agreed = await it.agreed();
    await editAnswer(core, { actor: ana, messageId: (await it.entry(agreed)).messageId ?? "", text });
    expect(await codeOf(passEntry(core, { actor: ben, entryId: agreed, months: 12 }))).toBe("entry_changed");
  });

  test("keeps its line when the credential ends, and says so beside it", async () => {
    const it = await openLibrary(await database.openNew());
    const { core, town, otter, credentialId } = it;
    const entryId = await it.kept();
    await suspendCredential(core, { actor: town.admin, credentialId, reason: "The register is down." });
    expect(await readAnswer(core, { actor: otter, entryId })).toMatchObject({
      since: "suspended",
      source: { credential: { profession: "Pharmacist" } },
    });
    await core.db.credential.update({ where: { id: credentialId }, data: { status: "expired" } });
    expect(await readAnswer(core, { actor: otter, entryId })).toMatchObject({ since: "ended" });
  });

  test("is not asked for where somebody may be in danger, by whoever lacks standing, or by its asker", async () => {
    const it = await openLibrary(await database.openNew());
    const { core, town, ana, heron, credentialId } = it;
    const { messageId, questionId } = await it.answered();
    const keep = (actor = ana, words = WORDS) =>
      codeOf(proposeEntry(core, { actor, named: { messageId }, words }));
    expect(await keep(ana, "I want to kill myself tonight. What helps?")).toBe("cannot_keep");
    expect(await keep(ana, " ")).toBe("empty");
    expect(await keep(heron)).toBe("not_allowed");
    expect(await keep({ ...heron, roles: ["patient", "provider"] })).toBe("not_allowed");
    await core.db.message.updateMany({
      where: { questionId, kind: "question" },
      data: { verdict: "crisis" },
    });
    expect(await keep()).toBe("cannot_keep");
    await core.db.message.updateMany({ where: { questionId }, data: { verdict: "clear" } });
    await suspendCredential(core, { actor: town.admin, credentialId, reason: "The register is down." });
    expect(await keep()).toBe("no_standing");
    const mo = await invite(town, "Mo Moderator", "moderator");
    expect(await keep(mo)).toBe("ok");
  });
});

describeOnBoth("looking for an answer", (database) => {
  test("of somebody in danger brings help and no answers, and keeps nothing of the words", async () => {
    const it = await openLibrary(await database.openNew());
    const { core, otter } = it;
    await it.kept();
    const found = await findAnswers(core, { actor: otter, words: "headache, I want to kill myself tonight" });
    expect(found.answers).toEqual([]);
    expect(found.help?.text).toContain("116 123");
    expect(await core.db.crisisAlert.count({ where: { memberId: otter.memberId } })).toBe(1);
    expect(await codeOf(findAnswers(core, { actor: otter, words: " " }))).toBe("empty");
    expect(await it.finds("my knee clicks on stairs")).toEqual([]);
    expect(JSON.stringify(core.logged)).not.toMatch(/headache|knee/);
  });

  test("gives three at the most, and only of the topic that was asked for", async () => {
    const it = await openLibrary(await database.openNew());
    for (let at = 0; at < 4; at += 1) await it.kept();
    expect(await it.finds()).toHaveLength(3);
    const other = { actor: it.otter, words: "headache from a screen", topic: "Symptoms" };
    expect((await findAnswers(it.core, other)).answers).toEqual([]);
  });
});
