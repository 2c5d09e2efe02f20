-- AlterTable
ALTER TABLE "Question" ADD COLUMN     "relation" TEXT;

-- CreateTable
CREATE TABLE "VisitNote" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "textSealed" BYTEA NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "VisitNote_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "VisitNote_kind_known" CHECK ("kind" IN ('note', 'ask'))
);

-- CreateIndex
CREATE INDEX "VisitNote_memberId_createdAt_idx" ON "VisitNote"("memberId", "createdAt");

-- AddForeignKey
ALTER TABLE "VisitNote" ADD CONSTRAINT "VisitNote_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on.

-- Whom a question is for, only where it is for somebody else.
ALTER TABLE "Question" ADD CONSTRAINT "Question_relation_known" CHECK ("relation" IS NULL OR ("forWhom" = 'other' AND "relation" IN ('parent', 'child', 'partner', 'relative', 'friend', 'other')));
