-- AlterTable
ALTER TABLE "Community" ADD COLUMN     "experiencesCountedAt" TIMESTAMP(3),
ADD COLUMN     "nextExperience" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "Experience" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "authorId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "edition" INTEGER NOT NULL DEFAULT 1,
    "pendingOriginalSealed" BYTEA,
    "pendingSealed" BYTEA,
    "originalSealed" BYTEA,
    "crossingSealed" BYTEA,
    "version" INTEGER NOT NULL DEFAULT 0,
    "topic" TEXT,
    "forWhom" TEXT,
    "relation" TEXT,
    "outcome" TEXT,
    "noticed" TEXT,
    "treatmentKey" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "sharedAt" TIMESTAMP(3),
    "editedAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Experience_pkey" PRIMARY KEY ("id"),
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
    "givenAt" TIMESTAMP(3) NOT NULL,
    "withdrawnAt" TIMESTAMP(3),

    CONSTRAINT "ExperienceUse_pkey" PRIMARY KEY ("experienceId","use"),
    CONSTRAINT "ExperienceUse_use_known" CHECK ("use" IN ('community', 'providers', 'library'))
);

-- CreateTable
CREATE TABLE "ExperienceLabel" (
    "experienceId" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "addedBy" TEXT NOT NULL,
    "addedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ExperienceLabel_pkey" PRIMARY KEY ("experienceId","label"),
    CONSTRAINT "ExperienceLabel_added_by_known" CHECK ("addedBy" IN ('author', 'moderator'))
);

-- CreateTable
CREATE TABLE "ExperienceVersion" (
    "experienceId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "crossingSealed" BYTEA NOT NULL,
    "sharedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ExperienceVersion_pkey" PRIMARY KEY ("experienceId","version")
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
    "countedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "TreatmentCount_pkey" PRIMARY KEY ("communityId","treatmentKey"),
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

    CONSTRAINT "CountedVoice_pkey" PRIMARY KEY ("communityId","treatmentKey","memberId","tally"),
    CONSTRAINT "CountedVoice_tally_known" CHECK ("tally" IN ('people', 'outcome', 'noticed'))
);

-- CreateTable
CREATE TABLE "MemberAmber" (
    "memberId" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "addedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MemberAmber_pkey" PRIMARY KEY ("memberId","label")
);

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

-- AddForeignKey
ALTER TABLE "Experience" ADD CONSTRAINT "Experience_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExperienceUse" ADD CONSTRAINT "ExperienceUse_experienceId_fkey" FOREIGN KEY ("experienceId") REFERENCES "Experience"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExperienceLabel" ADD CONSTRAINT "ExperienceLabel_experienceId_fkey" FOREIGN KEY ("experienceId") REFERENCES "Experience"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExperienceVersion" ADD CONSTRAINT "ExperienceVersion_experienceId_fkey" FOREIGN KEY ("experienceId") REFERENCES "Experience"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberAmber" ADD CONSTRAINT "MemberAmber_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand from here on.
