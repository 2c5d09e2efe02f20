-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "sweepAtMs" BIGINT;

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "edition" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "Decline" (
    "questionId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Decline_pkey" PRIMARY KEY ("questionId","memberId")
);

-- CreateIndex
CREATE INDEX "Decline_memberId_idx" ON "Decline"("memberId");

-- CreateIndex
CREATE INDEX "Delivery_sweepAtMs_idx" ON "Delivery"("sweepAtMs");

-- Written by hand from here on.
