-- CreateTable
CREATE TABLE "CredentialCheck" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "credentialId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "file" TEXT,
    "asOf" TEXT,
    "sha256" TEXT,
    "detailSealed" BLOB NOT NULL,
    "byId" TEXT,
    "checkedAt" DATETIME NOT NULL,
    CONSTRAINT "CredentialCheck_credentialId_fkey" FOREIGN KEY ("credentialId") REFERENCES "Credential" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CredentialCheck_result_known" CHECK ("result" IN ('match', 'mismatch', 'not-found', 'inactive', 'hit', 'review', 'unknown'))
);

-- CreateTable
CREATE TABLE "ControlProof" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "credentialId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "codeKey" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "addressSealed" BLOB,
    "byId" TEXT,
    "vouchKey" TEXT,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "doneAt" DATETIME,
    CONSTRAINT "ControlProof_credentialId_fkey" FOREIGN KEY ("credentialId") REFERENCES "Credential" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ControlProof_kind_known" CHECK ("kind" IN ('call-back', 'mail', 'video', 'vouch')),
    CONSTRAINT "ControlProof_state_known" CHECK ("state" IN ('open', 'done', 'failed', 'over'))
);

-- CreateTable
CREATE TABLE "Ruling" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "claimHash" TEXT NOT NULL,
    "rowHash" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "secondId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Ruling_needs_two" CHECK ("byId" <> "secondId")
);

-- CreateTable
CREATE TABLE "Case" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "openKey" TEXT,
    "openedAt" DATETIME NOT NULL,
    "decidedAt" DATETIME,
    "decidedById" TEXT,
    CONSTRAINT "Case_state_known" CHECK ("state" IN ('open', 'agreed', 'dismissed', 'settled'))
);

-- CreateTable
CREATE TABLE "CaseNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "textSealed" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "CaseNote_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Credential" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "profession" TEXT NOT NULL,
    "jurisdiction" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "evidenceSealed" BLOB NOT NULL,
    "source" TEXT NOT NULL,
    "checkedAt" DATETIME NOT NULL,
    "expiresAt" DATETIME,
    "nextDueAt" DATETIME,
    "display" TEXT NOT NULL DEFAULT 'role-only',
    "npiKey" TEXT,
    "licenceKey" TEXT,
    "underReviewAt" DATETIME,
    "proposalId" TEXT,
    "attestedById" TEXT,
    "decidedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Credential_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Credential_status_known" CHECK ("status" IN ('claimed', 'attested', 'verified', 'expired', 'revoked', 'failed', 'suspended')),
    CONSTRAINT "Credential_display_known" CHECK ("display" IN ('named', 'role-only'))
);
INSERT INTO "new_Credential" ("attestedById", "checkedAt", "communityId", "createdAt", "decidedAt", "evidenceSealed", "expiresAt", "id", "jurisdiction", "memberId", "nextDueAt", "profession", "proposalId", "source", "status") SELECT "attestedById", "checkedAt", "communityId", "createdAt", "decidedAt", "evidenceSealed", "expiresAt", "id", "jurisdiction", "memberId", "nextDueAt", "profession", "proposalId", "source", "status" FROM "Credential";
DROP TABLE "Credential";
ALTER TABLE "new_Credential" RENAME TO "Credential";
CREATE UNIQUE INDEX "Credential_proposalId_key" ON "Credential"("proposalId");
CREATE INDEX "Credential_memberId_status_idx" ON "Credential"("memberId", "status");
CREATE INDEX "Credential_communityId_npiKey_idx" ON "Credential"("communityId", "npiKey");
CREATE INDEX "Credential_communityId_licenceKey_idx" ON "Credential"("communityId", "licenceKey");
CREATE INDEX "Credential_status_nextDueAt_idx" ON "Credential"("status", "nextDueAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "CredentialCheck_credentialId_checkedAt_idx" ON "CredentialCheck"("credentialId", "checkedAt");

-- CreateIndex
CREATE UNIQUE INDEX "ControlProof_vouchKey_key" ON "ControlProof"("vouchKey");

-- CreateIndex
CREATE INDEX "ControlProof_credentialId_state_idx" ON "ControlProof"("credentialId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Ruling_communityId_claimHash_rowHash_key" ON "Ruling"("communityId", "claimHash", "rowHash");

-- CreateIndex
CREATE UNIQUE INDEX "Case_openKey_key" ON "Case"("openKey");

-- CreateIndex
CREATE INDEX "Case_communityId_state_idx" ON "Case"("communityId", "state");

-- CreateIndex
CREATE INDEX "Case_subjectKind_subjectId_idx" ON "Case"("subjectKind", "subjectId");

-- CreateIndex
CREATE INDEX "CaseNote_caseId_createdAt_idx" ON "CaseNote"("caseId", "createdAt");

-- Written by hand from here on.

-- Nobody verifies a credential alone, nor by writing the word: its own proposal must have been approved by a second person.
CREATE TRIGGER "Credential_verified_by_two" BEFORE UPDATE OF "status" ON "Credential"
WHEN NEW."status" = 'verified' AND OLD."status" <> 'verified' AND NOT EXISTS (
  SELECT 1 FROM "Proposal" WHERE "id" = NEW."proposalId" AND "targetId" = NEW."id" AND "state" = 'approved'
    AND "approverId" IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a credential is verified by two people'); END;

CREATE TRIGGER "Credential_begins_unverified" BEFORE INSERT ON "Credential"
WHEN NEW."status" NOT IN ('claimed', 'attested')
BEGIN SELECT RAISE(ABORT, 'a credential is verified by two people'); END;

CREATE TRIGGER "CredentialCheck_is_never_changed" BEFORE UPDATE ON "CredentialCheck"
BEGIN SELECT RAISE(ABORT, 'a check is never changed'); END;
