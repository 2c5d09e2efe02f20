-- CreateTable
CREATE TABLE "Decline" (
    "questionId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("questionId", "memberId")
);

-- CreateIndex
CREATE INDEX "Decline_memberId_idx" ON "Decline"("memberId");

-- Written by hand from here on.
