-- CreateTable
CREATE TABLE "PeerCard" (
    "memberId" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'off',
    "tagsSealed" BLOB,
    "pace" TEXT,
    "times" TEXT,
    "zone" TEXT,
    "openedAt" DATETIME,
    "changedAt" DATETIME NOT NULL,
    "nextLookAt" DATETIME,
    CONSTRAINT "PeerCard_state_known" CHECK ("state" IN ('on', 'off')),
    CONSTRAINT "PeerCard_pace_known" CHECK ("pace" IN ('daily', 'weekly', 'once')),
    CONSTRAINT "PeerCard_is_whole_while_on" CHECK ("state" <> 'on' OR ("tagsSealed" IS NOT NULL AND "pace" IS NOT NULL AND "times" IS NOT NULL AND "zone" IS NOT NULL AND "nextLookAt" IS NOT NULL))
);

-- CreateTable
CREATE TABLE "PeerTag" (
    "memberId" TEXT NOT NULL,
    "tagKey" TEXT NOT NULL,
    "pace" TEXT NOT NULL,
    "spot" INTEGER NOT NULL,

    PRIMARY KEY ("memberId", "tagKey")
);

-- CreateTable
CREATE TABLE "PeerPair" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "platform" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "pairKey" TEXT NOT NULL,
    "openKey" TEXT,
    "createdAt" DATETIME NOT NULL,
    "closesAt" DATETIME NOT NULL,
    "togetherAt" DATETIME,
    "tellAt" DATETIME,
    "threadSealed" BLOB,
    "threadKey" TEXT,
    CONSTRAINT "PeerPair_state_known" CHECK ("state" IN ('offered', 'declined', 'over', 'together', 'leaving', 'ended')),
    CONSTRAINT "PeerPair_open_by_its_key" CHECK ("openKey" IS NULL OR "openKey" = "pairKey"),
    CONSTRAINT "PeerPair_left_is_told" CHECK ("state" <> 'leaving' OR "tellAt" IS NOT NULL)
);

-- CreateTable
CREATE TABLE "PeerSide" (
    "pairId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "answer" TEXT NOT NULL DEFAULT 'open',
    "sharedSealed" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "answeredAt" DATETIME,
    "leftAt" DATETIME,
    "befriendAt" DATETIME,

    PRIMARY KEY ("pairId", "memberId"),
    CONSTRAINT "PeerSide_pairId_fkey" FOREIGN KEY ("pairId") REFERENCES "PeerPair" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PeerSide_answer_known" CHECK ("answer" IN ('open', 'yes', 'no'))
);

-- CreateTable
CREATE TABLE "Block" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "blockerId" TEXT NOT NULL,
    "blockedId" TEXT,
    "blockedKey" TEXT,
    "knownSealed" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "Block_is_not_of_oneself" CHECK ("blockerId" <> "blockedId"),
    CONSTRAINT "Block_is_of_somebody" CHECK (("blockedId" IS NULL) <> ("blockedKey" IS NULL))
);

-- CreateTable
CREATE TABLE "Friend" (
    "memberId" TEXT NOT NULL,
    "friendId" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("memberId", "friendId"),
    CONSTRAINT "Friend_is_another" CHECK ("memberId" <> "friendId")
);

-- CreateTable
CREATE TABLE "CircleUpdate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "edition" INTEGER NOT NULL DEFAULT 1,
    "originalSealed" BLOB,
    "crossingSealed" BLOB,
    "mutedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "sentAt" DATETIME,
    CONSTRAINT "CircleUpdate_state_known" CHECK ("state" IN ('draft', 'sent', 'cancelled'))
);

-- CreateTable
CREATE TABLE "CircleReply" (
    "updateId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "support" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("updateId", "memberId"),
    CONSTRAINT "CircleReply_updateId_fkey" FOREIGN KEY ("updateId") REFERENCES "CircleUpdate" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "PeerCard_state_nextLookAt_idx" ON "PeerCard"("state", "nextLookAt");

-- CreateIndex
CREATE INDEX "PeerTag_tagKey_pace_spot_idx" ON "PeerTag"("tagKey", "pace", "spot");

-- CreateIndex
CREATE UNIQUE INDEX "PeerPair_openKey_key" ON "PeerPair"("openKey");

-- CreateIndex
CREATE INDEX "PeerPair_pairKey_idx" ON "PeerPair"("pairKey");

-- CreateIndex
CREATE INDEX "PeerPair_state_closesAt_idx" ON "PeerPair"("state", "closesAt");

-- CreateIndex
CREATE INDEX "PeerPair_state_tellAt_idx" ON "PeerPair"("state", "tellAt");

-- CreateIndex
CREATE INDEX "PeerPair_threadKey_idx" ON "PeerPair"("threadKey");

-- CreateIndex
CREATE UNIQUE INDEX "PeerPair_communityId_number_key" ON "PeerPair"("communityId", "number");

-- CreateIndex
CREATE INDEX "PeerSide_memberId_createdAt_idx" ON "PeerSide"("memberId", "createdAt");

-- CreateIndex
CREATE INDEX "Block_blockedId_idx" ON "Block"("blockedId");

-- CreateIndex
CREATE INDEX "Block_communityId_blockedKey_idx" ON "Block"("communityId", "blockedKey");

-- CreateIndex
CREATE UNIQUE INDEX "Block_blockerId_blockedId_key" ON "Block"("blockerId", "blockedId");

-- CreateIndex
CREATE UNIQUE INDEX "Block_blockerId_blockedKey_key" ON "Block"("blockerId", "blockedKey");

-- CreateIndex
CREATE INDEX "Friend_friendId_idx" ON "Friend"("friendId");

-- CreateIndex
CREATE INDEX "CircleUpdate_authorId_sentAt_idx" ON "CircleUpdate"("authorId", "sentAt");

-- Written by hand from here on.
