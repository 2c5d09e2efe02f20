-- AlterTable
ALTER TABLE "Community" ADD COLUMN     "nextEntry" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "LibraryEntry" (
    "id" TEXT NOT NULL,
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
    "textSealed" BYTEA,
    "keeperId" TEXT NOT NULL,
    "proposedAt" TIMESTAMP(3) NOT NULL,
    "waitsUntil" TIMESTAMP(3),
    "patientAgreedAt" TIMESTAMP(3),
    "authorAgreedAt" TIMESTAMP(3),
    "reviewerId" TEXT,
    "reviewerRole" TEXT,
    "noteSealed" BYTEA,
    "reviewedAt" TIMESTAMP(3),
    "reviewBy" TIMESTAMP(3),
    "renewedAt" TIMESTAMP(3),
    "toldAt" TIMESTAMP(3),
    "mergedIntoId" TEXT,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "LibraryEntry_pkey" PRIMARY KEY ("id"),
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

    CONSTRAINT "LibraryUse_pkey" PRIMARY KEY ("entryId","day"),
    CONSTRAINT "LibraryUse_counts" CHECK ("found" >= 0 AND "insteadOfAsking" >= 0)
);

-- CreateTable
CREATE TABLE "LibraryThanks" (
    "entryId" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "day" TEXT NOT NULL,

    CONSTRAINT "LibraryThanks_pkey" PRIMARY KEY ("entryId","search")
);

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

-- AddForeignKey
ALTER TABLE "LibraryUse" ADD CONSTRAINT "LibraryUse_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "LibraryEntry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand from here on.
