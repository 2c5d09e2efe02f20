-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_LibraryEntry" (
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
    "hiddenAt" DATETIME,
    "shelf" TEXT,
    "shelfSoon" BOOLEAN NOT NULL DEFAULT false,
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
INSERT INTO "new_LibraryEntry" ("answerVersion", "askerId", "authorAgreedAt", "authorId", "communityId", "credentialId", "endedAt", "id", "keeperId", "mergedIntoId", "messageId", "noteSealed", "number", "openKey", "patientAgreedAt", "proposedAt", "questionId", "renewedAt", "reviewBy", "reviewedAt", "reviewerId", "reviewerRole", "state", "textSealed", "toldAt", "topic", "waitsUntil") SELECT "answerVersion", "askerId", "authorAgreedAt", "authorId", "communityId", "credentialId", "endedAt", "id", "keeperId", "mergedIntoId", "messageId", "noteSealed", "number", "openKey", "patientAgreedAt", "proposedAt", "questionId", "renewedAt", "reviewBy", "reviewedAt", "reviewerId", "reviewerRole", "state", "textSealed", "toldAt", "topic", "waitsUntil" FROM "LibraryEntry";
DROP TABLE "LibraryEntry";
ALTER TABLE "new_LibraryEntry" RENAME TO "LibraryEntry";
CREATE UNIQUE INDEX "LibraryEntry_openKey_key" ON "LibraryEntry"("openKey");
CREATE INDEX "LibraryEntry_state_reviewBy_idx" ON "LibraryEntry"("state", "reviewBy");
CREATE INDEX "LibraryEntry_state_waitsUntil_idx" ON "LibraryEntry"("state", "waitsUntil");
CREATE INDEX "LibraryEntry_questionId_idx" ON "LibraryEntry"("questionId");
CREATE INDEX "LibraryEntry_messageId_idx" ON "LibraryEntry"("messageId");
CREATE INDEX "LibraryEntry_authorId_idx" ON "LibraryEntry"("authorId");
CREATE UNIQUE INDEX "LibraryEntry_communityId_number_key" ON "LibraryEntry"("communityId", "number");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- Written by hand from here on.
