-- CreateTable
CREATE TABLE "SearchEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "communityId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "sketch" BLOB NOT NULL
);

-- CreateTable
CREATE TABLE "SearchTerm" (
    "termKey" TEXT NOT NULL PRIMARY KEY,
    "entries" INTEGER NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "SearchEntry_communityId_kind_subjectId_key" ON "SearchEntry"("communityId", "kind", "subjectId");

-- Written by hand from here on.

-- Keeps no text: rows are taken out by saying again which words they had, and then nothing of them stays.
CREATE VIRTUAL TABLE "SearchIndex" USING fts5("words", content='', detail=none, columnsize=0, tokenize='ascii');
INSERT INTO "SearchIndex" ("SearchIndex", "rank") VALUES ('secure-delete', 1);
