-- DropTable
PRAGMA foreign_keys=off;
DROP TABLE "Cursor";
PRAGMA foreign_keys=on;

-- Written by hand from here on.
