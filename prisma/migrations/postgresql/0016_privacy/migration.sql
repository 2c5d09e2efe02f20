-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "nicknameSealed" BYTEA;

-- CreateTable
CREATE TABLE "ErasureReceipt" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "memberId" TEXT,
    "wish" TEXT NOT NULL,
    "counts" TEXT NOT NULL,
    "codeKey" TEXT,
    "codeSealed" BYTEA,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "endsBy" TIMESTAMP(3) NOT NULL,
    "toldAt" TIMESTAMP(3),
    "finishedAt" TIMESTAMP(3),

    CONSTRAINT "ErasureReceipt_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ErasureReceipt_wish_known" CHECK ("wish" IN ('member', 'team', 'restore')),
    CONSTRAINT "ErasureReceipt_ends_nameless" CHECK ("finishedAt" IS NULL OR ("memberId" IS NULL AND "codeSealed" IS NULL))
);

-- CreateTable
CREATE TABLE "Remainder" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "accountKey" TEXT,
    "textsGoneAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Remainder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reading" (
    "readerKey" TEXT NOT NULL,
    "entryKey" TEXT NOT NULL,
    "readAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Reading_pkey" PRIMARY KEY ("readerKey","entryKey")
);

-- CreateIndex
CREATE UNIQUE INDEX "ErasureReceipt_memberId_key" ON "ErasureReceipt"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "ErasureReceipt_codeKey_key" ON "ErasureReceipt"("codeKey");

-- CreateIndex
CREATE INDEX "ErasureReceipt_communityId_startedAt_idx" ON "ErasureReceipt"("communityId", "startedAt");

-- CreateIndex
CREATE INDEX "ErasureReceipt_finishedAt_idx" ON "ErasureReceipt"("finishedAt");

-- CreateIndex
CREATE INDEX "Remainder_accountKey_idx" ON "Remainder"("accountKey");

-- CreateIndex
CREATE UNIQUE INDEX "Remainder_memberId_accountKey_key" ON "Remainder"("memberId", "accountKey");

-- CreateIndex
CREATE INDEX "Reading_readAt_idx" ON "Reading"("readAt");

-- Written by hand from here on.
