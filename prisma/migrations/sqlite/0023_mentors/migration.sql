-- CreateTable
CREATE TABLE "Mentor" (
    "memberId" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'learning',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "triedAt" DATETIME,
    "passedAt" DATETIME,
    "decidedAt" DATETIME,
    "decidedById" TEXT,
    "reasonSealed" BLOB,
    "cap" INTEGER NOT NULL DEFAULT 2,
    "pausedAt" DATETIME,
    "handedBack" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "Mentor_state_known" CHECK ("state" IN ('learning', 'waiting', 'active', 'declined', 'stopped', 'ended')),
    CONSTRAINT "Mentor_cap_is_small" CHECK ("cap" BETWEEN 1 AND 3),
    CONSTRAINT "Mentor_passed_first" CHECK ("state" NOT IN ('waiting', 'active') OR "passedAt" IS NOT NULL),
    CONSTRAINT "Mentor_is_approved_by_another" CHECK ("decidedById" <> "memberId")
);

-- CreateTable
CREATE TABLE "Mentoring" (
    "pairId" TEXT NOT NULL PRIMARY KEY,
    "mentorId" TEXT NOT NULL,
    "endedAt" DATETIME,
    "round" INTEGER NOT NULL DEFAULT 0,
    "touch" TEXT NOT NULL DEFAULT 'settled',
    "dueAt" DATETIME,
    CONSTRAINT "Mentoring_pairId_fkey" FOREIGN KEY ("pairId") REFERENCES "PeerPair" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Mentoring_touch_known" CHECK ("touch" IN ('settled', 'asked', 'not-yet', 'other'))
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_PeerCard" (
    "memberId" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'off',
    "tagsSealed" BLOB,
    "pace" TEXT,
    "times" TEXT,
    "zone" TEXT,
    "wants" TEXT NOT NULL DEFAULT 'peer',
    "openedAt" DATETIME,
    "changedAt" DATETIME NOT NULL,
    "nextLookAt" DATETIME,
    CONSTRAINT "PeerCard_state_known" CHECK ("state" IN ('on', 'off')),
    CONSTRAINT "PeerCard_wants_known" CHECK ("wants" IN ('peer', 'mentor', 'both')),
    CONSTRAINT "PeerCard_pace_known" CHECK ("pace" IN ('daily', 'weekly', 'once')),
    CONSTRAINT "PeerCard_is_whole_while_on" CHECK ("state" <> 'on' OR ("tagsSealed" IS NOT NULL AND "pace" IS NOT NULL AND "times" IS NOT NULL AND "zone" IS NOT NULL AND "nextLookAt" IS NOT NULL))
);
INSERT INTO "new_PeerCard" ("changedAt", "communityId", "memberId", "nextLookAt", "openedAt", "pace", "platform", "state", "tagsSealed", "times", "zone") SELECT "changedAt", "communityId", "memberId", "nextLookAt", "openedAt", "pace", "platform", "state", "tagsSealed", "times", "zone" FROM "PeerCard";
DROP TABLE "PeerCard";
ALTER TABLE "new_PeerCard" RENAME TO "PeerCard";
CREATE INDEX "PeerCard_state_nextLookAt_idx" ON "PeerCard"("state", "nextLookAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Mentor_communityId_state_idx" ON "Mentor"("communityId", "state");

-- CreateIndex
CREATE INDEX "Mentoring_mentorId_idx" ON "Mentoring"("mentorId");

-- CreateIndex
CREATE INDEX "Mentoring_dueAt_idx" ON "Mentoring"("dueAt");

-- Written by hand from here on.
