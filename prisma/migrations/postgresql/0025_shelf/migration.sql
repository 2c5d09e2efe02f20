-- AlterTable
ALTER TABLE "LibraryEntry" ADD COLUMN     "hiddenAt" TIMESTAMP(3),
ADD COLUMN     "shelf" TEXT,
ADD COLUMN     "shelfSoon" BOOLEAN NOT NULL DEFAULT false;

-- Written by hand from here on.
