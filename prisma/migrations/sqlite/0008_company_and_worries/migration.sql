-- CreateTable
CREATE TABLE "Worry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "alertId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "whySealed" BLOB,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Worry_alertId_fkey" FOREIGN KEY ("alertId") REFERENCES "CrisisAlert" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_CrisisAlert" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "memberId" TEXT,
    "personKey" TEXT,
    "personSealed" BLOB,
    "questionId" TEXT,
    "level" TEXT NOT NULL,
    "raisedAt" DATETIME NOT NULL,
    "wantsCompanyAt" DATETIME,
    "takenById" TEXT,
    "takenAt" DATETIME,
    "escalatedAt" DATETIME
);
INSERT INTO "new_CrisisAlert" ("communityId", "escalatedAt", "id", "level", "memberId", "questionId", "raisedAt", "takenAt", "takenById") SELECT "communityId", "escalatedAt", "id", "level", "memberId", "questionId", "raisedAt", "takenAt", "takenById" FROM "CrisisAlert";
DROP TABLE "CrisisAlert";
ALTER TABLE "new_CrisisAlert" RENAME TO "CrisisAlert";
CREATE INDEX "CrisisAlert_communityId_raisedAt_idx" ON "CrisisAlert"("communityId", "raisedAt");
CREATE INDEX "CrisisAlert_memberId_raisedAt_idx" ON "CrisisAlert"("memberId", "raisedAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Worry_byId_createdAt_idx" ON "Worry"("byId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Worry_alertId_byId_key" ON "Worry"("alertId", "byId");

-- Written by hand from here on.
