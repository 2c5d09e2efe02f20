-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "language" TEXT NOT NULL DEFAULT 'en';

-- Written by hand from here on.
