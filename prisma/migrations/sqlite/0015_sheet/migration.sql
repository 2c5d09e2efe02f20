-- AlterTable
ALTER TABLE "Question" ADD COLUMN "relation" TEXT CONSTRAINT "Question_relation_known" CHECK ("relation" IS NULL OR ("forWhom" = 'other' AND "relation" IN ('parent', 'child', 'partner', 'relative', 'friend', 'other')));

-- CreateTable
CREATE TABLE "VisitNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "textSealed" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "VisitNote_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "VisitNote_kind_known" CHECK ("kind" IN ('note', 'ask'))
);

-- CreateIndex
CREATE INDEX "VisitNote_memberId_createdAt_idx" ON "VisitNote"("memberId", "createdAt");

-- Written by hand from here on.
