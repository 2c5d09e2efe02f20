-- AlterTable
ALTER TABLE "PeerCard" ADD COLUMN     "wants" TEXT NOT NULL DEFAULT 'peer';

-- CreateTable
CREATE TABLE "Mentor" (
    "memberId" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'learning',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "triedAt" TIMESTAMP(3),
    "passedAt" TIMESTAMP(3),
    "decidedAt" TIMESTAMP(3),
    "decidedById" TEXT,
    "reasonSealed" BYTEA,
    "cap" INTEGER NOT NULL DEFAULT 2,
    "pausedAt" TIMESTAMP(3),
    "handedBack" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Mentor_pkey" PRIMARY KEY ("memberId"),
    CONSTRAINT "Mentor_state_known" CHECK ("state" IN ('learning', 'waiting', 'active', 'declined', 'stopped', 'ended')),
    CONSTRAINT "Mentor_cap_is_small" CHECK ("cap" BETWEEN 1 AND 3),
    CONSTRAINT "Mentor_passed_first" CHECK ("state" NOT IN ('waiting', 'active') OR "passedAt" IS NOT NULL),
    CONSTRAINT "Mentor_is_approved_by_another" CHECK ("decidedById" <> "memberId")
);

-- CreateTable
CREATE TABLE "Mentoring" (
    "pairId" TEXT NOT NULL,
    "mentorId" TEXT NOT NULL,
    "endedAt" TIMESTAMP(3),
    "round" INTEGER NOT NULL DEFAULT 0,
    "touch" TEXT NOT NULL DEFAULT 'settled',
    "dueAt" TIMESTAMP(3),

    CONSTRAINT "Mentoring_pkey" PRIMARY KEY ("pairId"),
    CONSTRAINT "Mentoring_touch_known" CHECK ("touch" IN ('settled', 'asked', 'not-yet', 'other'))
);

-- CreateIndex
CREATE INDEX "Mentor_communityId_state_idx" ON "Mentor"("communityId", "state");

-- CreateIndex
CREATE INDEX "Mentoring_mentorId_idx" ON "Mentoring"("mentorId");

-- CreateIndex
CREATE INDEX "Mentoring_dueAt_idx" ON "Mentoring"("dueAt");

-- AddForeignKey
ALTER TABLE "Mentoring" ADD CONSTRAINT "Mentoring_pairId_fkey" FOREIGN KEY ("pairId") REFERENCES "PeerPair"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on.
ALTER TABLE "PeerCard" ADD CONSTRAINT "PeerCard_wants_known" CHECK ("wants" IN ('peer', 'mentor', 'both'));
