-- AlterTable
ALTER TABLE "Member" ADD COLUMN "toldOfOwnAt" DATETIME;

-- CreateTable
CREATE TABLE "WatchedChannel" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "spaceId" TEXT NOT NULL,
    "externalKey" TEXT NOT NULL,
    "externalIdSealed" BLOB NOT NULL,
    "watchedAt" DATETIME NOT NULL,
    "unwatchedAt" DATETIME,
    "noticeSealed" BLOB,
    "readSince" DATETIME,
    "readTo" DATETIME,
    "trouble" TEXT,
    CONSTRAINT "WatchedChannel_spaceId_fkey" FOREIGN KEY ("spaceId") REFERENCES "Space" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "WatchedChannel_trouble_known" CHECK ("trouble" IN ('intent', 'place', 'rights', 'away')),
    CONSTRAINT "WatchedChannel_read_under_a_notice" CHECK ("readSince" IS NULL OR "noticeSealed" IS NOT NULL)
);

-- CreateIndex
CREATE UNIQUE INDEX "WatchedChannel_externalKey_key" ON "WatchedChannel"("externalKey");

-- CreateIndex
CREATE INDEX "WatchedChannel_communityId_idx" ON "WatchedChannel"("communityId");

-- Written by hand from here on.
