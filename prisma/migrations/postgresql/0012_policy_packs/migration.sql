-- CreateTable
CREATE TABLE "PolicyPack" (
    "id" TEXT NOT NULL,
    "communityId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "slot" TEXT,
    "filesSealed" BYTEA NOT NULL,
    "witness" TEXT NOT NULL,
    "adopted" BOOLEAN NOT NULL DEFAULT false,
    "proposedById" TEXT,
    "approvedById" TEXT,
    "inForceAt" TIMESTAMP(3) NOT NULL,
    "confirmBy" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "PolicyPack_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "PolicyPack_state_known" CHECK ("state" IN ('in-force', 'emergency', 'replaced', 'lapsed')),
    CONSTRAINT "PolicyPack_holds_once" CHECK (("slot" IS NOT NULL AND "slot" = "state" AND "state" IN ('in-force', 'emergency')) OR ("slot" IS NULL AND "state" IN ('replaced', 'lapsed'))),
    CONSTRAINT "PolicyPack_agreed_by_another" CHECK ("approvedById" <> "proposedById"),
    CONSTRAINT "PolicyPack_needs_two" CHECK ("state" <> 'in-force' OR "adopted" = true OR ("proposedById" IS NOT NULL AND "approvedById" IS NOT NULL)),
    CONSTRAINT "PolicyPack_of_one_ends" CHECK ("state" <> 'emergency' OR ("proposedById" IS NOT NULL AND "approvedById" IS NULL AND "confirmBy" IS NOT NULL))
);

-- CreateIndex
CREATE UNIQUE INDEX "PolicyPack_slot_key" ON "PolicyPack"("slot");

-- CreateIndex
CREATE INDEX "PolicyPack_proposedById_state_idx" ON "PolicyPack"("proposedById", "state");

-- Written by hand from here on.

-- Which rules were in force when is part of the record. Whoever owns the table can drop these; the witness of each row is what shows it.
CREATE FUNCTION "policy_pack_is_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'files that were agreed to are never changed or removed';
END;
$$;

CREATE TRIGGER "PolicyPack_keeps_its_files" BEFORE UPDATE OF "filesSealed", "proposedById", "inForceAt" ON "PolicyPack"
FOR EACH ROW EXECUTE FUNCTION "policy_pack_is_kept"();

CREATE TRIGGER "PolicyPack_is_never_removed" BEFORE DELETE ON "PolicyPack"
FOR EACH ROW EXECUTE FUNCTION "policy_pack_is_kept"();
