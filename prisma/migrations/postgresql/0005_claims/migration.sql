-- AlterTable
ALTER TABLE "Credential" ADD COLUMN     "display" TEXT NOT NULL DEFAULT 'role-only',
ADD COLUMN     "licenceKey" TEXT,
ADD COLUMN     "npiKey" TEXT,
ADD COLUMN     "underReviewAt" TIMESTAMP(3),
ALTER COLUMN "attestedById" DROP NOT NULL;

-- CreateTable
CREATE TABLE "CredentialCheck" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "credentialId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "file" TEXT,
    "asOf" TEXT,
    "sha256" TEXT,
    "detailSealed" BYTEA NOT NULL,
    "byId" TEXT,
    "checkedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CredentialCheck_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "CredentialCheck_result_known" CHECK ("result" IN ('match', 'mismatch', 'not-found', 'inactive', 'hit', 'review', 'unknown'))
);

-- CreateTable
CREATE TABLE "ControlProof" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "credentialId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "codeKey" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "addressSealed" BYTEA,
    "byId" TEXT,
    "vouchKey" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "doneAt" TIMESTAMP(3),

    CONSTRAINT "ControlProof_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ControlProof_kind_known" CHECK ("kind" IN ('call-back', 'mail', 'video', 'vouch')),
    CONSTRAINT "ControlProof_state_known" CHECK ("state" IN ('open', 'done', 'failed', 'over'))
);

-- CreateTable
CREATE TABLE "Ruling" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "claimHash" TEXT NOT NULL,
    "rowHash" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "secondId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Ruling_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Ruling_needs_two" CHECK ("byId" <> "secondId")
);

-- CreateTable
CREATE TABLE "Case" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "openKey" TEXT,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "decidedAt" TIMESTAMP(3),
    "decidedById" TEXT,

    CONSTRAINT "Case_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Case_state_known" CHECK ("state" IN ('open', 'agreed', 'dismissed', 'settled'))
);

-- CreateTable
CREATE TABLE "CaseNote" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "textSealed" BYTEA NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CaseNote_pkey" PRIMARY KEY ("id")
);

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

-- CreateIndex
CREATE INDEX "Credential_communityId_npiKey_idx" ON "Credential"("communityId", "npiKey");

-- CreateIndex
CREATE INDEX "Credential_communityId_licenceKey_idx" ON "Credential"("communityId", "licenceKey");

-- CreateIndex
CREATE INDEX "Credential_status_nextDueAt_idx" ON "Credential"("status", "nextDueAt");

-- AddForeignKey
ALTER TABLE "CredentialCheck" ADD CONSTRAINT "CredentialCheck_credentialId_fkey" FOREIGN KEY ("credentialId") REFERENCES "Credential"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ControlProof" ADD CONSTRAINT "ControlProof_credentialId_fkey" FOREIGN KEY ("credentialId") REFERENCES "Credential"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseNote" ADD CONSTRAINT "CaseNote_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on.

ALTER TABLE "Credential" DROP CONSTRAINT "Credential_status_known";
ALTER TABLE "Credential" ADD CONSTRAINT "Credential_status_known"
  CHECK ("status" IN ('claimed', 'attested', 'verified', 'expired', 'revoked', 'failed', 'suspended'));
ALTER TABLE "Credential" ADD CONSTRAINT "Credential_display_known" CHECK ("display" IN ('named', 'role-only'));

-- Nobody verifies a credential alone, nor by writing the word: its own proposal must have been approved by a second person.
CREATE FUNCTION "credential_is_verified_by_two"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW."status" NOT IN ('claimed', 'attested') THEN
    RAISE EXCEPTION 'a credential is verified by two people';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW."status" = 'verified' AND OLD."status" <> 'verified' AND NOT EXISTS (
    SELECT 1 FROM "Proposal" WHERE "id" = NEW."proposalId" AND "targetId" = NEW."id" AND "state" = 'approved'
      AND "approverId" IS NOT NULL) THEN
    RAISE EXCEPTION 'a credential is verified by two people';
  END IF;
  RETURN NEW;
END;
$$;

CREATE TRIGGER "Credential_verified_by_two" BEFORE INSERT OR UPDATE ON "Credential"
FOR EACH ROW EXECUTE FUNCTION "credential_is_verified_by_two"();

CREATE FUNCTION "credential_check_is_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a check is never changed';
END;
$$;

CREATE TRIGGER "CredentialCheck_is_never_changed" BEFORE UPDATE ON "CredentialCheck"
FOR EACH ROW EXECUTE FUNCTION "credential_check_is_kept"();
