-- AlterTable
ALTER TABLE "Member" ADD COLUMN "nicknameSealed" BLOB;

-- CreateTable
CREATE TABLE "ErasureReceipt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "memberId" TEXT,
    "wish" TEXT NOT NULL,
    "counts" TEXT NOT NULL,
    "codeKey" TEXT,
    "codeSealed" BLOB,
    "startedAt" DATETIME NOT NULL,
    "endsBy" DATETIME NOT NULL,
    "toldAt" DATETIME,
    "finishedAt" DATETIME,
    CONSTRAINT "ErasureReceipt_wish_known" CHECK ("wish" IN ('member', 'team', 'restore')),
    CONSTRAINT "ErasureReceipt_ends_nameless" CHECK ("finishedAt" IS NULL OR ("memberId" IS NULL AND "codeSealed" IS NULL))
);

-- CreateTable
CREATE TABLE "Remainder" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "accountKey" TEXT,
    "textsGoneAt" DATETIME,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Reading" (
    "readerKey" TEXT NOT NULL,
    "entryKey" TEXT NOT NULL,
    "readAt" DATETIME NOT NULL,

    PRIMARY KEY ("readerKey", "entryKey")
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
