-- CreateTable
CREATE TABLE "PeerCard" (
    "memberId" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'off',
    "tagsSealed" BYTEA,
    "pace" TEXT,
    "times" TEXT,
    "zone" TEXT,
    "openedAt" TIMESTAMP(3),
    "changedAt" TIMESTAMP(3) NOT NULL,
    "nextLookAt" TIMESTAMP(3),

    CONSTRAINT "PeerCard_pkey" PRIMARY KEY ("memberId"),
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

    CONSTRAINT "PeerTag_pkey" PRIMARY KEY ("memberId","tagKey")
);

-- CreateTable
CREATE TABLE "PeerPair" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "platform" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "pairKey" TEXT NOT NULL,
    "openKey" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "closesAt" TIMESTAMP(3) NOT NULL,
    "togetherAt" TIMESTAMP(3),
    "tellAt" TIMESTAMP(3),
    "threadSealed" BYTEA,
    "threadKey" TEXT,

    CONSTRAINT "PeerPair_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "PeerPair_state_known" CHECK ("state" IN ('offered', 'declined', 'over', 'together', 'leaving', 'ended')),
    CONSTRAINT "PeerPair_open_by_its_key" CHECK ("openKey" IS NULL OR "openKey" = "pairKey"),
    CONSTRAINT "PeerPair_left_is_told" CHECK ("state" <> 'leaving' OR "tellAt" IS NOT NULL)
);

-- CreateTable
CREATE TABLE "PeerSide" (
    "pairId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "answer" TEXT NOT NULL DEFAULT 'open',
    "sharedSealed" BYTEA NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "answeredAt" TIMESTAMP(3),
    "leftAt" TIMESTAMP(3),
    "befriendAt" TIMESTAMP(3),

    CONSTRAINT "PeerSide_pkey" PRIMARY KEY ("pairId","memberId"),
    CONSTRAINT "PeerSide_answer_known" CHECK ("answer" IN ('open', 'yes', 'no'))
);

-- CreateTable
CREATE TABLE "Block" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "blockerId" TEXT NOT NULL,
    "blockedId" TEXT,
    "blockedKey" TEXT,
    "knownSealed" BYTEA NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Block_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Block_is_not_of_oneself" CHECK ("blockerId" <> "blockedId"),
    CONSTRAINT "Block_is_of_somebody" CHECK (("blockedId" IS NULL) <> ("blockedKey" IS NULL))
);

-- CreateTable
CREATE TABLE "Friend" (
    "memberId" TEXT NOT NULL,
    "friendId" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Friend_pkey" PRIMARY KEY ("memberId","friendId"),
    CONSTRAINT "Friend_is_another" CHECK ("memberId" <> "friendId")
);

-- CreateTable
CREATE TABLE "CircleUpdate" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "edition" INTEGER NOT NULL DEFAULT 1,
    "originalSealed" BYTEA,
    "crossingSealed" BYTEA,
    "mutedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,
    "sentAt" TIMESTAMP(3),

    CONSTRAINT "CircleUpdate_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "CircleUpdate_state_known" CHECK ("state" IN ('draft', 'sent', 'cancelled'))
);

-- CreateTable
CREATE TABLE "CircleReply" (
    "updateId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "support" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CircleReply_pkey" PRIMARY KEY ("updateId","memberId")
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

-- AddForeignKey
ALTER TABLE "PeerSide" ADD CONSTRAINT "PeerSide_pairId_fkey" FOREIGN KEY ("pairId") REFERENCES "PeerPair"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CircleReply" ADD CONSTRAINT "CircleReply_updateId_fkey" FOREIGN KEY ("updateId") REFERENCES "CircleUpdate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on.
