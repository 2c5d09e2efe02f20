-- CreateTable
CREATE TABLE "Rhythm" (
    "memberId" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "welcomeAt" DATETIME,
    "digest" TEXT NOT NULL DEFAULT 'off',
    "weekday" INTEGER NOT NULL,
    "band" TEXT NOT NULL,
    "nextDigestAt" DATETIME,
    CONSTRAINT "Rhythm_digest_known" CHECK ("digest" IN ('on', 'off')),
    CONSTRAINT "Rhythm_weekday_known" CHECK ("weekday" BETWEEN 1 AND 7),
    CONSTRAINT "Rhythm_band_known" CHECK ("band" IN ('night', 'morning', 'afternoon', 'evening')),
    CONSTRAINT "Rhythm_digest_is_due_while_on" CHECK ("digest" = 'off' OR "nextDigestAt" IS NOT NULL)
);

-- CreateTable
CREATE TABLE "Digest" (
    "memberId" TEXT NOT NULL,
    "week" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "itemsSealed" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("memberId", "week")
);

-- CreateTable
CREATE TABLE "DigestSeen" (
    "memberId" TEXT NOT NULL,
    "itemKey" TEXT NOT NULL,
    "seenAt" DATETIME NOT NULL,

    PRIMARY KEY ("memberId", "itemKey")
);

-- CreateTable
CREATE TABLE "PeerQuestion" (
    "questionId" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "askerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "openedAt" DATETIME NOT NULL,
    "endedAt" DATETIME
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
    "digests" TEXT NOT NULL DEFAULT 'on',
    "experiencesCountedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Community_bridge_known" CHECK ("bridge" IN ('on', 'off')),
    CONSTRAINT "Community_digests_known" CHECK ("digests" IN ('on', 'off')),
    CONSTRAINT "Community_cases_a_day_known" CHECK ("casesADay" >= 0),
    CONSTRAINT "Community_urgent_a_day_known" CHECK ("urgentADay" >= 0)
);
INSERT INTO "new_Community" ("bridge", "casesADay", "country", "createdAt", "experiencesCountedAt", "fullToldAt", "id", "name", "nextCase", "nextEntry", "nextExperience", "nextQuestion", "promiseHours", "secondLooks", "slug", "urgentADay") SELECT "bridge", "casesADay", "country", "createdAt", "experiencesCountedAt", "fullToldAt", "id", "name", "nextCase", "nextEntry", "nextExperience", "nextQuestion", "promiseHours", "secondLooks", "slug", "urgentADay" FROM "Community";
DROP TABLE "Community";
ALTER TABLE "new_Community" RENAME TO "Community";
CREATE UNIQUE INDEX "Community_slug_key" ON "Community"("slug");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Rhythm_welcomeAt_idx" ON "Rhythm"("welcomeAt");

-- CreateIndex
CREATE INDEX "Rhythm_digest_nextDigestAt_idx" ON "Rhythm"("digest", "nextDigestAt");

-- CreateIndex
CREATE INDEX "PeerQuestion_communityId_endedAt_openedAt_idx" ON "PeerQuestion"("communityId", "endedAt", "openedAt");

-- CreateIndex
CREATE INDEX "PeerQuestion_askerId_idx" ON "PeerQuestion"("askerId");

-- Written by hand from here on.
