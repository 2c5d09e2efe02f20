-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN "sweepAtMs" BIGINT;

-- CreateTable
CREATE TABLE "Decline" (
    "questionId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("questionId", "memberId")
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Message" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "seq" INTEGER,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "edition" INTEGER NOT NULL DEFAULT 1,
    "originalSealed" BLOB,
    "crossingSealed" BLOB,
    "pendingOriginalSealed" BLOB,
    "pendingCrossingSealed" BLOB,
    "sourceKey" TEXT,
    "credentialId" TEXT,
    "credentialSealed" BLOB,
    "overrideReasonSealed" BLOB,
    "createdAt" DATETIME NOT NULL,
    "sentAt" DATETIME,
    "editedAt" DATETIME,
    "removedAt" DATETIME,
    "verdict" TEXT NOT NULL DEFAULT 'clear',
    CONSTRAINT "Message_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Message_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Message_state_known" CHECK ("state" IN ('draft', 'sent', 'removed', 'cancelled'))
);
INSERT INTO "new_Message" ("authorId", "communityId", "createdAt", "credentialId", "credentialSealed", "crossingSealed", "editedAt", "id", "kind", "originalSealed", "overrideReasonSealed", "pendingCrossingSealed", "pendingOriginalSealed", "questionId", "removedAt", "sentAt", "seq", "sourceKey", "state", "verdict", "version") SELECT "authorId", "communityId", "createdAt", "credentialId", "credentialSealed", "crossingSealed", "editedAt", "id", "kind", "originalSealed", "overrideReasonSealed", "pendingCrossingSealed", "pendingOriginalSealed", "questionId", "removedAt", "sentAt", "seq", "sourceKey", "state", "verdict", "version" FROM "Message";
DROP TABLE "Message";
ALTER TABLE "new_Message" RENAME TO "Message";
CREATE INDEX "Message_sourceKey_idx" ON "Message"("sourceKey");
CREATE UNIQUE INDEX "Message_questionId_seq_key" ON "Message"("questionId", "seq");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Decline_memberId_idx" ON "Decline"("memberId");

-- CreateIndex
CREATE INDEX "Delivery_sweepAtMs_idx" ON "Delivery"("sweepAtMs");

-- Written by hand from here on.
