import { expect, test } from "vitest";
import { agreeToKeep } from "#core/library/agree-to-keep.ts";
import { lapseEntries } from "#core/library/lapse-entries.ts";
import { passEntry } from "#core/library/pass-entry.ts";
import { proposeEntry } from "#core/library/propose-entry.ts";
import { renewEntry } from "#core/library/renew-entry.ts";
import { tellOwners } from "#core/library/tell-owners.ts";
import { turnStale } from "#core/library/turn-stale.ts";
import { giveOpinion } from "#core/questions/second-opinion/give-opinion.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { codeOf, HOUR_MS } from "../small-town.ts";
import { openLibrary, WORDS } from "./kept.ts";

const DAY_MS = 24 * HOUR_MS;
const NEW_LOOK_MS = 30 * DAY_MS;

describeOnBoth("the library, when two things happen at once", (database) => {
  test("a last yes at the moment of the fifteenth day counts", async () => {
    const it = await openLibrary(await database.openNew());
    const { core, clock } = it;
    const entryId = await it.proposed();
    clock.advance(14 * DAY_MS);
    const begun = Promise.withResolvers<void>();
    // Begun while the yes is not committed, and not in its transaction.
    const sweep = begun.promise.then(() => lapseEntries(core));
    await core.tx(async (tx, now) => {
      // The last yes is about to be committed: the sweep has read what was true before it.
      await tx.libraryEntry.update({
        where: { id: entryId },
        data: { state: "agreed", patientAgreedAt: now, waitsUntil: new Date(now.getTime() + NEW_LOOK_MS) },
      });
      begun.resolve();
      for (let waits = database.engine === "sqlite"; !waits; ) {
        const [row] = await tx.$queryRawUnsafe<{ n: bigint }[]>(
          "SELECT COUNT(*) AS n FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))",
        );
        waits = Number(row?.n ?? 0) > 0;
      }
    });
    expect(await sweep).toBe(0);
    expect(await it.entry(entryId)).toMatchObject({ state: "agreed", endedAt: null });
  });

  test("several workers send one weekly card", async () => {
    const it = await openLibrary(await database.openNew());
    const { core, clock } = it;
    await it.kept();
    clock.advance(366 * DAY_MS);
    await turnStale(core);
    const told = await Promise.all([1, 2, 3, 4].map(() => tellOwners(core)));
    expect(told.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await core.db.delivery.count({ where: { kind: "library-due", op: "post" } })).toBe(1);
  });
});

describeOnBoth("an answer that a colleague sees differently", (database) => {
  test("is looked at again once it is kept; its author does not settle that alone", async () => {
    const it = await openLibrary(await database.openNew());
    const { core, ana, ben } = it;
    const entryId = await it.kept();
    const { messageId, answerVersion } = await it.entry(entryId);
    const named = { answerId: messageId ?? "", version: answerVersion ?? 0 };
    await giveOpinion(core, { actor: ben, ...named, stance: "differ", text: "I see this differently." });
    expect(await it.entry(entryId)).toMatchObject({ state: "stale" });
    expect(await it.finds()).toEqual([]);
    const notices = await core.db.delivery.findMany({
      where: { subjectId: { startsWith: "kept-doubted:" } },
      orderBy: { targetKind: "asc" },
    });
    expect(notices.map(({ targetKind, targetId }) => [targetKind, targetId])).toEqual([
      ["member", ana.memberId],
      ["thread", expect.any(String)],
    ]);
    expect(await codeOf(renewEntry(core, { actor: ana, entryId }))).toBe("own_part");
    await renewEntry(core, { actor: ben, entryId });
    expect(await it.finds()).toEqual([entryId]);
  });

  test("is not kept where that came while it was waited for; and nobody is asked where its author left", async () => {
    const it = await openLibrary(await database.openNew());
    const { core, ana, ben, heron } = it;
    const { messageId } = await it.answered();
    const { entryId } = await proposeEntry(core, { actor: ana, named: { messageId }, words: WORDS });
    await agreeToKeep(core, { actor: heron, entryId });
    await giveOpinion(core, {
      actor: ben,
      answerId: messageId,
      version: 1,
      stance: "differ",
      text: "Not so.",
    });
    expect(await codeOf(passEntry(core, { actor: ben, entryId, months: 12 }))).toBe("cannot_keep");
    const other = await it.answered();
    await core.db.member.update({ where: { id: ana.memberId }, data: { state: "left" } });
    const asked = proposeEntry(core, { actor: ben, named: { messageId: other.messageId }, words: WORDS });
    await expect(asked).rejects.toMatchObject({ code: "cannot_keep", details: { why: "author-left" } });
  });
});
