-- CreateTable
CREATE TABLE "Community" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "promiseHours" INTEGER NOT NULL DEFAULT 72,
    "bridge" TEXT NOT NULL DEFAULT 'on',
    "nextQuestion" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Community_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Community_bridge_known" CHECK ("bridge" IN ('on', 'off'))
);

-- CreateTable
CREATE TABLE "Space" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "externalKey" TEXT NOT NULL,
    "externalIdSealed" BYTEA NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'active',
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Space_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Space_side_known" CHECK ("side" IN ('patients', 'providers')),
    CONSTRAINT "Space_state_known" CHECK ("state" IN ('active', 'suspended'))
);

-- CreateTable
CREATE TABLE "Channel" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "spaceId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "externalKey" TEXT NOT NULL,
    "externalIdSealed" BYTEA NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "country" TEXT,
    "adultStatedAt" TIMESTAMP(3),
    "state" TEXT NOT NULL DEFAULT 'active',
    "crisisContact" BOOLEAN NOT NULL DEFAULT false,
    "reach" TEXT NOT NULL DEFAULT 'dm',
    "quiet" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Member_state_known" CHECK ("state" IN ('active', 'left', 'erased')),
    CONSTRAINT "Member_reach_known" CHECK ("reach" IN ('dm', 'thread', 'inbox'))
);

-- CreateTable
CREATE TABLE "MemberRole" (
    "memberId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MemberRole_pkey" PRIMARY KEY ("memberId","role")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "externalKey" TEXT NOT NULL,
    "externalIdSealed" BYTEA NOT NULL,
    "spaceId" TEXT,
    "threadSealed" BYTEA,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "textVersion" TEXT NOT NULL,
    "questionId" TEXT,
    "givenAt" TIMESTAMP(3) NOT NULL,
    "withdrawnAt" TIMESTAMP(3),

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Question" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "askerId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "forWhom" TEXT NOT NULL,
    "ageBand" TEXT NOT NULL,
    "holderId" TEXT,
    "leaseEndsAt" TIMESTAMP(3),
    "pausedAt" TIMESTAMP(3),
    "sendWithoutAsking" BOOLEAN NOT NULL DEFAULT false,
    "nextSeq" INTEGER NOT NULL DEFAULT 1,
    "draftedAt" TIMESTAMP(3) NOT NULL,
    "sentAt" TIMESTAMP(3),
    "promisedAt" TIMESTAMP(3),
    "closedAt" TIMESTAMP(3),

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Question_status_known" CHECK ("status" IN ('draft', 'waiting', 'claimed', 'asked-back', 'answered', 'taken-back', 'expired', 'closed', 'cancelled'))
);

-- CreateTable
CREATE TABLE "Message" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "seq" INTEGER,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "originalSealed" BYTEA,
    "crossingSealed" BYTEA,
    "pendingOriginalSealed" BYTEA,
    "pendingCrossingSealed" BYTEA,
    "sourceKey" TEXT,
    "credentialId" TEXT,
    "credentialSealed" BYTEA,
    "overrideReasonSealed" BYTEA,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "sentAt" TIMESTAMP(3),
    "editedAt" TIMESTAMP(3),
    "removedAt" TIMESTAMP(3),
    "verdict" TEXT NOT NULL DEFAULT 'clear',

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Message_state_known" CHECK ("state" IN ('draft', 'sent', 'removed', 'cancelled'))
);

-- CreateTable
CREATE TABLE "MessageVersion" (
    "messageId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "crossingSealed" BYTEA NOT NULL,
    "sentAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MessageVersion_pkey" PRIMARY KEY ("messageId","version")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "op" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "platform" TEXT NOT NULL,
    "targetKind" TEXT NOT NULL,
    "targetId" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'ready',
    "dueAtMs" BIGINT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "checks" INTEGER NOT NULL DEFAULT 0,
    "epoch" INTEGER NOT NULL DEFAULT 0,
    "owner" TEXT,
    "triedAtMs" BIGINT,
    "trouble" TEXT,
    "createdAtMs" BIGINT NOT NULL,
    "settledAtMs" BIGINT,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Delivery_op_known" CHECK ("op" IN ('post', 'edit', 'remove')),
    CONSTRAINT "Delivery_state_known" CHECK ("state" IN ('ready', 'sending', 'unknown', 'checking', 'done', 'dead', 'dropped'))
);

-- CreateTable
CREATE TABLE "DeliveryLine" (
    "conversation" TEXT NOT NULL,
    "nextSeq" BIGINT NOT NULL,

    CONSTRAINT "DeliveryLine_pkey" PRIMARY KEY ("conversation")
);

-- CreateTable
CREATE TABLE "Copy" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "targetKind" TEXT NOT NULL,
    "targetId" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "spaceId" TEXT,
    "channelSealed" BYTEA NOT NULL,
    "messageSealed" BYTEA NOT NULL,
    "messageKey" TEXT NOT NULL,
    "postedAtMs" BIGINT NOT NULL,
    "removedAtMs" BIGINT,

    CONSTRAINT "Copy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Arrival" (
    "id" TEXT NOT NULL,
    "sourceKey" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payloadSealed" BYTEA,
    "receivedAtMs" BIGINT NOT NULL,
    "dueAtMs" BIGINT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "handledAtMs" BIGINT,

    CONSTRAINT "Arrival_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Arrival_state_known" CHECK ("state" IN ('waiting', 'handled', 'failed'))
);

-- CreateTable
CREATE TABLE "Cursor" (
    "source" TEXT NOT NULL,
    "positionSealed" BYTEA NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Cursor_pkey" PRIMARY KEY ("source")
);

-- CreateTable
CREATE TABLE "Credential" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "profession" TEXT NOT NULL,
    "jurisdiction" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "evidenceSealed" BYTEA NOT NULL,
    "source" TEXT NOT NULL,
    "checkedAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3),
    "nextDueAt" TIMESTAMP(3),
    "proposalId" TEXT,
    "attestedById" TEXT NOT NULL,
    "decidedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Credential_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Credential_status_known" CHECK ("status" IN ('attested', 'verified', 'expired', 'revoked', 'failed', 'suspended'))
);

-- CreateTable
CREATE TABLE "Proposal" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "targetId" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "contentSealed" BYTEA NOT NULL,
    "proposerId" TEXT NOT NULL,
    "approverId" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "decidedAt" TIMESTAMP(3),

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Proposal_state_known" CHECK ("state" IN ('open', 'approved', 'expired', 'withdrawn')),
    CONSTRAINT "Proposal_approver_is_not_proposer" CHECK ("approverId" <> "proposerId"),
    CONSTRAINT "Proposal_approver_is_not_subject" CHECK ("approverId" <> "subjectId"),
    CONSTRAINT "Proposal_proposer_is_not_subject" CHECK ("proposerId" <> "subjectId")
);

-- CreateTable
CREATE TABLE "LinkCode" (
    "id" TEXT NOT NULL,
    "codeKey" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "spaceId" TEXT NOT NULL,
    "externalKey" TEXT NOT NULL,
    "externalIdSealed" BYTEA NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "LinkCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccessToken" (
    "id" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "tokenKey" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "AccessToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invite" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "codeKey" TEXT NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "invitedById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "Invite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "messageId" TEXT,
    "reporterId" TEXT NOT NULL,
    "reasonSealed" BYTEA,
    "state" TEXT NOT NULL DEFAULT 'open',
    "createdAt" TIMESTAMP(3) NOT NULL,
    "resolvedAt" TIMESTAMP(3),
    "resolvedById" TEXT,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Report_state_known" CHECK ("state" IN ('open', 'resolved'))
);

-- CreateTable
CREATE TABLE "CrisisAlert" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "questionId" TEXT,
    "level" TEXT NOT NULL,
    "raisedAt" TIMESTAMP(3) NOT NULL,
    "takenById" TEXT,
    "takenAt" TIMESTAMP(3),
    "escalatedAt" TIMESTAMP(3),

    CONSTRAINT "CrisisAlert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "seq" BIGINT NOT NULL,
    "id" TEXT NOT NULL,
    "atMs" BIGINT NOT NULL,
    "communityId" TEXT,
    "actor" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "prev" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "VaultKey" (
    "owner" TEXT NOT NULL,
    "kid" TEXT NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "VaultKey_pkey" PRIMARY KEY ("owner")
);

-- CreateTable
CREATE TABLE "Meta" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "Meta_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "Community_slug_key" ON "Community"("slug");

-- CreateIndex
CREATE INDEX "Space_communityId_idx" ON "Space"("communityId");

-- CreateIndex
CREATE UNIQUE INDEX "Space_platform_externalKey_key" ON "Space"("platform", "externalKey");

-- CreateIndex
CREATE INDEX "Channel_externalKey_idx" ON "Channel"("externalKey");

-- CreateIndex
CREATE UNIQUE INDEX "Channel_communityId_purpose_key" ON "Channel"("communityId", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "Member_communityId_pseudonym_key" ON "Member"("communityId", "pseudonym");

-- CreateIndex
CREATE INDEX "Account_memberId_idx" ON "Account"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_communityId_platform_externalKey_key" ON "Account"("communityId", "platform", "externalKey");

-- CreateIndex
CREATE INDEX "Consent_memberId_purpose_idx" ON "Consent"("memberId", "purpose");

-- CreateIndex
CREATE INDEX "Question_status_promisedAt_idx" ON "Question"("status", "promisedAt");

-- CreateIndex
CREATE INDEX "Question_askerId_idx" ON "Question"("askerId");

-- CreateIndex
CREATE UNIQUE INDEX "Question_communityId_number_key" ON "Question"("communityId", "number");

-- CreateIndex
CREATE INDEX "Message_sourceKey_idx" ON "Message"("sourceKey");

-- CreateIndex
CREATE UNIQUE INDEX "Message_questionId_seq_key" ON "Message"("questionId", "seq");

-- CreateIndex
CREATE INDEX "Delivery_state_dueAtMs_idx" ON "Delivery"("state", "dueAtMs");

-- CreateIndex
CREATE INDEX "Delivery_conversation_seq_idx" ON "Delivery"("conversation", "seq");

-- CreateIndex
CREATE INDEX "Delivery_platform_state_idx" ON "Delivery"("platform", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_op_kind_subjectId_version_platform_targetKind_targ_key" ON "Delivery"("op", "kind", "subjectId", "version", "platform", "targetKind", "targetId");

-- CreateIndex
CREATE INDEX "Copy_messageKey_idx" ON "Copy"("messageKey");

-- CreateIndex
CREATE UNIQUE INDEX "Copy_kind_subjectId_platform_targetKind_targetId_part_key" ON "Copy"("kind", "subjectId", "platform", "targetKind", "targetId", "part");

-- CreateIndex
CREATE UNIQUE INDEX "Arrival_sourceKey_key" ON "Arrival"("sourceKey");

-- CreateIndex
CREATE INDEX "Arrival_platform_state_dueAtMs_idx" ON "Arrival"("platform", "state", "dueAtMs");

-- CreateIndex
CREATE UNIQUE INDEX "Credential_proposalId_key" ON "Credential"("proposalId");

-- CreateIndex
CREATE INDEX "Credential_memberId_status_idx" ON "Credential"("memberId", "status");

-- CreateIndex
CREATE INDEX "Proposal_communityId_state_idx" ON "Proposal"("communityId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "LinkCode_codeKey_key" ON "LinkCode"("codeKey");

-- CreateIndex
CREATE UNIQUE INDEX "AccessToken_tokenKey_key" ON "AccessToken"("tokenKey");

-- CreateIndex
CREATE UNIQUE INDEX "Invite_codeKey_key" ON "Invite"("codeKey");

-- CreateIndex
CREATE INDEX "Report_questionId_state_idx" ON "Report"("questionId", "state");

-- CreateIndex
CREATE INDEX "CrisisAlert_communityId_raisedAt_idx" ON "CrisisAlert"("communityId", "raisedAt");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_id_key" ON "AuditEntry"("id");

-- CreateIndex
CREATE INDEX "AuditEntry_subject_idx" ON "AuditEntry"("subject");

-- AddForeignKey
ALTER TABLE "Space" ADD CONSTRAINT "Space_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Channel" ADD CONSTRAINT "Channel_spaceId_fkey" FOREIGN KEY ("spaceId") REFERENCES "Space"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberRole" ADD CONSTRAINT "MemberRole_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_askerId_fkey" FOREIGN KEY ("askerId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_holderId_fkey" FOREIGN KEY ("holderId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageVersion" ADD CONSTRAINT "MessageVersion_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Credential" ADD CONSTRAINT "Credential_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessToken" ADD CONSTRAINT "AccessToken_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on.

-- The audit log only grows. Whoever owns the table can drop these: the hash chain is what shows it.
CREATE FUNCTION "audit_entry_only_grows"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an audit entry is never changed or removed';
END;
$$;

CREATE TRIGGER "AuditEntry_is_never_changed" BEFORE UPDATE OR DELETE ON "AuditEntry"
FOR EACH ROW EXECUTE FUNCTION "audit_entry_only_grows"();

CREATE TRIGGER "AuditEntry_is_never_emptied" BEFORE TRUNCATE ON "AuditEntry"
FOR EACH STATEMENT EXECUTE FUNCTION "audit_entry_only_grows"();
