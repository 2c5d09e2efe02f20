-- AlterTable
ALTER TABLE "Community" ADD COLUMN     "secondLooks" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Look" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "noteSealed" BYTEA,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Look_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Look_outcome_known" CHECK ("outcome" IN ('passed', 'sent-back')),
    CONSTRAINT "Look_is_a_colleague" CHECK ("byId" <> "authorId")
);

-- CreateIndex
CREATE INDEX "Look_authorId_outcome_createdAt_idx" ON "Look"("authorId", "outcome", "createdAt");

-- CreateIndex
CREATE INDEX "Look_messageId_createdAt_idx" ON "Look"("messageId", "createdAt");

-- CreateIndex
CREATE INDEX "Message_authorId_idx" ON "Message"("authorId");

-- CreateIndex
CREATE INDEX "Report_messageId_idx" ON "Report"("messageId");

-- AddForeignKey
ALTER TABLE "Look" ADD CONSTRAINT "Look_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Written by hand from here on.

-- An answer that a colleague has not passed yet is held, and so is its question.
ALTER TABLE "Question" DROP CONSTRAINT "Question_status_known";
ALTER TABLE "Question" ADD CONSTRAINT "Question_status_known"
  CHECK ("status" IN ('draft', 'waiting', 'claimed', 'held', 'asked-back', 'answered', 'taken-back', 'expired', 'closed', 'cancelled'));
ALTER TABLE "Message" DROP CONSTRAINT "Message_state_known";
ALTER TABLE "Message" ADD CONSTRAINT "Message_state_known"
  CHECK ("state" IN ('draft', 'held', 'sent', 'removed', 'cancelled'));
