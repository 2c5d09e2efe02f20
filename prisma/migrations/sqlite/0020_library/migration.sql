-- CreateTable
CREATE TABLE "LibraryEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "questionId" TEXT,
    "messageId" TEXT,
    "answerVersion" INTEGER,
    "askerId" TEXT,
    "authorId" TEXT,
    "credentialId" TEXT,
    "openKey" TEXT,
    "textSealed" BLOB,
    "keeperId" TEXT NOT NULL,
    "proposedAt" DATETIME NOT NULL,
    "waitsUntil" DATETIME,
    "patientAgreedAt" DATETIME,
    "authorAgreedAt" DATETIME,
    "reviewerId" TEXT,
    "reviewerRole" TEXT,
    "noteSealed" BLOB,
    "reviewedAt" DATETIME,
    "reviewBy" DATETIME,
    "renewedAt" DATETIME,
    "toldAt" DATETIME,
    "mergedIntoId" TEXT,
    "endedAt" DATETIME,
    CONSTRAINT "LibraryEntry_state_known" CHECK ("state" IN ('proposed', 'agreed', 'kept', 'stale', 'declined', 'lapsed', 'unfit', 'withdrawn', 'retired', 'merged')),
    CONSTRAINT "LibraryEntry_author_is_not_asker" CHECK ("authorId" <> "askerId"),
    CONSTRAINT "LibraryEntry_reviewer_is_not_author" CHECK ("reviewerId" <> "authorId"),
    CONSTRAINT "LibraryEntry_reviewer_is_not_keeper" CHECK ("reviewerId" <> "keeperId"),
    CONSTRAINT "LibraryEntry_reviewer_is_not_asker" CHECK ("reviewerId" <> "askerId"),
    CONSTRAINT "LibraryEntry_kept_has_a_day" CHECK ("state" NOT IN ('kept', 'stale') OR "reviewBy" IS NOT NULL),
    CONSTRAINT "LibraryEntry_kept_was_agreed_to" CHECK ("state" NOT IN ('kept', 'stale') OR "askerId" IS NULL OR ("patientAgreedAt" IS NOT NULL AND "authorAgreedAt" IS NOT NULL AND "reviewerId" IS NOT NULL)),
    CONSTRAINT "LibraryEntry_over_holds_no_text" CHECK (("endedAt" IS NULL AND "textSealed" IS NOT NULL AND "openKey" IS NOT NULL) OR ("endedAt" IS NOT NULL AND "textSealed" IS NULL AND "openKey" IS NULL)),
    CONSTRAINT "LibraryEntry_is_merged_into_another" CHECK ("mergedIntoId" <> "id")
);

-- CreateTable
CREATE TABLE "LibraryUse" (
    "entryId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "found" INTEGER NOT NULL DEFAULT 0,
    "insteadOfAsking" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("entryId", "day"),
    CONSTRAINT "LibraryUse_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "LibraryEntry" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "LibraryUse_counts" CHECK ("found" >= 0 AND "insteadOfAsking" >= 0)
);

-- CreateTable
CREATE TABLE "LibraryThanks" (
    "entryId" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "day" TEXT NOT NULL,

    PRIMARY KEY ("entryId", "search")
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Community" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "promiseHours" INTEGER NOT NULL DEFAULT 72,
    "bridge" TEXT NOT NULL DEFAULT 'on',
    "secondLooks" INTEGER NOT NULL DEFAULT 0,
    "casesADay" INTEGER NOT NULL DEFAULT 0,
    "urgentADay" INTEGER NOT NULL DEFAULT 0,
    "fullToldAt" DATETIME,
    "nextQuestion" INTEGER NOT NULL DEFAULT 1,
    "nextCase" INTEGER NOT NULL DEFAULT 1,
    "nextEntry" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Community_bridge_known" CHECK ("bridge" IN ('on', 'off')),
    CONSTRAINT "Community_cases_a_day_known" CHECK ("casesADay" >= 0),
    CONSTRAINT "Community_urgent_a_day_known" CHECK ("urgentADay" >= 0)
);
INSERT INTO "new_Community" ("bridge", "casesADay", "country", "createdAt", "fullToldAt", "id", "name", "nextCase", "nextQuestion", "promiseHours", "secondLooks", "slug", "urgentADay") SELECT "bridge", "casesADay", "country", "createdAt", "fullToldAt", "id", "name", "nextCase", "nextQuestion", "promiseHours", "secondLooks", "slug", "urgentADay" FROM "Community";
DROP TABLE "Community";
ALTER TABLE "new_Community" RENAME TO "Community";
CREATE UNIQUE INDEX "Community_slug_key" ON "Community"("slug");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "LibraryEntry_openKey_key" ON "LibraryEntry"("openKey");

-- CreateIndex
CREATE INDEX "LibraryEntry_state_reviewBy_idx" ON "LibraryEntry"("state", "reviewBy");

-- CreateIndex
CREATE INDEX "LibraryEntry_state_waitsUntil_idx" ON "LibraryEntry"("state", "waitsUntil");

-- CreateIndex
CREATE INDEX "LibraryEntry_questionId_idx" ON "LibraryEntry"("questionId");

-- CreateIndex
CREATE INDEX "LibraryEntry_messageId_idx" ON "LibraryEntry"("messageId");

-- CreateIndex
CREATE INDEX "LibraryEntry_authorId_idx" ON "LibraryEntry"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "LibraryEntry_communityId_number_key" ON "LibraryEntry"("communityId", "number");

-- CreateIndex
CREATE INDEX "LibraryThanks_day_idx" ON "LibraryThanks"("day");

-- Written by hand from here on.
