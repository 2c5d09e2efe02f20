-- DropTable
DROP TABLE "Cursor";

-- Written by hand from here on.
