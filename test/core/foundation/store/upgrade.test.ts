import { cp, mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { takeLock } from "#core/foundation/store/daemon-lock.ts";
import { migrate } from "#core/foundation/store/migrate.ts";
import { migrateAlone } from "#core/foundation/store/migrate-alone.ts";
import { migrationsFolder } from "#core/foundation/store/migrations.ts";
import type { Engine } from "#core/foundation/store/open-store.ts";
import { ENGINES, newDatabase, openForTest } from "../../../support/databases.ts";

/** The migrations of the first release alone. */
async function firstRelease(engine: Engine): Promise<string> {
  const folder = await mkdtemp(join(inject("databaseFolder"), "first-"));
  await cp(join(migrationsFolder(), engine, "0001_start"), join(folder, engine, "0001_start"), {
    recursive: true,
  });
  return folder;
}

const AT = "'2031-03-04T09:00:00.000+00:00'";

/** One row in each table of a conversation, in the columns of the first release. */
function rowsOf(engine: Engine): string[] {
  const blob = engine === "sqlite" ? "x'01'" : "'\\x01'";
  return [
    `INSERT INTO "Community" ("id", "name", "slug", "country", "createdAt") VALUES ('c', 'Harbour', 'harbour', 'GB', ${AT})`,
    `INSERT INTO "Member" ("id", "communityId", "pseudonym", "createdAt") VALUES ('m', 'c', 'Quiet Heron', ${AT})`,
    `INSERT INTO "Question" ("id", "communityId", "number", "askerId", "status", "topic", "forWhom", "ageBand", "draftedAt") VALUES ('q', 'c', 1, 'm', 'waiting', 'Symptoms', 'self', '30-44', ${AT})`,
    `INSERT INTO "Message" ("id", "communityId", "questionId", "authorId", "kind", "state", "createdAt") VALUES ('t', 'c', 'q', 'm', 'question', 'sent', ${AT})`,
    `INSERT INTO "MessageVersion" ("messageId", "version", "crossingSealed", "sentAt") VALUES ('t', 1, ${blob}, ${AT})`,
    ...["r1", "r2"].map(
      (id) =>
        `INSERT INTO "Report" ("id", "communityId", "questionId", "reporterId", "state", "createdAt") VALUES ('${id}', 'c', 'q', 'm', 'open', ${AT})`,
    ),
    `INSERT INTO "Delivery" ("id", "communityId", "conversation", "seq", "op", "kind", "subjectId", "platform", "targetKind", "targetId", "dueAtMs", "createdAtMs") VALUES ('d', 'c', 'report:r1', 1, 'post', 'report', 'r1', 'slack', 'channel', 'h', 1, 1)`,
    `INSERT INTO "Copy" ("id", "communityId", "kind", "subjectId", "platform", "targetKind", "targetId", "part", "place", "spaceId", "channelSealed", "messageSealed", "messageKey", "postedAtMs") VALUES ('y', 'c', 'triage', 'q', 'slack', 'channel', 'h', 0, 'channel', 's', ${blob}, ${blob}, 'k', 1)`,
  ];
}

for (const engine of ENGINES)
  test(`a database of the first release keeps all its rows (${engine})`, async () => {
    const subject = { engine, url: await newDatabase(engine, { migrated: false }) };
    await migrate(subject, { folder: await firstRelease(engine) });
    const before = await openForTest(subject.url);
    for (const row of rowsOf(engine)) await before.db.$executeRawUnsafe(row);
    await migrate(subject);
    const { db } = await openForTest(subject.url);
    expect(await db.message.findUnique({ where: { id: "t" }, include: { versions: true } })).toMatchObject({
      kind: "question",
      edition: 1,
      versions: [{ version: 1 }],
    });
    expect(await db.question.findUnique({ where: { id: "q" } })).toMatchObject({ number: 1, askerId: "m" });
    expect(await db.copy.findUnique({ where: { id: "y" } })).toMatchObject({ messageKey: "k", part: 0 });
    // What was reported and nobody had looked at is one case with a number; the cards of single reports are said no more.
    expect(await db.case.findMany({ include: { reports: true } })).toMatchObject([
      { number: 1, state: "open", openKey: "message:t", subjectMemberId: "m", reports: [{ id: "r1" }] },
    ]);
    expect(await db.community.findUnique({ where: { id: "c" } })).toMatchObject({ nextCase: 2 });
    expect(await db.delivery.findUnique({ where: { id: "d" } })).toMatchObject({ state: "dropped" });
  });

for (const engine of ENGINES)
  test(`nothing is migrated beside a daemon, which may be an older one (${engine})`, async () => {
    const url = await newDatabase(engine, { migrated: false });
    const subject = { engine, url, home: await mkdtemp(join(inject("databaseFolder"), "home-")) };
    await migrate(subject, { folder: await firstRelease(engine) });
    const lock = await takeLock({ ...subject, roles: ["sender"] });
    if (!("release" in lock)) throw new Error("somebody holds it");
    expect(await migrateAlone(subject)).toEqual({ heldBy: expect.any(String) });
    await lock.release();
    expect(await migrateAlone(subject)).toEqual({ applied: expect.arrayContaining([expect.any(String)]) });
    expect(await migrateAlone(subject)).toEqual({ applied: [] });
  });
