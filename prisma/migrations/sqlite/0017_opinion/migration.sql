-- CreateTable
CREATE TABLE "Opinion" (
    "messageId" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "answerId" TEXT NOT NULL,
    "answerVersion" INTEGER NOT NULL,
    "authorId" TEXT NOT NULL,
    "stance" TEXT NOT NULL,
    "slot" TEXT,
    CONSTRAINT "Opinion_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Opinion_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Message" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Opinion_stance_known" CHECK ("stance" IN ('agree', 'add', 'differ'))
);

-- CreateIndex
CREATE UNIQUE INDEX "Opinion_slot_key" ON "Opinion"("slot");

-- CreateIndex
CREATE INDEX "Opinion_answerId_idx" ON "Opinion"("answerId");

-- CreateIndex
CREATE INDEX "Opinion_authorId_idx" ON "Opinion"("authorId");

-- Written by hand from here on.
