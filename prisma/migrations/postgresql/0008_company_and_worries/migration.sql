-- AlterTable
ALTER TABLE "CrisisAlert" ADD COLUMN     "personKey" TEXT,
ADD COLUMN     "personSealed" BYTEA,
ADD COLUMN     "wantsCompanyAt" TIMESTAMP(3),
ALTER COLUMN "memberId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "Worry" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "alertId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "whySealed" BYTEA,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Worry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Worry_byId_createdAt_idx" ON "Worry"("byId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Worry_alertId_byId_key" ON "Worry"("alertId", "byId");

-- CreateIndex
CREATE INDEX "CrisisAlert_memberId_raisedAt_idx" ON "CrisisAlert"("memberId", "raisedAt");

-- AddForeignKey
ALTER TABLE "Worry" ADD CONSTRAINT "Worry_alertId_fkey" FOREIGN KEY ("alertId") REFERENCES "CrisisAlert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand from here on.
