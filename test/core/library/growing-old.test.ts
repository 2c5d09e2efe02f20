import { expect, test } from "vitest";
import { suspendCredential } from "#core/credentials/decision/suspend-credential.ts";
import { dueEntries } from "#core/library/list-entries.ts";
import { loadKeepTeamCard, loadLibraryDueCard } from "#core/library/load-library-cards.ts";
import { mergeEntries } from "#core/library/merge-entries.ts";
import { readAnswer } from "#core/library/read-answer.ts";
import { renewEntry } from "#core/library/renew-entry.ts";
import { retireEntry } from "#core/library/retire-entry.ts";
import { showEntry } from "#core/library/show-entry.ts";
import { tellOwners } from "#core/library/tell-owners.ts";
import { thisAnsweredIt } from "#core/library/this-answered-it.ts";
import { turnStale } from "#core/library/turn-stale.ts";
import { withdrawEntry } from "#core/library/withdraw-entry.ts";
import { editAnswer } from "#core/questions/edit-answer.ts";
import { takeBack } from "#core/questions/take-back.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { ANSWER } from "../questions/asked.ts";
import { codeOf, HOUR_MS, invite } from "../small-town.ts";
import { type Library, openLibrary } from "./kept.ts";

const DAY_MS = 24 * HOUR_MS;

const digests = ({ core }: Library) =>
  core.db.delivery.findMany({ where: { kind: "library-due" }, orderBy: { id: "asc" } });

const dueCard = ({ core }: Library, subjectId: string) =>
  core.tx((tx) => loadLibraryDueCard(tx, core, subjectId));

describeOnBoth("an answer past its day", (database) => {
  test("drops out, its author is told once a week, and who says that it is still right brings it back", async () => {
    const it = await openLibrary(await database.openNew());
    const { core, clock, ana, ben, otter } = it;
    const entryId = await it.kept();
    clock.advance(364 * DAY_MS);
    expect(await turnStale(core)).toBe(0);
    clock.advance(2 * DAY_MS);
    expect(await it.finds()).toEqual([]);
    expect(await turnStale(core)).toBe(1);
    expect(await it.entry(entryId)).toMatchObject({ state: "stale" });
    expect(await core.db.searchEntry.count()).toBe(0);
    expect(await tellOwners(core)).toBe(1);
    expect(await tellOwners(core)).toBe(0);
    clock.advance(8 * DAY_MS);
    expect(await tellOwners(core)).toBe(1);
    const sent = await digests(it);
    expect(sent.map(({ targetKind, targetId }) => [targetKind, targetId])).toEqual([
      ["member", ana.memberId],
      ["member", ana.memberId],
    ]);
    const card = await dueCard(it, sent[1]?.subjectId ?? "");
    expect(card).toMatchObject({ to: "author", entries: [{ entryId, changed: false }] });
    expect(await codeOf(renewEntry(core, { actor: otter, entryId }))).toBe("not_allowed");
    await renewEntry(core, { actor: ana, entryId });
    expect(await it.finds()).toEqual([entryId]);
    expect((await digests(it)).at(-1)).toMatchObject({ op: "edit", subjectId: sent[1]?.subjectId });
    expect(await dueCard(it, sent[1]?.subjectId ?? "")).toMatchObject({ entries: [] });
    expect(await codeOf(renewEntry(core, { actor: ben, entryId }))).toBe("entry_status");
    await retireEntry(core, { actor: ben, named: { entryId } });
    expect(await it.finds()).toEqual([]);
    expect(await core.tx((tx) => loadKeepTeamCard(tx, core, entryId))).toMatchObject({
      ...{ state: "retired", text: undefined },
    });
  });

  test("of an author without standing goes to the moderators; one that was edited can only be retired", async () => {
    const it = await openLibrary(await database.openNew());
    const { core, town, ana, ben, credentialId } = it;
    const entryId = await it.kept();
    const { messageId } = await it.entry(entryId);
    const text = { ...ANSWER, can: "Rest your eyes for an hour." };
    await editAnswer(core, { actor: ana, messageId: messageId ?? "", text });
    expect(await turnStale(core)).toBe(1);
    await suspendCredential(core, { actor: town.admin, credentialId, reason: "The register is down." });
    expect(await tellOwners(core)).toBe(1);
    const [digest] = await digests(it);
    const { id } = await core.db.channel.findFirstOrThrow({ where: { purpose: "moderation" } });
    expect(digest).toMatchObject({ targetKind: "channel", targetId: id });
    expect(await dueCard(it, digest?.subjectId ?? "")).toMatchObject({
      ...{ to: "moderators", entries: [{ entryId, changed: true }] },
    });
    expect(await codeOf(renewEntry(core, { actor: ana, entryId }))).toBe("no_standing");
    expect(await codeOf(renewEntry(core, { actor: ben, entryId }))).toBe("entry_changed");
    expect(await codeOf(retireEntry(core, { actor: ana, named: { entryId } }))).toBe("no_standing");
    const mo = await invite(town, "Mo Moderator", "moderator");
    expect(await dueEntries(core, { actor: mo })).toMatchObject([{ state: "stale", isImported: false }]);
    await retireEntry(core, { actor: mo, named: { number: 1 } });
    expect(await it.entry(entryId)).toMatchObject({ state: "retired", textSealed: null });
  });

  test("of two that say the same one leads to the other, with what both helped", async () => {
    const it = await openLibrary(await database.openNew());
    const { core, town, ben, heron, otter } = it;
    const [into, from] = [await it.kept(), await it.kept()];
    const helped = (entryId: string, search: string) =>
      thisAnsweredIt(core, { actor: otter, entryId, shownBy: { search } });
    for (const search of ["a", "b", "b"]) await helped(into, search);
    await helped(from, "a");
    const merge = (numbers: { into: number; from: number }) =>
      codeOf(mergeEntries(core, { actor: ben, ...numbers }));
    expect(await merge({ into: 1, from: 1 })).toBe("invalid_input");
    expect(await merge({ into: 1, from: 7 })).toBe("not_found");
    expect(await merge({ into: 1, from: 2 })).toBe("ok");
    expect(await merge({ into: 2, from: 1 })).toBe("entry_status");
    expect(await it.finds()).toEqual([into]);
    expect(await readAnswer(core, { actor: otter, entryId: from })).toMatchObject({ entryId: into });
    await helped(from, "c");
    const mo = await invite(town, "Mo Moderator", "moderator");
    expect(await showEntry(core, { actor: mo, number: 1 })).toMatchObject({ helped: [{ found: 4 }] });
    expect(await showEntry(core, { actor: mo, number: 2 })).toMatchObject({
      ...{ state: "merged", text: null, mergedInto: 1 },
    });
    await withdrawEntry(core, { actor: heron, entryId: into });
    expect(await codeOf(readAnswer(core, { actor: otter, entryId: from }))).toBe("not_found");
  });

  test("ends a question that it answers before it is sent, once; and only one's own draft", async () => {
    const it = await openLibrary(await database.openNew());
    const { core, heron, otter } = it;
    const entryId = await it.kept();
    const questionId = await it.ask();
    const shownBy = { questionId };
    expect(await codeOf(thisAnsweredIt(core, { actor: otter, entryId, shownBy }))).toBe("not_found");
    expect(await thisAnsweredIt(core, { actor: heron, entryId, shownBy })).toMatchObject({
      forgotten: [expect.any(String)],
    });
    expect(await codeOf(thisAnsweredIt(core, { actor: heron, entryId, shownBy }))).toBe("wrong_status");
    expect(await core.db.libraryUse.findMany()).toMatchObject([{ found: 0, insteadOfAsking: 1 }]);
    expect(await core.db.message.findFirst({ where: { questionId } })).toMatchObject({
      ...{ state: "cancelled", originalSealed: null, crossingSealed: null },
    });
    const entries = await core.db.auditEntry.findMany({ where: { actor: heron.memberId } });
    expect(entries.filter(({ verb }) => verb === "question.answered-by-library")).toHaveLength(1);
    const thanks = entries.filter(({ verb }) => verb === "question.answered-by-library");
    expect(JSON.stringify(thanks.map(({ subject, detail }) => [subject, detail]))).not.toContain(entryId);
    const other = await it.entry(entryId);
    await takeBack(core, { actor: heron, questionId: other.questionId ?? "" });
    expect(await codeOf(thisAnsweredIt(core, { actor: otter, entryId, shownBy: { search: "x" } }))).toBe(
      "not_found",
    );
  });
});
