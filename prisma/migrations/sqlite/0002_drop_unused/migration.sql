-- DropTable
PRAGMA foreign_keys=off;
DROP TABLE "Cursor";
PRAGMA foreign_keys=on;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Copy" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "targetKind" TEXT NOT NULL,
    "targetId" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "channelSealed" BLOB NOT NULL,
    "messageSealed" BLOB NOT NULL,
    "messageKey" TEXT NOT NULL,
    "postedAtMs" BIGINT NOT NULL,
    "removedAtMs" BIGINT
);
INSERT INTO "new_Copy" ("channelSealed", "communityId", "id", "kind", "messageKey", "messageSealed", "part", "place", "platform", "postedAtMs", "removedAtMs", "subjectId", "targetId", "targetKind") SELECT "channelSealed", "communityId", "id", "kind", "messageKey", "messageSealed", "part", "place", "platform", "postedAtMs", "removedAtMs", "subjectId", "targetId", "targetKind" FROM "Copy";
DROP TABLE "Copy";
ALTER TABLE "new_Copy" RENAME TO "Copy";
CREATE INDEX "Copy_messageKey_idx" ON "Copy"("messageKey");
CREATE UNIQUE INDEX "Copy_kind_subjectId_platform_targetKind_targetId_part_key" ON "Copy"("kind", "subjectId", "platform", "targetKind", "targetId", "part");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- Written by hand from here on.
