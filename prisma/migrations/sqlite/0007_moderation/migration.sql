-- AlterTable
ALTER TABLE "Member" ADD COLUMN "barredAt" DATETIME;
ALTER TABLE "Member" ADD COLUMN "silencedUntil" DATETIME;

-- AlterTable
ALTER TABLE "Message" ADD COLUMN "hiddenAt" DATETIME;

-- CreateTable
CREATE TABLE "Evidence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "textSealed" BLOB NOT NULL,
    "hash" TEXT NOT NULL,
    "takenAt" DATETIME NOT NULL,
    CONSTRAINT "Evidence_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "subjectMemberId" TEXT,
    "action" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "detailSealed" BLOB NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "decidedAt" DATETIME NOT NULL,
    "endsAt" DATETIME,
    "confirmBy" DATETIME,
    "confirmedById" TEXT,
    "undoneAt" DATETIME,
    "undoneById" TEXT,
    "appealKey" TEXT,
    "appealSealed" BLOB,
    "appealUntil" DATETIME,
    CONSTRAINT "Decision_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Decision_state_known" CHECK ("state" IN ('standing', 'over', 'lapsed', 'undone')),
    CONSTRAINT "Decision_is_not_on_oneself" CHECK ("byId" <> "subjectMemberId"),
    CONSTRAINT "Decision_confirmed_by_another" CHECK ("confirmedById" <> "byId"),
    CONSTRAINT "Decision_not_confirmed_by_its_subject" CHECK ("confirmedById" <> "subjectMemberId")
);

-- CreateTable
CREATE TABLE "Appeal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "filedAt" DATETIME NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "againstId" TEXT NOT NULL,
    "subjectId" TEXT,
    "reviewerId" TEXT,
    "decidedAt" DATETIME,
    CONSTRAINT "Appeal_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Appeal_state_known" CHECK ("state" IN ('open', 'upheld', 'overturned', 'withdrawn')),
    CONSTRAINT "Appeal_reviewer_is_another" CHECK ("reviewerId" <> "againstId"),
    CONSTRAINT "Appeal_reviewer_is_not_its_subject" CHECK ("reviewerId" <> "subjectId")
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Case" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 0,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "subjectMemberId" TEXT,
    "accountSealed" BLOB,
    "state" TEXT NOT NULL,
    "openKey" TEXT,
    "severity" INTEGER NOT NULL DEFAULT 1,
    "holderId" TEXT,
    "leaseEndsAt" DATETIME,
    "openedAt" DATETIME NOT NULL,
    "decidedAt" DATETIME,
    "decidedById" TEXT,
    CONSTRAINT "Case_state_known" CHECK ("state" IN ('open', 'agreed', 'dismissed', 'settled', 'decided')),
    CONSTRAINT "Case_severity_known" CHECK ("severity" BETWEEN 1 AND 3)
);
INSERT INTO "new_Case" ("communityId", "decidedAt", "decidedById", "id", "openKey", "openedAt", "state", "subjectId", "subjectKind") SELECT "communityId", "decidedAt", "decidedById", "id", "openKey", "openedAt", "state", "subjectId", "subjectKind" FROM "Case";
DROP TABLE "Case";
ALTER TABLE "new_Case" RENAME TO "Case";
CREATE UNIQUE INDEX "Case_openKey_key" ON "Case"("openKey");
CREATE INDEX "Case_communityId_state_idx" ON "Case"("communityId", "state");
CREATE INDEX "Case_communityId_number_idx" ON "Case"("communityId", "number");
CREATE INDEX "Case_subjectKind_subjectId_idx" ON "Case"("subjectKind", "subjectId");
CREATE INDEX "Case_subjectMemberId_idx" ON "Case"("subjectMemberId");
CREATE TABLE "new_Community" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "promiseHours" INTEGER NOT NULL DEFAULT 72,
    "bridge" TEXT NOT NULL DEFAULT 'on',
    "secondLooks" INTEGER NOT NULL DEFAULT 0,
    "nextQuestion" INTEGER NOT NULL DEFAULT 1,
    "nextCase" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Community_bridge_known" CHECK ("bridge" IN ('on', 'off'))
);
INSERT INTO "new_Community" ("bridge", "country", "createdAt", "id", "name", "nextQuestion", "promiseHours", "secondLooks", "slug") SELECT "bridge", "country", "createdAt", "id", "name", "nextQuestion", "promiseHours", "secondLooks", "slug" FROM "Community";
DROP TABLE "Community";
ALTER TABLE "new_Community" RENAME TO "Community";
CREATE UNIQUE INDEX "Community_slug_key" ON "Community"("slug");
CREATE TABLE "new_Report" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "caseId" TEXT,
    "questionId" TEXT,
    "messageId" TEXT,
    "reporterId" TEXT,
    "reasonSealed" BLOB,
    "state" TEXT NOT NULL DEFAULT 'open',
    "createdAt" DATETIME NOT NULL,
    "resolvedAt" DATETIME,
    "resolvedById" TEXT,
    CONSTRAINT "Report_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Report_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Report_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Report_state_known" CHECK ("state" IN ('open', 'resolved'))
);
INSERT INTO "new_Report" ("communityId", "createdAt", "id", "messageId", "questionId", "reasonSealed", "reporterId", "resolvedAt", "resolvedById", "state") SELECT "communityId", "createdAt", "id", "messageId", "questionId", "reasonSealed", "reporterId", "resolvedAt", "resolvedById", "state" FROM "Report";
DROP TABLE "Report";
ALTER TABLE "new_Report" RENAME TO "Report";
CREATE INDEX "Report_questionId_state_idx" ON "Report"("questionId", "state");
CREATE INDEX "Report_messageId_idx" ON "Report"("messageId");
CREATE INDEX "Report_reporterId_createdAt_idx" ON "Report"("reporterId", "createdAt");
CREATE UNIQUE INDEX "Report_caseId_reporterId_key" ON "Report"("caseId", "reporterId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_caseId_hash_key" ON "Evidence"("caseId", "hash");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_appealKey_key" ON "Decision"("appealKey");

-- CreateIndex
CREATE INDEX "Decision_caseId_idx" ON "Decision"("caseId");

-- CreateIndex
CREATE INDEX "Decision_subjectMemberId_state_idx" ON "Decision"("subjectMemberId", "state");

-- CreateIndex
CREATE INDEX "Decision_state_endsAt_idx" ON "Decision"("state", "endsAt");

-- CreateIndex
CREATE INDEX "Decision_communityId_decidedAt_idx" ON "Decision"("communityId", "decidedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_decisionId_key" ON "Appeal"("decisionId");

-- CreateIndex
CREATE INDEX "Appeal_communityId_state_idx" ON "Appeal"("communityId", "state");

-- Written by hand from here on.

-- An account can be restrained through the outbox, and a member removed or banned.
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Member" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "country" TEXT,
    "adultStatedAt" DATETIME,
    "state" TEXT NOT NULL DEFAULT 'active',
    "silencedUntil" DATETIME,
    "barredAt" DATETIME,
    "crisisContact" BOOLEAN NOT NULL DEFAULT false,
    "reach" TEXT NOT NULL DEFAULT 'dm',
    "quiet" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Member_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Member_state_known" CHECK ("state" IN ('active', 'left', 'erased', 'removed', 'banned')),
    CONSTRAINT "Member_reach_known" CHECK ("reach" IN ('dm', 'thread', 'inbox'))
);
INSERT INTO "new_Member" ("id", "communityId", "pseudonym", "country", "adultStatedAt", "state", "silencedUntil", "barredAt", "crisisContact", "reach", "quiet", "createdAt") SELECT "id", "communityId", "pseudonym", "country", "adultStatedAt", "state", "silencedUntil", "barredAt", "crisisContact", "reach", "quiet", "createdAt" FROM "Member";
DROP TABLE "Member";
ALTER TABLE "new_Member" RENAME TO "Member";
CREATE UNIQUE INDEX "Member_communityId_pseudonym_key" ON "Member"("communityId", "pseudonym");
CREATE TABLE "new_Delivery" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "op" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "platform" TEXT NOT NULL,
    "targetKind" TEXT NOT NULL,
    "targetId" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'ready',
    "dueAtMs" BIGINT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "checks" INTEGER NOT NULL DEFAULT 0,
    "epoch" INTEGER NOT NULL DEFAULT 0,
    "owner" TEXT,
    "triedAtMs" BIGINT,
    "trouble" TEXT,
    "createdAtMs" BIGINT NOT NULL,
    "settledAtMs" BIGINT,
    "sweepAtMs" BIGINT,
    CONSTRAINT "Delivery_op_known" CHECK ("op" IN ('post', 'edit', 'remove', 'restrain')),
    CONSTRAINT "Delivery_state_known" CHECK ("state" IN ('ready', 'sending', 'unknown', 'checking', 'done', 'dead', 'dropped'))
);
INSERT INTO "new_Delivery" ("id", "communityId", "conversation", "seq", "op", "kind", "subjectId", "version", "platform", "targetKind", "targetId", "state", "dueAtMs", "attempts", "checks", "epoch", "owner", "triedAtMs", "trouble", "createdAtMs", "settledAtMs", "sweepAtMs") SELECT "id", "communityId", "conversation", "seq", "op", "kind", "subjectId", "version", "platform", "targetKind", "targetId", "state", "dueAtMs", "attempts", "checks", "epoch", "owner", "triedAtMs", "trouble", "createdAtMs", "settledAtMs", "sweepAtMs" FROM "Delivery";
DROP TABLE "Delivery";
ALTER TABLE "new_Delivery" RENAME TO "Delivery";
CREATE INDEX "Delivery_state_dueAtMs_idx" ON "Delivery"("state", "dueAtMs");
CREATE INDEX "Delivery_conversation_seq_idx" ON "Delivery"("conversation", "seq");
CREATE INDEX "Delivery_platform_state_idx" ON "Delivery"("platform", "state");
CREATE UNIQUE INDEX "Delivery_op_kind_subjectId_version_platform_targetKind_targetId_key" ON "Delivery"("op", "kind", "subjectId", "version", "platform", "targetKind", "targetId");
CREATE INDEX "Delivery_sweepAtMs_idx" ON "Delivery"("sweepAtMs");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- Reports that were open become cases, one for each text; the cards of single reports are said no more.
INSERT INTO "Case" ("id", "communityId", "subjectKind", "subjectId", "subjectMemberId", "state", "openKey", "severity", "openedAt")
SELECT MIN(r."id"), r."communityId", 'message', m."id", m."authorId", 'open', 'message:' || m."id", 1, MIN(r."createdAt")
FROM "Report" r
JOIN "Message" m ON m."id" = r."messageId" OR (r."messageId" IS NULL AND m."questionId" = r."questionId" AND m."kind" = 'question')
WHERE r."state" = 'open'
GROUP BY m."id", m."authorId", r."communityId";
UPDATE "Report" SET "caseId" = (
  SELECT c."id" FROM "Case" c JOIN "Message" m ON c."openKey" = 'message:' || m."id"
  WHERE m."id" = "Report"."messageId" OR ("Report"."messageId" IS NULL AND m."questionId" = "Report"."questionId" AND m."kind" = 'question'))
WHERE "id" IN (
  SELECT MIN(r."id") FROM "Report" r
  JOIN "Message" m ON m."id" = r."messageId" OR (r."messageId" IS NULL AND m."questionId" = r."questionId" AND m."kind" = 'question')
  WHERE r."state" = 'open' GROUP BY m."id", r."reporterId");
-- Who reported the same text again is in that case once.
UPDATE "Report" SET "state" = 'resolved', "resolvedAt" = "createdAt" WHERE "state" = 'open' AND "caseId" IS NULL;
UPDATE "Case" SET "number" = (
  SELECT COUNT(*) FROM "Case" o
  WHERE o."communityId" = "Case"."communityId" AND o."subjectKind" = 'message' AND o."id" <= "Case"."id")
WHERE "subjectKind" = 'message';
UPDATE "Community" SET "nextCase" = 1 + (
  SELECT COUNT(*) FROM "Case" c WHERE c."communityId" = "Community"."id" AND c."subjectKind" = 'message');
UPDATE "Delivery" SET "state" = 'dropped', "trouble" = 'replaced'
WHERE "kind" = 'report' AND "state" IN ('ready', 'sending', 'unknown', 'checking');
