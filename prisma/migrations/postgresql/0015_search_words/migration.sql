-- CreateTable
CREATE TABLE "SearchWord" (
    "communityId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("communityId","kind","subjectId","word")
);

-- CreateIndex
CREATE INDEX "SearchWord_communityId_kind_word_idx" ON "SearchWord"("communityId", "kind", "word");

-- Written by hand from here on.
