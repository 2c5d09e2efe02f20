-- AlterTable
ALTER TABLE "Copy" DROP COLUMN "spaceId";

-- DropTable
DROP TABLE "Cursor";

-- Written by hand from here on.
