-- AlterTable
ALTER TABLE "Community" ADD COLUMN     "casesADay" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "fullToldAt" TIMESTAMP(3),
ADD COLUMN     "urgentADay" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Shift" (
    "memberId" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "weekday" INTEGER NOT NULL,
    "fromMinute" INTEGER NOT NULL,
    "toMinute" INTEGER NOT NULL,
    "zone" TEXT NOT NULL,

    CONSTRAINT "Shift_pkey" PRIMARY KEY ("memberId","weekday","fromMinute"),
    CONSTRAINT "Shift_weekday_known" CHECK ("weekday" BETWEEN 1 AND 7),
    CONSTRAINT "Shift_begins_on_its_day" CHECK ("fromMinute" BETWEEN 0 AND 1439),
    CONSTRAINT "Shift_is_a_day_at_most" CHECK ("toMinute" > "fromMinute" AND "toMinute" <= "fromMinute" + 1440)
);

-- CreateTable
CREATE TABLE "CaseRead" (
    "memberId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "readAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CaseRead_pkey" PRIMARY KEY ("memberId","caseId")
);

-- CreateIndex
CREATE INDEX "Shift_communityId_idx" ON "Shift"("communityId");

-- CreateIndex
CREATE INDEX "CaseRead_readAt_idx" ON "CaseRead"("readAt");

-- AddForeignKey
ALTER TABLE "Shift" ADD CONSTRAINT "Shift_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseRead" ADD CONSTRAINT "CaseRead_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseRead" ADD CONSTRAINT "CaseRead_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand from here on.

-- What a cap may be: none (0), or so many.
ALTER TABLE "Community" ADD CONSTRAINT "Community_cases_a_day_known" CHECK ("casesADay" >= 0),
  ADD CONSTRAINT "Community_urgent_a_day_known" CHECK ("urgentADay" >= 0);
