-- AlterTable
ALTER TABLE "Case" ADD COLUMN "accountKey" TEXT;

-- CreateIndex
CREATE INDEX "Case_accountKey_idx" ON "Case"("accountKey");

-- Written by hand from here on.
