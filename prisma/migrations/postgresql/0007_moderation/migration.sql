-- DropForeignKey
ALTER TABLE "Report" DROP CONSTRAINT "Report_questionId_fkey";

-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "accountSealed" BYTEA,
ADD COLUMN     "holderId" TEXT,
ADD COLUMN     "leaseEndsAt" TIMESTAMP(3),
ADD COLUMN     "number" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "severity" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "subjectMemberId" TEXT;

-- AlterTable
ALTER TABLE "Community" ADD COLUMN     "nextCase" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "barredAt" TIMESTAMP(3),
ADD COLUMN     "silencedUntil" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "hiddenAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "caseId" TEXT,
ALTER COLUMN "questionId" DROP NOT NULL,
ALTER COLUMN "reporterId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "Evidence" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "textSealed" BYTEA NOT NULL,
    "hash" TEXT NOT NULL,
    "takenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "subjectMemberId" TEXT,
    "action" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "detailSealed" BYTEA NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "decidedAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3),
    "confirmBy" TIMESTAMP(3),
    "confirmedById" TEXT,
    "undoneAt" TIMESTAMP(3),
    "undoneById" TEXT,
    "appealKey" TEXT,
    "appealSealed" BYTEA,
    "appealUntil" TIMESTAMP(3),

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Decision_state_known" CHECK ("state" IN ('standing', 'over', 'lapsed', 'undone')),
    CONSTRAINT "Decision_is_not_on_oneself" CHECK ("byId" <> "subjectMemberId"),
    CONSTRAINT "Decision_confirmed_by_another" CHECK ("confirmedById" <> "byId"),
    CONSTRAINT "Decision_not_confirmed_by_its_subject" CHECK ("confirmedById" <> "subjectMemberId")
);

-- CreateTable
CREATE TABLE "Appeal" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "filedAt" TIMESTAMP(3) NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "againstId" TEXT NOT NULL,
    "subjectId" TEXT,
    "reviewerId" TEXT,
    "decidedAt" TIMESTAMP(3),

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Appeal_state_known" CHECK ("state" IN ('open', 'upheld', 'overturned', 'withdrawn')),
    CONSTRAINT "Appeal_reviewer_is_another" CHECK ("reviewerId" <> "againstId"),
    CONSTRAINT "Appeal_reviewer_is_not_its_subject" CHECK ("reviewerId" <> "subjectId")
);

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

-- CreateIndex
CREATE INDEX "Case_communityId_number_idx" ON "Case"("communityId", "number");

-- CreateIndex
CREATE INDEX "Case_subjectMemberId_idx" ON "Case"("subjectMemberId");

-- CreateIndex
CREATE INDEX "Report_reporterId_createdAt_idx" ON "Report"("reporterId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Report_caseId_reporterId_key" ON "Report"("caseId", "reporterId");

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Written by hand from here on.

ALTER TABLE "Case" DROP CONSTRAINT "Case_state_known";
ALTER TABLE "Case" ADD CONSTRAINT "Case_state_known"
  CHECK ("state" IN ('open', 'agreed', 'dismissed', 'settled', 'decided'));
ALTER TABLE "Case" ADD CONSTRAINT "Case_severity_known" CHECK ("severity" BETWEEN 1 AND 3);

-- An account can be restrained through the outbox, and a member removed or banned.
ALTER TABLE "Member" DROP CONSTRAINT "Member_state_known";
ALTER TABLE "Member" ADD CONSTRAINT "Member_state_known"
  CHECK ("state" IN ('active', 'left', 'erased', 'removed', 'banned'));
ALTER TABLE "Delivery" DROP CONSTRAINT "Delivery_op_known";
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_op_known"
  CHECK ("op" IN ('post', 'edit', 'remove', 'restrain'));

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
