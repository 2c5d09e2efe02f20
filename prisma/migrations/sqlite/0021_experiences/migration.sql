-- CreateTable
CREATE TABLE "Experience" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "authorId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "edition" INTEGER NOT NULL DEFAULT 1,
    "pendingOriginalSealed" BLOB,
    "pendingSealed" BLOB,
    "originalSealed" BLOB,
    "crossingSealed" BLOB,
    "version" INTEGER NOT NULL DEFAULT 0,
    "topic" TEXT,
    "forWhom" TEXT,
    "relation" TEXT,
    "outcome" TEXT,
    "noticed" TEXT,
    "treatmentKey" TEXT,
    "createdAt" DATETIME NOT NULL,
    "sharedAt" DATETIME,
    "editedAt" DATETIME,
    "endedAt" DATETIME,
    CONSTRAINT "Experience_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Experience_status_known" CHECK ("status" IN ('draft', 'shared', 'redacted', 'hidden', 'withdrawn', 'removed', 'cancelled')),
    CONSTRAINT "Experience_for_whom_known" CHECK ("forWhom" IN ('self', 'other')),
    CONSTRAINT "Experience_relation_is_named" CHECK ("forWhom" <> 'other' OR "relation" IS NOT NULL),
    CONSTRAINT "Experience_shared_has_text" CHECK ("status" NOT IN ('shared', 'redacted', 'hidden') OR ("crossingSealed" IS NOT NULL AND "treatmentKey" IS NOT NULL))
);

-- CreateTable
CREATE TABLE "ExperienceUse" (
    "experienceId" TEXT NOT NULL,
    "use" TEXT NOT NULL,
    "textVersion" TEXT NOT NULL,
    "givenAt" DATETIME NOT NULL,
    "withdrawnAt" DATETIME,

    PRIMARY KEY ("experienceId", "use"),
    CONSTRAINT "ExperienceUse_experienceId_fkey" FOREIGN KEY ("experienceId") REFERENCES "Experience" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ExperienceUse_use_known" CHECK ("use" IN ('community', 'providers', 'library'))
);

-- CreateTable
CREATE TABLE "ExperienceLabel" (
    "experienceId" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "addedBy" TEXT NOT NULL,
    "addedAt" DATETIME NOT NULL,

    PRIMARY KEY ("experienceId", "label"),
    CONSTRAINT "ExperienceLabel_experienceId_fkey" FOREIGN KEY ("experienceId") REFERENCES "Experience" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ExperienceLabel_added_by_known" CHECK ("addedBy" IN ('author', 'moderator'))
);

-- CreateTable
CREATE TABLE "ExperienceVersion" (
    "experienceId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "crossingSealed" BLOB NOT NULL,
    "sharedAt" DATETIME NOT NULL,

    PRIMARY KEY ("experienceId", "version"),
    CONSTRAINT "ExperienceVersion_experienceId_fkey" FOREIGN KEY ("experienceId") REFERENCES "Experience" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TreatmentCount" (
    "communityId" TEXT NOT NULL,
    "treatmentKey" TEXT NOT NULL,
    "people" INTEGER,
    "helped" INTEGER,
    "notHelped" INTEGER,
    "withinWeeks" INTEGER,
    "laterOn" INTEGER,
    "countedAt" DATETIME NOT NULL,

    PRIMARY KEY ("communityId", "treatmentKey"),
    CONSTRAINT "TreatmentCount_people_are_many" CHECK ("people" >= 5),
    CONSTRAINT "TreatmentCount_outcome_is_of_many" CHECK ("helped" >= 5 AND "notHelped" >= 5),
    CONSTRAINT "TreatmentCount_noticed_is_of_many" CHECK ("withinWeeks" >= 5 AND "laterOn" >= 5)
);

-- CreateTable
CREATE TABLE "CountedVoice" (
    "communityId" TEXT NOT NULL,
    "treatmentKey" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "tally" TEXT NOT NULL,
    "cell" TEXT NOT NULL,

    PRIMARY KEY ("communityId", "treatmentKey", "memberId", "tally"),
    CONSTRAINT "CountedVoice_tally_known" CHECK ("tally" IN ('people', 'outcome', 'noticed'))
);

-- CreateTable
CREATE TABLE "MemberAmber" (
    "memberId" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "addedAt" DATETIME NOT NULL,

    PRIMARY KEY ("memberId", "label"),
    CONSTRAINT "MemberAmber_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
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
    "nextExperience" INTEGER NOT NULL DEFAULT 1,
    "experiencesCountedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Community_bridge_known" CHECK ("bridge" IN ('on', 'off')),
    CONSTRAINT "Community_cases_a_day_known" CHECK ("casesADay" >= 0),
    CONSTRAINT "Community_urgent_a_day_known" CHECK ("urgentADay" >= 0)
);
INSERT INTO "new_Community" ("bridge", "casesADay", "country", "createdAt", "fullToldAt", "id", "name", "nextCase", "nextEntry", "nextQuestion", "promiseHours", "secondLooks", "slug", "urgentADay") SELECT "bridge", "casesADay", "country", "createdAt", "fullToldAt", "id", "name", "nextCase", "nextEntry", "nextQuestion", "promiseHours", "secondLooks", "slug", "urgentADay" FROM "Community";
DROP TABLE "Community";
ALTER TABLE "new_Community" RENAME TO "Community";
CREATE UNIQUE INDEX "Community_slug_key" ON "Community"("slug");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Experience_authorId_idx" ON "Experience"("authorId");

-- CreateIndex
CREATE INDEX "Experience_communityId_status_idx" ON "Experience"("communityId", "status");

-- CreateIndex
CREATE INDEX "Experience_communityId_treatmentKey_idx" ON "Experience"("communityId", "treatmentKey");

-- CreateIndex
CREATE UNIQUE INDEX "Experience_communityId_number_key" ON "Experience"("communityId", "number");

-- CreateIndex
CREATE INDEX "CountedVoice_memberId_idx" ON "CountedVoice"("memberId");

-- Written by hand from here on.
