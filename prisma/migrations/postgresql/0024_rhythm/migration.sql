-- AlterTable
ALTER TABLE "Community" ADD COLUMN     "digests" TEXT NOT NULL DEFAULT 'on';

-- CreateTable
CREATE TABLE "Rhythm" (
    "memberId" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "welcomeAt" TIMESTAMP(3),
    "digest" TEXT NOT NULL DEFAULT 'off',
    "weekday" INTEGER NOT NULL,
    "band" TEXT NOT NULL,
    "nextDigestAt" TIMESTAMP(3),

    CONSTRAINT "Rhythm_pkey" PRIMARY KEY ("memberId"),
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
    "itemsSealed" BYTEA NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Digest_pkey" PRIMARY KEY ("memberId","week")
);

-- CreateTable
CREATE TABLE "DigestSeen" (
    "memberId" TEXT NOT NULL,
    "itemKey" TEXT NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DigestSeen_pkey" PRIMARY KEY ("memberId","itemKey")
);

-- CreateTable
CREATE TABLE "PeerQuestion" (
    "questionId" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "askerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "PeerQuestion_pkey" PRIMARY KEY ("questionId")
);

-- CreateIndex
CREATE INDEX "Rhythm_welcomeAt_idx" ON "Rhythm"("welcomeAt");

-- CreateIndex
CREATE INDEX "Rhythm_digest_nextDigestAt_idx" ON "Rhythm"("digest", "nextDigestAt");

-- CreateIndex
CREATE INDEX "PeerQuestion_communityId_endedAt_openedAt_idx" ON "PeerQuestion"("communityId", "endedAt", "openedAt");

-- CreateIndex
CREATE INDEX "PeerQuestion_askerId_idx" ON "PeerQuestion"("askerId");

-- Written by hand from here on.
ALTER TABLE "Community" ADD CONSTRAINT "Community_digests_known" CHECK ("digests" IN ('on', 'off'));
