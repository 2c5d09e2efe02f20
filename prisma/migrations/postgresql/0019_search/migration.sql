-- CreateTable
CREATE TABLE "SearchEntry" (
    "id" SERIAL NOT NULL,
    "communityId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "sketch" BYTEA NOT NULL,

    CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchTerm" (
    "termKey" TEXT NOT NULL,
    "entries" INTEGER NOT NULL,

    CONSTRAINT "SearchTerm_pkey" PRIMARY KEY ("termKey")
);

-- CreateIndex
CREATE UNIQUE INDEX "SearchEntry_communityId_kind_subjectId_key" ON "SearchEntry"("communityId", "kind", "subjectId");

-- Written by hand from here on.

CREATE TABLE "SearchVector" (
    "id" INTEGER NOT NULL PRIMARY KEY REFERENCES "SearchEntry" ("id") ON DELETE CASCADE,
    "words" TSVECTOR NOT NULL
);
CREATE INDEX "SearchVector_words_idx" ON "SearchVector" USING GIN ("words") WITH (fastupdate = off);
