-- CreateTable
CREATE TABLE "Badge" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "credentialId" TEXT NOT NULL,
    "issuedAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "Badge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Badge_credentialId_idx" ON "Badge"("credentialId");

-- CreateIndex
CREATE INDEX "Badge_communityId_expiresAt_idx" ON "Badge"("communityId", "expiresAt");

-- AddForeignKey
ALTER TABLE "Badge" ADD CONSTRAINT "Badge_credentialId_fkey" FOREIGN KEY ("credentialId") REFERENCES "Credential"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on.
