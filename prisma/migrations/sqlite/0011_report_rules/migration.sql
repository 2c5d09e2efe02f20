-- AlterTable
ALTER TABLE "Case" ADD COLUMN "onlyLeads" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Report" ADD COLUMN "rule" TEXT;

-- Written by hand from here on.
