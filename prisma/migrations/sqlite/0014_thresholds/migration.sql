-- AlterTable
ALTER TABLE "Decision" ADD COLUMN "pauseUntil" DATETIME;

-- CreateTable
CREATE TABLE "Threshold" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "pauseHours" INTEGER NOT NULL,
    "setById" TEXT NOT NULL,
    "setAt" DATETIME NOT NULL,
    CONSTRAINT "Threshold_points_make_sense" CHECK ("points" BETWEEN 1 AND 100),
    CONSTRAINT "Threshold_pause_is_possible" CHECK ("pauseHours" BETWEEN 1 AND 672)
);

-- CreateIndex
CREATE UNIQUE INDEX "Threshold_communityId_points_key" ON "Threshold"("communityId", "points");

-- CreateIndex
CREATE INDEX "Decision_pauseUntil_idx" ON "Decision"("pauseUntil");

-- Written by hand from here on.
