-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Member" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "country" TEXT,
    "adultStatedAt" DATETIME,
    "state" TEXT NOT NULL DEFAULT 'active',
    "silencedUntil" DATETIME,
    "barredAt" DATETIME,
    "crisisContact" BOOLEAN NOT NULL DEFAULT false,
    "reach" TEXT NOT NULL DEFAULT 'dm',
    "quiet" BOOLEAN NOT NULL DEFAULT false,
    "language" TEXT NOT NULL DEFAULT 'en',
    "toldOfOwnAt" DATETIME,
    "nicknameSealed" BLOB,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Member_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Member_state_known" CHECK ("state" IN ('active', 'left', 'erased', 'removed', 'banned')),
    CONSTRAINT "Member_reach_known" CHECK ("reach" IN ('dm', 'thread', 'inbox'))
);
INSERT INTO "new_Member" ("adultStatedAt", "barredAt", "communityId", "country", "createdAt", "crisisContact", "id", "nicknameSealed", "pseudonym", "quiet", "reach", "silencedUntil", "state", "toldOfOwnAt") SELECT "adultStatedAt", "barredAt", "communityId", "country", "createdAt", "crisisContact", "id", "nicknameSealed", "pseudonym", "quiet", "reach", "silencedUntil", "state", "toldOfOwnAt" FROM "Member";
DROP TABLE "Member";
ALTER TABLE "new_Member" RENAME TO "Member";
CREATE UNIQUE INDEX "Member_communityId_pseudonym_key" ON "Member"("communityId", "pseudonym");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- Written by hand from here on.
