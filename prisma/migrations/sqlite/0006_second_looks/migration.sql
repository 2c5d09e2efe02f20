-- CreateTable
CREATE TABLE "Look" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "noteSealed" BLOB,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Look_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Look_outcome_known" CHECK ("outcome" IN ('passed', 'sent-back')),
    CONSTRAINT "Look_is_a_colleague" CHECK ("byId" <> "authorId")
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Community" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "promiseHours" INTEGER NOT NULL DEFAULT 72,
    "bridge" TEXT NOT NULL DEFAULT 'on',
    "secondLooks" INTEGER NOT NULL DEFAULT 0,
    "nextQuestion" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Community_bridge_known" CHECK ("bridge" IN ('on', 'off'))
);
INSERT INTO "new_Community" ("bridge", "country", "createdAt", "id", "name", "nextQuestion", "promiseHours", "slug") SELECT "bridge", "country", "createdAt", "id", "name", "nextQuestion", "promiseHours", "slug" FROM "Community";
DROP TABLE "Community";
ALTER TABLE "new_Community" RENAME TO "Community";
CREATE UNIQUE INDEX "Community_slug_key" ON "Community"("slug");
CREATE TABLE "new_Report" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "messageId" TEXT,
    "reporterId" TEXT NOT NULL,
    "reasonSealed" BLOB,
    "state" TEXT NOT NULL DEFAULT 'open',
    "createdAt" DATETIME NOT NULL,
    "resolvedAt" DATETIME,
    "resolvedById" TEXT,
    CONSTRAINT "Report_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Report_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Report_state_known" CHECK ("state" IN ('open', 'resolved'))
);
INSERT INTO "new_Report" ("communityId", "createdAt", "id", "messageId", "questionId", "reasonSealed", "reporterId", "resolvedAt", "resolvedById", "state") SELECT "communityId", "createdAt", "id", "messageId", "questionId", "reasonSealed", "reporterId", "resolvedAt", "resolvedById", "state" FROM "Report";
DROP TABLE "Report";
ALTER TABLE "new_Report" RENAME TO "Report";
CREATE INDEX "Report_questionId_state_idx" ON "Report"("questionId", "state");
CREATE INDEX "Report_messageId_idx" ON "Report"("messageId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Look_authorId_outcome_createdAt_idx" ON "Look"("authorId", "outcome", "createdAt");

-- CreateIndex
CREATE INDEX "Look_messageId_createdAt_idx" ON "Look"("messageId", "createdAt");

-- CreateIndex
CREATE INDEX "Message_authorId_idx" ON "Message"("authorId");

-- Written by hand from here on.

-- An answer that a colleague has not passed yet is held, and so is its question.
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Question" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "askerId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "forWhom" TEXT NOT NULL,
    "ageBand" TEXT NOT NULL,
    "holderId" TEXT,
    "leaseEndsAt" DATETIME,
    "pausedAt" DATETIME,
    "sendWithoutAsking" BOOLEAN NOT NULL DEFAULT false,
    "nextSeq" INTEGER NOT NULL DEFAULT 1,
    "draftedAt" DATETIME NOT NULL,
    "sentAt" DATETIME,
    "promisedAt" DATETIME,
    "closedAt" DATETIME,
    CONSTRAINT "Question_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Question_askerId_fkey" FOREIGN KEY ("askerId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Question_holderId_fkey" FOREIGN KEY ("holderId") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Question_status_known" CHECK ("status" IN ('draft', 'waiting', 'claimed', 'held', 'asked-back', 'answered', 'taken-back', 'expired', 'closed', 'cancelled'))
);
INSERT INTO "new_Question" ("id", "communityId", "number", "askerId", "status", "topic", "forWhom", "ageBand", "holderId", "leaseEndsAt", "pausedAt", "sendWithoutAsking", "nextSeq", "draftedAt", "sentAt", "promisedAt", "closedAt") SELECT "id", "communityId", "number", "askerId", "status", "topic", "forWhom", "ageBand", "holderId", "leaseEndsAt", "pausedAt", "sendWithoutAsking", "nextSeq", "draftedAt", "sentAt", "promisedAt", "closedAt" FROM "Question";
DROP TABLE "Question";
ALTER TABLE "new_Question" RENAME TO "Question";
CREATE INDEX "Question_status_promisedAt_idx" ON "Question"("status", "promisedAt");
CREATE INDEX "Question_askerId_idx" ON "Question"("askerId");
CREATE UNIQUE INDEX "Question_communityId_number_key" ON "Question"("communityId", "number");
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
    CONSTRAINT "Message_state_known" CHECK ("state" IN ('draft', 'held', 'sent', 'removed', 'cancelled'))
);
INSERT INTO "new_Message" ("id", "communityId", "questionId", "authorId", "kind", "seq", "state", "version", "edition", "originalSealed", "crossingSealed", "pendingOriginalSealed", "pendingCrossingSealed", "sourceKey", "credentialId", "credentialSealed", "overrideReasonSealed", "createdAt", "sentAt", "editedAt", "removedAt", "verdict") SELECT "id", "communityId", "questionId", "authorId", "kind", "seq", "state", "version", "edition", "originalSealed", "crossingSealed", "pendingOriginalSealed", "pendingCrossingSealed", "sourceKey", "credentialId", "credentialSealed", "overrideReasonSealed", "createdAt", "sentAt", "editedAt", "removedAt", "verdict" FROM "Message";
DROP TABLE "Message";
ALTER TABLE "new_Message" RENAME TO "Message";
CREATE INDEX "Message_sourceKey_idx" ON "Message"("sourceKey");
CREATE UNIQUE INDEX "Message_questionId_seq_key" ON "Message"("questionId", "seq");
CREATE INDEX "Message_authorId_idx" ON "Message"("authorId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
