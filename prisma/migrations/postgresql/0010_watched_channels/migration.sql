-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "toldOfOwnAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "WatchedChannel" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "spaceId" TEXT NOT NULL,
    "externalKey" TEXT NOT NULL,
    "externalIdSealed" BYTEA NOT NULL,
    "watchedAt" TIMESTAMP(3) NOT NULL,
    "unwatchedAt" TIMESTAMP(3),
    "noticeSealed" BYTEA,
    "readSince" TIMESTAMP(3),
    "readTo" TIMESTAMP(3),
    "trouble" TEXT,

    CONSTRAINT "WatchedChannel_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "WatchedChannel_trouble_known" CHECK ("trouble" IN ('intent', 'place', 'rights', 'away')),
    CONSTRAINT "WatchedChannel_read_under_a_notice" CHECK ("readSince" IS NULL OR "noticeSealed" IS NOT NULL)
);

-- CreateIndex
CREATE UNIQUE INDEX "WatchedChannel_externalKey_key" ON "WatchedChannel"("externalKey");

-- CreateIndex
CREATE INDEX "WatchedChannel_communityId_idx" ON "WatchedChannel"("communityId");

-- AddForeignKey
ALTER TABLE "WatchedChannel" ADD CONSTRAINT "WatchedChannel_spaceId_fkey" FOREIGN KEY ("spaceId") REFERENCES "Space"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on.
